import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { expectQuiet, fillLogin, goTo, listen, look, newBrowser, signIn } from './support/browser';
import { startEntra, type Entra } from './support/entra';
import { birch, environment, userOf } from './support/product';

const owner = userOf(birch, 'owner');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const domain = 'sso.example';

let entra: Entra;

test.beforeAll(async () => {
    const people = join(import.meta.dirname, 'support', 'sso-people.json');
    entra = await startEntra([`${environment.CLOUD_URL}/sso/callback`], ['--log-out-uri', `${environment.CLOUD_URL}/login`, '--people', people]);
});

test.afterAll(() => entra.stop());

test('an owner sets single sign-on up, tests and enforces it; somebody new comes in by it and out at the provider', async ({ page, browser }) => {
    listen(page);
    await signIn(page, owner);
    await goTo(page, 'Single sign-on');
    await look(page, 'sso-empty');
    await page.getByRole('button', { name: 'Add a connection' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Birch ID');
    await form.getByLabel('Issuer').fill(entra.issuer);
    await form.getByLabel('Client ID').fill(entra.client_id);
    await form.getByLabel('Client secret').fill(entra.client_secret);
    await form.getByLabel('Domains').fill(domain);
    await look(page, 'sso-create');
    await form.getByRole('button', { name: 'Add a connection' }).click();

    await expect(heading(page, 'Birch ID')).toBeVisible();
    await page.getByRole('radio', { name: /^Everybody/ }).check();
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByLabel('Value of line 1').fill('Monozu.Analyst');
    await page.getByLabel('Role of line 1').selectOption({ label: 'Security analyst' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved')).toBeVisible();
    await look(page, 'sso-connection');

    // The test shows what the provider says, and opens no session.
    await page.getByRole('button', { name: 'Test this' }).click();
    await page.getByRole('button', { name: `analyst@${domain}` }).click();
    await expect(heading(page, 'The connection works')).toBeVisible();
    await expect(page.getByText('This person would become a user here.')).toBeVisible();
    await expect(page.getByText('Role: Security analyst, because of roles = Monozu.Analyst')).toBeVisible();
    await look(page, 'sso-trial');
    await page.getByRole('link', { name: 'Back to the connection' }).click();
    await page.getByRole('button', { name: 'Enable', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Enforce' })).toBeVisible();

    const other = await newBrowser(browser);
    await other.goto(environment.CLOUD_URL);
    await other.getByRole('link', { name: 'Sign in with your organisation' }).click();
    await look(other, 'sso-sign-in');
    await other.getByLabel('E-mail').fill(`analyst@${domain}`);
    await other.getByRole('button', { name: 'Continue' }).click();
    await other.getByRole('button', { name: `analyst@${domain}` }).click();
    await expect(heading(other, 'Overview')).toBeVisible();
    await goTo(other, 'My account');
    await expect(other.getByText('Managed by your organisation')).toBeVisible();
    await look(other, 'sso-account');

    await page.getByRole('link', { name: 'Single sign-on' }).first().click();
    await page.getByRole('checkbox', { name: new RegExp(owner.email) }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Emergency access is saved')).toBeVisible();
    await page.getByRole('link', { name: 'Birch ID' }).click();
    await page.getByRole('button', { name: 'Enforce' }).click();
    await look(page, 'sso-enforce');
    await page.getByRole('dialog').getByRole('button', { name: 'Enforce' }).click();
    await expect(page.getByRole('button', { name: 'Stop enforcing' })).toBeVisible();

    const refused = await newBrowser(browser);
    await refused.goto(environment.CLOUD_URL);
    await fillLogin(refused, userOf(birch, 'auditor'));
    await expect(heading(refused, 'Your organisation signs you in')).toBeVisible();
    await look(refused, 'sso-required');

    await other.getByRole('button', { name: /Ann Analyst/ }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(heading(other, 'Sign in')).toBeVisible();

    await page.getByRole('button', { name: 'Stop enforcing' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(heading(page, 'Single sign-on')).toBeVisible();
    for (const one of [page, other, refused]) {
        expectQuiet(one);
    }
});
