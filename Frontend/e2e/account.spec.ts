import { expect, test, type Page } from '@playwright/test';
import { Api } from './support/api';
import { expectQuiet, fillLogin, goTo, look, newBrowser, signIn } from './support/browser';
import { linkTo } from './support/letters';
import { alder, environment, userOf, type Login } from './support/product';

const person: Login = { email: `account-${String(Date.now())}@alder.example`, password: 'seven quiet wagons of plum' };
const next = 'a lantern under the slow river';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function choose(page: Page, password: string): Promise<void> {
    await page.getByLabel('New password').fill(password);
    await page.getByLabel('The same once more').fill(password);
    await page.getByRole('button', { name: 'Keep the password' }).click();
}

test.describe.configure({ mode: 'serial' });

test('an invitation comes by letter, and is accepted with a first password', async ({ browser }) => {
    const since = Date.now();
    const owner = await new Api(environment.CLOUD_API_URL).login(userOf(alder, 'owner'));
    await owner.post('/users', { email: person.email, display_name: 'Ola Konto', role: 'agent', language: 'en' });
    const page = await newBrowser(browser);
    await page.goto(await linkTo('setup', person.email, since));
    await expect(page).toHaveURL(/\/setup$/);
    await expect(page.getByText(alder.name)).toBeVisible();
    await choose(page, 'Password2026!!');
    await expect(page.getByText('Many people choose this one')).toBeVisible();
    await look(page, 'account-01-invitation');
    await choose(page, person.password);
    await expect(page.getByText('Your password is set.')).toBeVisible();
    expectQuiet(page);
});

test('a forgotten password is reset by letter, and the old session is over', async ({ browser }) => {
    const old = await newBrowser(browser);
    await signIn(old, person);

    const page = await newBrowser(browser);
    await page.goto(`${environment.CLOUD_URL}/login`);
    await page.getByRole('link', { name: 'Forgot the password?' }).click();
    await expect(heading(page, 'Forgot the password?')).toBeVisible();
    await look(page, 'account-02-forgot');
    const since = Date.now();
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(heading(page, 'Look at your mail')).toBeVisible();
    await look(page, 'account-03-sent');

    await page.goto(await linkTo('reset', person.email, since));
    await expect(page).toHaveURL(/\/reset$/);
    await look(page, 'account-04-reset');
    await choose(page, next);
    await expect(page.getByText('Your password is changed, and you are signed out everywhere.')).toBeVisible();

    await old.reload();
    await expect(heading(old, 'Sign in')).toBeVisible();
    await page.getByRole('link', { name: 'Go to sign in' }).click();
    await fillLogin(page, { ...person, password: next });
    await expect(heading(page, 'Overview')).toBeVisible();
    expectQuiet(page);
});

test('one sees where one is signed in, and ends the others', async ({ browser }) => {
    const login = { ...person, password: next };
    const here = await newBrowser(browser);
    await signIn(here, login);
    const there = await newBrowser(browser);
    await signIn(there, login);
    await goTo(here, 'My account');
    const list = here.getByRole('region', { name: 'Where you are signed in' });
    await expect(list.getByText('This one')).toHaveCount(1);
    await look(here, 'account-05-account');
    await list.getByRole('button', { name: 'End all others' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await there.reload();
    await expect(heading(there, 'Sign in')).toBeVisible();

    await here.getByRole('button', { name: 'Change name and language' }).click();
    await here.getByLabel('Language').selectOption('pl');
    await here.getByRole('button', { name: 'Save' }).click();
    await expect(heading(here, 'Moje konto')).toBeVisible();
    await look(here, 'account-06-konto');
    await here.emulateMedia({ colorScheme: 'dark' });
    await here.setViewportSize({ width: 390, height: 844 });
    await look(here, 'account-07-phone');
    expectQuiet(here);
});
