import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { join } from 'node:path';
import { environment, type Login } from './product';

/** What a page complained about; a test that ends with anything in it fails where it calls `expectQuiet`. */
const complaints = new WeakMap<Page, string[]>();

/** A browser of its own: nothing is shared with others, not even the cookies. */
export async function newBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Warsaw', viewport: { width: 1440, height: 900 }, ...options });
    return listen(await context.newPage());
}

export function listen(page: Page): Page {
    const heard: string[] = [];
    complaints.set(page, heard);
    page.on('pageerror', (error) => heard.push(error.stack ?? error.message));
    page.on('console', (message) => {
        // That a call was refused is the browser's own remark; what the page makes of it is what the tests look at.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
            heard.push(message.text());
        }
    });
    return page;
}

export function expectQuiet(page: Page): void {
    expect(complaints.get(page) ?? []).toEqual([]);
}

export async function signIn(page: Page, login: Login, address: string = environment.CLOUD_URL): Promise<void> {
    await page.goto(address);
    await fillLogin(page, login);
    await expect(page.locator('#content h1')).toBeVisible();
}

export async function fillLogin(page: Page, login: Login): Promise<void> {
    await page.locator('input[name=email]').fill(login.email);
    await page.locator('input[name=password]').fill(login.password);
    await page.locator('button[type=submit]').click();
}

/** To a page of the console by its name in the navigation; a number may stand behind it. */
export async function goTo(page: Page, name: string): Promise<void> {
    await page
        .getByRole('navigation', { name: 'Main navigation' })
        .getByRole('link', { name: new RegExp(`^${name}( \\d+)?$`) })
        .click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** A picture for people to look at, in <var>/screenshots, and what the machine can tell: WCAG, and that nothing leads sideways. */
export async function look(page: Page, name: string): Promise<void> {
    await page.evaluate(() => document.fonts.ready);
    // What fades in is half transparent, and that is no contrast to measure.
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity));
    await page.screenshot({ path: join(environment.MONOZU_VAR, 'screenshots', `${name}.png`) });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
        `accessibility of ${name}`,
    ).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Stays on the page as long as it is not loaded again. */
export async function leaveMark(page: Page): Promise<void> {
    await page.evaluate(() => document.body.setAttribute('data-test-mark', ''));
}

export async function expectMark(page: Page): Promise<void> {
    await expect(page.locator('body[data-test-mark]')).toBeAttached();
}
