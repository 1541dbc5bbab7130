import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { expectQuiet, fillLogin, goTo, listen, look } from './support/browser';
import { Api } from './support/api';
import { birch, environment, userOf } from './support/product';
import { totp } from './support/totp';

// Passkeys belong to a domain name, and 127.0.0.1 is none.
const console_ = environment.CLOUD_URL.replace('//127.0.0.1', '//localhost');
const owner = userOf(birch, 'owner');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** A security key that Chromium plays, with the fingerprint always right. */
async function plugInKey(page: Page): Promise<{ cdp: CDPSession; id: string }> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    return { cdp, id: authenticatorId };
}

async function signOut(page: Page): Promise<void> {
    await page.context().clearCookies();
    await page.goto(`${console_}/login`);
    await expect(heading(page, 'Sign in')).toBeVisible();
}

/** A further person of the organisation, who has chosen a password. */
async function makePerson(role: string): Promise<{ email: string; password: string }> {
    const api = await new Api(environment.CLOUD_API_URL).login(owner);
    const person = { email: `factor-${role}-${String(Date.now())}@birch.example`, password: 'correct horse battery staple' };
    const made = await api.post<{ setup_token: string }>('/users', { email: person.email, display_name: `Factor ${role}`, role });
    await api.post('/auth/setup', { token: made.setup_token, password: person.password });
    return person;
}

test('a passkey is added, finishes a log-in, signs in alone, and is asked for before a dangerous act', async ({ page }) => {
    listen(page);
    const person = await makePerson('admin');
    const { cdp, id } = await plugInKey(page);
    await page.goto(console_);
    await fillLogin(page, person);
    await goTo(page, 'Your sign-in');
    await look(page, 'own-security-empty');

    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name').fill('Virtual key');
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    await look(page, 'recovery-codes');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect(page.getByText('Virtual key')).toBeVisible();
    await look(page, 'own-security');

    await signOut(page);
    await look(page, 'login-passkey');
    await fillLogin(page, person);
    await expect(heading(page, 'Second factor')).toBeVisible();
    await look(page, 'second-factor');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(heading(page, 'Overview')).toBeVisible();

    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(heading(page, 'Overview')).toBeVisible();

    // As if the proof were old: the server says so once, and the same call succeeds after the passkey was shown.
    let refused = false;
    await goTo(page, 'Your sign-in');
    await page.route(/\/api\/v1\/me\/factors\/offer$/, async (route) => {
        if (!refused) {
            refused = true;
            const headers = { 'Access-Control-Allow-Origin': console_, 'Access-Control-Allow-Credentials': 'true' };
            await route.fulfill({ status: 403, headers, contentType: 'application/problem+json', body: '{"type":"urn:monozu:problem:step-up-required","title":"Not allowed","status":403}' });
        } else {
            await route.continue();
        }
    });
    await page.getByRole('button', { name: 'Add an authenticator app' }).click();
    await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
    await look(page, 'step-up');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    await look(page, 'add-totp');
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1);
    expectQuiet(page);
});

test('an authenticator app is added with its first code, and a recovery code stands in for it', async ({ page }) => {
    listen(page);
    const person = await makePerson('agent');
    await page.goto(console_);
    await fillLogin(page, person);
    await goTo(page, 'Your sign-in');
    await page.getByRole('button', { name: 'Add an authenticator app' }).click();
    const secret = (await page.locator('code').textContent()) ?? '';
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('This is not the code that the app shows now')).toBeVisible();
    await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const code = (await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'I have kept it' }).click();

    await signOut(page);
    await fillLogin(page, person);
    // The next step's code, because the one of this step was used to confirm.
    await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret, Date.now() + 30_000));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(heading(page, 'Overview')).toBeVisible();

    await signOut(page);
    await fillLogin(page, person);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Continue' }).click();
    await goTo(page, 'Your sign-in');
    await expect(page.getByText('9 are left.')).toBeVisible();
    expectQuiet(page);
});

test('an organisation demands a factor, and whoever has none adds one on the way in', async ({ page }) => {
    listen(page);
    const person = await makePerson('auditor');
    const { cdp } = await plugInKey(page);
    await page.goto(console_);
    await fillLogin(page, owner);
    await goTo(page, 'Security policy');
    await page.getByRole('radio', { name: 'Some roles' }).check();
    await page.getByRole('checkbox', { name: 'Auditor' }).check();
    await look(page, 'security-policy');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The policy is in force')).toBeVisible();

    await signOut(page);
    await fillLogin(page, person);
    await expect(heading(page, 'Add a second factor')).toBeVisible();
    await look(page, 'enrolment');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
    await page.getByRole('button', { name: 'I have kept them, go on' }).click();
    await expect(heading(page, 'Overview')).toBeVisible();
    await goTo(page, 'Your sign-in');
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('add another one before you remove this')).toBeVisible();
    await cdp.detach();

    await signOut(page);
    await fillLogin(page, owner);
    await goTo(page, 'Security policy');
    await page.getByRole('radio', { name: 'Nobody has to; everybody may' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The policy is in force')).toBeVisible();
    expectQuiet(page);
});

test('a page whose address is no domain says where passkeys work', async ({ page }) => {
    listen(page);
    await page.goto(`${environment.CLOUD_URL}/login`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByText('Passkeys do not work at the address 127.0.0.1.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open this page where they do' })).toHaveAttribute('href', `${console_}/login`);
    expectQuiet(page);
});
