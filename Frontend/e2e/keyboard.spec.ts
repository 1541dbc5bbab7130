import { expect, test } from '@playwright/test';
import { listen, look, signIn } from './support/browser';
import { alder, userOf } from './support/product';

const focusIsInDialog = () => document.activeElement?.closest('[role=dialog]') !== null;

test('a day’s work by keyboard alone', async ({ page }) => {
    listen(page);
    await signIn(page, userOf(alder, 'admin'));
    const { keyboard } = page;

    await test.step('to a page by its name', async () => {
        await keyboard.press('Control+k');
        await expect(page.getByRole('combobox')).toBeFocused();
        await keyboard.type('inc');
        await expect(page.getByRole('option', { selected: true })).toContainText('Incidents');
        await look(page, 'keyboard-palette');
        await keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
    });

    await test.step('report three incidents', async () => {
        for (const title of ['Printer on the second floor', 'Żółta lampka na serwerze', 'VPN is slow']) {
            await expect(page.getByRole('dialog')).toBeHidden();
            await keyboard.press('c');
            await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
            await keyboard.type(title);
            await keyboard.press('Control+Enter');
            await expect(page.getByRole('row').filter({ hasText: title }).first()).toBeVisible();
        }
    });

    await test.step('a dialog keeps the focus and gives it back', async () => {
        await keyboard.press('c');
        await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
        for (let step = 0; step < 12; step += 1) {
            await keyboard.press('Tab');
            expect(await page.evaluate(focusIsInDialog)).toBe(true);
        }
        await keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
    });

    await test.step('down the list, select, open, to the next and back', async () => {
        await keyboard.press('j');
        await keyboard.press('x');
        await keyboard.press('j');
        await keyboard.press('x');
        await expect(page.getByText('2 selected')).toBeVisible();
        await keyboard.press('Escape');
        await expect(page.getByText('2 selected')).toBeHidden();
        await keyboard.press('k');
        await keyboard.press('Enter');
        await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
        await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
        await keyboard.press('j');
        await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
        await keyboard.press('u');
        await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
    });

    await test.step('search in Polish', async () => {
        await keyboard.press('/');
        await keyboard.type('Żółta');
        await expect(page).toHaveURL(/q=/);
        await expect(page.getByRole('row').filter({ hasText: 'Żółta lampka' }).first()).toBeVisible();
        await expect(page.getByRole('row').filter({ hasText: 'VPN is slow' })).toHaveCount(0);
        await keyboard.press('Escape');
    });

    await test.step('the keys are written down', async () => {
        await page.locator('#content').focus();
        await keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
        await look(page, 'keyboard-help');
        await keyboard.press('Escape');
        await keyboard.press('g');
        await keyboard.press('d');
        await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();
    });
});

test('the first thing the Tab key finds is the way past the navigation', async ({ page }) => {
    await signIn(page, userOf(alder, 'admin'));
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();
});
