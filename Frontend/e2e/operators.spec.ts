import { expect, test } from '@playwright/test';
import { expectQuiet, fillLogin, listen, look, newBrowser, signIn } from './support/browser';
import { demo, environment } from './support/product';
import { totp } from './support/totp';

const password = 'a barrel of quiet herons';

test('an owner makes an operator, who chooses a password and adds a second factor', async ({ page, browser }) => {
    listen(page);
    const name = `Wren ${String(Date.now())}`;
    const email = `${name.replace(' ', '-').toLowerCase()}@monozu.example`;
    await signIn(page, demo.management, environment.MANAGEMENT_URL);
    await page.goto(`${environment.MANAGEMENT_URL}/operators`);
    await page.getByRole('button', { name: 'New operator' }).click();
    const form = page.getByRole('dialog', { name: 'New operator' });
    await form.getByLabel('E-mail address').fill(email);
    await form.getByLabel('Name', { exact: true }).fill(name);
    await form.getByLabel('Role').selectOption('operator');
    await expect(form.getByText('Nothing is sent')).toBeVisible();
    await look(page, 'management-operator-create');
    await form.getByRole('button', { name: 'New operator' }).click();
    const link = (await page.getByRole('dialog', { name: `The link for ${name}` }).locator('code').textContent()) ?? '';
    await look(page, 'management-operator-link');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect(page.getByText(email)).toBeVisible();
    await look(page, 'management-operators');

    const theirs = await newBrowser(browser);
    await theirs.goto(link);
    await theirs.getByLabel('New password').fill(password);
    await theirs.getByLabel('The same once more').fill(password);
    await theirs.getByRole('button', { name: 'Keep the password' }).click();
    await theirs.getByRole('link', { name: 'Go to sign in' }).click();
    await fillLogin(theirs, { email, password });
    await expect(theirs.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible();
    await theirs.goto(`${environment.MANAGEMENT_URL}/account`);
    await expect(theirs.getByText('This one')).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Add an authenticator app' })).toBeVisible();
    await look(theirs, 'management-account');
    await theirs.getByRole('button', { name: 'Add an authenticator app' }).click();
    const secret = (await theirs.getByRole('dialog').locator('code').textContent()) ?? '';
    await theirs.getByRole('textbox', { name: 'Code' }).fill(totp(secret));
    await theirs.getByRole('button', { name: 'Confirm' }).click();
    const codes = theirs.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    const code = (await codes.first().textContent()) ?? '';
    await theirs.getByRole('button', { name: 'I have kept it' }).click();

    await theirs.context().clearCookies();
    await theirs.goto(`${environment.MANAGEMENT_URL}/login`);
    await fillLogin(theirs, { email, password });
    await expect(theirs.getByRole('heading', { level: 1, name: 'Second factor' })).toBeVisible();
    await theirs.getByRole('button', { name: 'Use a recovery code' }).click();
    await theirs.getByRole('textbox', { name: 'Recovery code' }).fill(code);
    await theirs.getByRole('button', { name: 'Continue' }).click();
    await expect(theirs.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible();

    // What the list showed before is out of date, and the server would say so.
    await page.reload();
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByRole('dialog', { name: 'Deactivate' }).getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByRole('row', { name }).getByText('Deactivated')).toBeVisible();
    expectQuiet(page);
    expectQuiet(theirs);
    await theirs.context().close();
});
