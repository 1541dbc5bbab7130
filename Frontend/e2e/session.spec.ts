import { expect, test } from '@playwright/test';
import { fillLogin, goTo, listen, newBrowser, signIn } from './support/browser';
import { alder, demo, environment, userOf } from './support/product';

const login = userOf(alder, 'agent');
const refreshPath = '/api/v1/auth/refresh';

test('leads back to the page that was wanted', async ({ page }) => {
    await page.goto('/incidents?status=open');
    await expect(page).toHaveURL(/\/login\?next=/);
    await fillLogin(page, login);
    await expect(page).toHaveURL(`${environment.CLOUD_URL}/incidents?status=open`);
});

test('the access token is in memory only, the refresh token out of reach of scripts', async ({ page }) => {
    const tokens: string[] = [];
    page.on('response', (response) => {
        if (response.url().includes('/api/v1/auth/') && response.ok() && response.request().method() === 'POST') {
            void response.json().then(({ access_token: token }: { access_token: string }) => tokens.push(token));
        }
    });
    await signIn(page, login);
    expect(tokens.length).toBeGreaterThan(0);
    const reachable = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.documentElement.outerHTML]));
    for (const token of tokens) {
        expect(reachable).not.toContain(token);
    }
    const cookies = await page.context().cookies(`${environment.CLOUD_API_URL}/api/v1/auth`);
    expect(cookies.map(({ name }) => name.replace(/_[0-9a-f]{12}$/, '')).sort()).toEqual(['monozu_browser', 'monozu_refresh']);
    for (const cookie of cookies) {
        expect(cookie).toMatchObject({ path: '/api/v1/auth', httpOnly: true, sameSite: 'Strict', secure: environment.CLOUD_API_URL.startsWith('https') });
        expect(reachable).not.toContain(cookie.value);
    }
});

test('a reload and a new tab need no password', async ({ page }) => {
    await signIn(page, login);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    const second = listen(await page.context().newPage());
    await second.goto('/incidents');
    await expect(second.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
});

test('many tabs that wake at once renew in turn, and nobody is taken for a thief', async ({ page }) => {
    await signIn(page, login);
    const tabs = await Promise.all(Array.from({ length: 5 }, () => page.context().newPage()));
    for (let round = 0; round < 2; round += 1) {
        await Promise.all(tabs.map((tab) => tab.goto('/incidents')));
        for (const tab of tabs) {
            await expect(tab.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
        }
    }
});

test('an access token that has run out is renewed without a word', async ({ page }) => {
    await page.clock.install();
    await signIn(page, login);
    const renewed = page.waitForRequest((request) => request.url().endsWith(refreshPath));
    await page.clock.fastForward('11:00');
    await goTo(page, 'Incidents');
    await renewed;
    await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Incidents' }).or(page.getByText('No incidents yet'))).toBeVisible();
});

test('a token the server no longer takes is renewed once, however many calls it was refused to', async ({ page }) => {
    await signIn(page, login);
    let refused = 0;
    let renewals = 0;
    page.on('request', (request) => (renewals += request.url().endsWith(refreshPath) ? 1 : 0));
    await page.route(/\/api\/v1\/(?:incidents|users|devices)/, async (route) => {
        if (refused < 2 && route.request().method() === 'GET') {
            refused += 1;
            await route.fulfill({ status: 401, headers: { 'Access-Control-Allow-Origin': environment.CLOUD_URL, 'Access-Control-Allow-Credentials': 'true' }, contentType: 'application/problem+json', body: '{"title":"Unauthorized","status":401}' });
        } else {
            await route.continue();
        }
    });
    await goTo(page, 'Incidents');
    await expect(page.getByRole('grid', { name: 'Incidents' }).or(page.getByText('No incidents yet'))).toBeVisible();
    // The grid stands there before its rows do, so the renewal may still be on its way; a second one would follow at once.
    await expect.poll(() => renewals).toBe(1);
    await page.waitForTimeout(1000);
    expect(refused).toBeGreaterThan(0);
    expect(renewals).toBe(1);
});

test('signing out in one tab ends the others, and the cookie with them', async ({ page }) => {
    await signIn(page, login);
    const other = await page.context().newPage();
    await other.goto('/incidents');
    await expect(other.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
    const refreshCookies = async () => (await page.context().cookies(`${environment.CLOUD_API_URL}/api/v1/auth`)).filter(({ name }) => name === 'monozu_refresh');
    const [cookie] = await refreshCookies();
    await page.getByRole('button', { name: /Agent/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const tab of [page, other]) {
        await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    }
    expect(await refreshCookies()).toEqual([]);
    await other.reload();
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    const replayed = await fetch(environment.CLOUD_API_URL + refreshPath, { method: 'POST', headers: { Cookie: `monozu_refresh=${cookie?.value ?? ''}` } });
    expect(replayed.status).toBe(401);
});

test('the two consoles keep their sessions apart', async ({ browser }) => {
    const page = await newBrowser(browser);
    await signIn(page, login);
    await page.goto(environment.MANAGEMENT_URL);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await fillLogin(page, demo.management);
    await expect(page.getByRole('heading', { name: 'Tenants', level: 1 })).toBeVisible();
    await page.goto(environment.CLOUD_URL);
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
});

test('what a role may not do is not offered, and an address typed by hand says so', async ({ page }) => {
    await signIn(page, userOf(alder, 'agent'));
    await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
    await page.goto('/settings/audit');
    await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible();
});
