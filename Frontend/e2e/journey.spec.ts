import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, OpenPort } from './support/agent';
import { Api } from './support/api';
import { expectMark, expectQuiet, fillLogin, goTo, leaveMark, look, newBrowser, signIn } from './support/browser';
import { birch, demo, environment, userOf } from './support/product';

// From a tenant that does not exist to an incident that is resolved: what the product is for, seen by the people who use it.
test.describe.configure({ mode: 'serial' });

const run = randomBytes(3).toString('hex');
const tenant = `Cedar Works ${run}`;
const owner = { email: `owner@cedar-${run}.example`, password: randomBytes(12).toString('base64url') };
const analyst = { email: `analyst@cedar-${run}.example`, password: randomBytes(12).toString('base64url') };
const device = `cedar-${run}`;

let operatorsPage: Page;
let ownersPage: Page;
let analystsPage: Page;
let strangersPage: Page;
let agent: Agent | null = null;
let port: OpenPort | null = null;

test.beforeAll(async ({ browser }) => {
    operatorsPage = await newBrowser(browser);
    ownersPage = await newBrowser(browser);
    analystsPage = await newBrowser(browser);
    strangersPage = await newBrowser(browser);
});

test.afterAll(async () => {
    await port?.close();
    await agent?.stop();
});

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** Reads the secret that is shown once, and says that it is kept. */
async function takeSecret(page: Page): Promise<string> {
    const dialog = page.getByRole('dialog');
    const secret = (await dialog.locator('code').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await expect(dialog).toBeHidden();
    return secret;
}

async function choosePassword(page: Page, link: string, password: string): Promise<void> {
    await page.goto(link);
    await expect(page).toHaveURL(/\/setup$/);
    await page.getByLabel('New password').fill(password);
    await page.getByLabel('The same once more').fill(password);
    await page.getByRole('button', { name: 'Keep the password' }).click();
    await expect(page.getByText('Your password is set.')).toBeVisible();
}

let ownersLink = '';

test('an operator creates a tenant and gets a one-time link for its owner', async () => {
    await operatorsPage.goto(environment.MANAGEMENT_URL);
    await expect(operatorsPage.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await look(operatorsPage, 'journey-01-management-sign-in');
    await fillLogin(operatorsPage, demo.management);
    await operatorsPage.getByRole('button', { name: 'New tenant' }).click();
    await operatorsPage.getByRole('textbox', { name: 'Name' }).fill(tenant);
    await operatorsPage.getByRole('textbox', { name: 'Owner' }).fill(owner.email);
    await look(operatorsPage, 'journey-02-new-tenant');
    await operatorsPage.getByRole('dialog').getByRole('button', { name: 'New tenant' }).click();
    await expect(operatorsPage.getByText('The owner’s link')).toBeVisible();
    await look(operatorsPage, 'journey-03-owners-link');
    ownersLink = await takeSecret(operatorsPage);
    expect(ownersLink).toMatch(`${environment.CLOUD_URL}/setup#token=`);
    await expect(row(operatorsPage, tenant).getByText('Not activated')).toBeVisible();
    await row(operatorsPage, tenant).click();
    await expect(operatorsPage.getByRole('status').filter({ hasText: 'Arrived' })).toBeVisible();
    await look(operatorsPage, 'journey-04-tenant-pending');
});

test('the owner chooses a password, but nobody of the tenant gets in before its licence is active', async () => {
    await choosePassword(ownersPage, ownersLink, owner.password);
    await look(ownersPage, 'journey-05-password-set');
    await ownersPage.getByRole('link', { name: 'Go to sign in' }).click();
    await fillLogin(ownersPage, owner);
    await expect(ownersPage.getByRole('alert')).toContainText('Your organisation is not active yet');
    await look(ownersPage, 'journey-06-not-active');
    await fillLogin(ownersPage, { ...owner, password: 'something else entirely' });
    await expect(ownersPage.getByRole('alert')).toContainText('The e-mail address or the password is wrong.');
});

test('the link works once', async ({ page }) => {
    await page.goto(ownersLink);
    await expect(page.getByRole('alert')).toContainText('This link is not complete, was used already or has expired');
});

test('the operator activates a licence and sees it arrive in the Cloud', async () => {
    await operatorsPage.getByRole('button', { name: 'Activate a licence' }).click();
    const dialog = operatorsPage.getByRole('dialog');
    await dialog.getByLabel('Plan').fill('professional');
    await dialog.getByLabel('Devices, at most').fill('25');
    await look(operatorsPage, 'journey-07-licence');
    await dialog.getByRole('button', { name: 'Activate a licence' }).click();
    await expect(dialog).toBeHidden();
    await expect(operatorsPage.getByText('Active', { exact: true })).toBeVisible();
    await expect(operatorsPage.getByRole('status').filter({ hasText: 'Arrived' })).toBeVisible();
    await look(operatorsPage, 'journey-08-tenant-active');
});

test('now the owner signs in, and makes a provisioning key', async () => {
    await fillLogin(ownersPage, owner);
    await expect(ownersPage.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    await expect(ownersPage.getByText(tenant)).toBeVisible();
    await look(ownersPage, 'journey-09-overview');
    await goTo(ownersPage, 'Provisioning keys');
    await ownersPage.getByRole('button', { name: 'New key' }).first().click();
    const dialog = ownersPage.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Head office');
    await dialog.getByLabel('Most uses').fill('1');
    await dialog.getByRole('button', { name: 'New key' }).click();
    await expect(ownersPage.getByText('Your new key')).toBeVisible();
    const key = await takeSecret(ownersPage);
    expect(key).toMatch(/^mzp_/);
    await expect(row(ownersPage, 'Head office').getByText('Usable')).toBeVisible();
    agent = new Agent(device, key);
});

test('its appliance registers by itself and is there with live charts', async () => {
    agent?.start();
    await goTo(ownersPage, 'Devices');
    await expect(async () => {
        await ownersPage.reload();
        await expect(row(ownersPage, device).getByText('Online')).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await row(ownersPage, device).click();
    await expect(ownersPage.getByRole('heading', { level: 1 })).toContainText(device);
    await leaveMark(ownersPage);
    for (const chart of ['CPU', 'Memory', 'Disk', 'Network', 'Load']) {
        await expect(ownersPage.getByRole('img', { name: `Chart: ${chart}.` }).locator('canvas')).toBeVisible();
    }
    const newest = async () => {
        const response = await ownersPage.waitForResponse((answer) => answer.url().includes('/telemetry?') && answer.ok(), { timeout: 60_000 });
        const { items } = (await response.json()) as { items: { at: string }[] };
        return Date.parse(items.at(-1)?.at ?? '');
    };
    const first = await newest();
    expect(await newest()).toBeGreaterThan(first);
    await expectMark(ownersPage);
    await look(ownersPage, 'journey-10-device');
});

test('the owner adds an analyst, who chooses a password too', async () => {
    await goTo(ownersPage, 'Users');
    await ownersPage.getByRole('button', { name: 'New user' }).click();
    const dialog = ownersPage.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill(analyst.email);
    await dialog.getByLabel('Name').fill('Zofia Świątek');
    await dialog.getByLabel('Role').selectOption('security_analyst');
    await dialog.getByRole('button', { name: 'New user' }).click();
    await expect(ownersPage.getByText('The invitation is on its way')).toBeVisible();
    const link = await takeSecret(ownersPage);
    await expect(row(ownersPage, analyst.email).getByText('Invited')).toBeVisible();
    await look(ownersPage, 'journey-11-users');
    await choosePassword(analystsPage, link, analyst.password);
    await signIn(analystsPage, analyst);
});

test('a port that opens is an alert at once in both browsers of the tenant, and in none of another', async () => {
    await signIn(strangersPage, userOf(birch, 'owner'));
    for (const page of [ownersPage, analystsPage, strangersPage]) {
        await goTo(page, 'Alerts');
        await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible();
        await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
        await leaveMark(page);
    }
    await look(ownersPage, 'journey-12-no-alerts');
    port = await OpenPort.open();
    const words = port.words;
    for (const page of [ownersPage, analystsPage]) {
        await expect(page.getByRole('button', { name: /new alert/ })).toBeVisible();
    }
    await look(ownersPage, 'journey-13-alert-waits');
    for (const page of [ownersPage, analystsPage]) {
        await page.getByRole('button', { name: /new alert/ }).click();
        await expect(row(page, words)).toHaveCount(1);
        await expect(row(page, words)).toContainText(device);
        await expectMark(page);
    }
    // What could still be on its way to the stranger has had the time of everything above.
    await sleep(2000);
    await expectMark(strangersPage);
    await expect(strangersPage.getByRole('button', { name: /new alert/ })).toHaveCount(0);
    await expect(row(strangersPage, words)).toHaveCount(0);
    const strangers = await (await new Api(environment.CLOUD_API_URL).login(userOf(birch, 'owner'))).all<{ title: string }>('/alerts');
    expect(strangers.filter((alert) => alert.title.includes(words))).toEqual([]);
    await look(analystsPage, 'journey-14-alert-shown');
});

test('what one does with it the other sees', async () => {
    const words = port?.words ?? '';
    await row(analystsPage, words).getByText(words).click();
    await expect(analystsPage.getByRole('heading', { level: 1 })).toContainText(words);
    await look(analystsPage, 'journey-15-alert');
    await analystsPage.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(analystsPage.getByText('Acknowledged', { exact: true })).toBeVisible();
    await expect(row(ownersPage, words).getByText('Acknowledged')).toBeVisible();
    await expectMark(ownersPage);
});

test('the alert becomes an incident that is assigned, discussed and resolved', async () => {
    const words = port?.words ?? '';
    await row(ownersPage, words).getByText(words).click();
    await ownersPage.getByRole('button', { name: 'Turn into an incident' }).click();
    await expect(ownersPage.getByText('INC-000001').first()).toBeVisible();
    await expect(ownersPage.getByRole('heading', { level: 1 })).toContainText(words);

    const properties = ownersPage.getByRole('complementary');
    await properties.getByRole('button', { name: /^Assignee: / }).click();
    await ownersPage.getByRole('menuitemradio', { name: 'Zofia Świątek' }).click();
    await expect(properties.getByText('Zofia Świątek')).toBeVisible();

    await ownersPage.getByRole('textbox', { name: /^Write a comment/ }).fill('Kto otworzył ten port? Sprawdź, proszę.');
    await ownersPage.keyboard.press('Control+Enter');
    await expect(ownersPage.getByRole('listitem').filter({ hasText: 'Kto otworzył ten port?' })).toBeVisible();
    await look(ownersPage, 'journey-16-incident');

    await ownersPage.getByRole('button', { name: 'Resolve' }).click();
    const dialog = ownersPage.getByRole('dialog');
    await dialog.getByLabel('Resolution').fill('It was a test, and the port is closed again.');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect(dialog).toBeHidden();
    await expect(ownersPage.getByText('Resolved', { exact: true }).first()).toBeVisible();
    await expect(ownersPage.getByRole('button', { name: 'Reopen' })).toBeVisible();
    await look(ownersPage, 'journey-17-resolved');
});

test('everything is in the audit log, and the licence is shown', async () => {
    await goTo(ownersPage, 'Audit log');
    for (const phrase of ['Incident resolved', 'Incident made of an alert', 'New user', 'New provisioning key']) {
        await expect(row(ownersPage, phrase)).toHaveCount(1);
    }
    await expect(ownersPage.getByText('Log intact')).toBeVisible();
    await look(ownersPage, 'journey-18-audit');
    await goTo(ownersPage, 'Licence');
    await expect(ownersPage.getByText('professional')).toBeVisible();
    await look(ownersPage, 'journey-19-licence');
});

test('a suspended tenant is out at once, and in again when the suspension ends', async () => {
    await operatorsPage.getByRole('button', { name: 'More actions' }).click();
    await operatorsPage.getByRole('menuitem', { name: 'Suspend' }).click();
    const dialog = operatorsPage.getByRole('dialog');
    await dialog.getByRole('textbox').fill(tenant);
    await look(operatorsPage, 'journey-20-suspend');
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await expect(dialog).toBeHidden();
    await expect(operatorsPage.getByText('Suspended', { exact: true })).toBeVisible();
    await expect(operatorsPage.getByRole('status').filter({ hasText: 'Arrived' })).toBeVisible();
    const signInAgain = () =>
        new Api(environment.CLOUD_API_URL).login(owner).then(
            () => 'in',
            (error: unknown) => (error as { type?: string }).type ?? '',
        );
    expect(await signInAgain()).toContain('tenant-not-active');
    await operatorsPage.getByRole('button', { name: 'End the suspension' }).click();
    await expect(operatorsPage.getByText('Active', { exact: true })).toBeVisible();
    await expect.poll(signInAgain).toBe('in');
});

test('the operators’ own audit log has it all', async () => {
    await goTo(operatorsPage, 'Audit log');
    await expect(row(operatorsPage, 'tenant_suspend').first()).toBeVisible();
    await look(operatorsPage, 'journey-21-management-audit');
});

test('no page complained', () => {
    [operatorsPage, ownersPage, analystsPage, strangersPage].forEach(expectQuiet);
});
