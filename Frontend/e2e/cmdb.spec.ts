import { expect, test, type Page } from '@playwright/test';
import { Api, Refused } from './support/api';
import { expectQuiet, listen, look, newBrowser, signIn } from './support/browser';
import { alder, birch, environment, userOf } from './support/product';

const owner = userOf(alder, 'owner');
const stamp = String(Date.now()).slice(-7);

interface Ci {
    id: string;
    name: string;
    version: number;
    attributes: Record<string, unknown>;
}

const api = () => new Api(environment.CLOUD_API_URL).login(owner);
const make = async (name: string, attributes: object = {}, more: object = {}) => (await api()).post<Ci>('/cis', { class_key: 'server', name, attributes, ...more });
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first();
const attribute = (page: Page, name: string) => page.locator('dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).first();

async function open(page: Page, path: string): Promise<void> {
    await page.goto(environment.CLOUD_URL + path);
    await expect(page.locator('#content h1')).toBeVisible();
}

test.beforeEach(async ({ page }) => {
    listen(page);
    await signIn(page, owner);
});

test('a server is written down, and each of its values knows whose word it is', async ({ page }) => {
    const name = `web-${stamp}`;
    await open(page, '/cmdb?class_key=server');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Class')).toHaveValue('server');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'New item' }).click();
    await page.getByRole('button', { name: 'Open it' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

    await page.getByRole('button', { name: /attributes? without a value/ }).click();
    await attribute(page, 'Serial number').hover();
    await page.getByRole('button', { name: 'Change Serial number' }).click();
    await page.getByRole('textbox', { name: 'Serial number' }).fill(`SN-${stamp}`);
    await page.keyboard.press('Enter');
    await expect(attribute(page, 'Serial number')).toContainText(`SN-${stamp}`);

    // A program says something else of the same thing: the same serial number, another model.
    const cloud = await api();
    await cloud.post('/ci-observations', { observations: [{ key: `asset-${stamp}`, class_key: 'server', attributes: { name: `${name}-scanned`, serial_number: `SN-${stamp}`, model: 'PowerEdge' } }] });
    await page.reload();
    await expect(attribute(page, 'Model')).toContainText('PowerEdge');
    await attribute(page, 'Serial number').getByRole('button', { name: /who says so/ }).click();
    const sources = page.getByRole('dialog');
    await expect(sources.getByText('Believed')).toBeVisible();
    await expect(sources.getByRole('listitem')).toHaveCount(2);
    await look(page, 'cmdb-provenance');
    await page.keyboard.press('Escape');

    await page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: 'Sources' }).click();
    await expect(page.getByText(`The source calls it asset-${stamp}`)).toBeVisible();
    await look(page, 'cmdb-records');
    expectQuiet(page);
});

test('what does not fit stands at its field', async ({ page }) => {
    const ci = await make(`bad-${stamp}`);
    await open(page, `/cmdb/items/${ci.id}`);
    await page.getByRole('button', { name: /attributes? without a value/ }).click();
    await attribute(page, 'Serial number').hover();
    await page.getByRole('button', { name: 'Change Serial number' }).click();
    await page.getByRole('textbox', { name: 'Serial number' }).fill('x'.repeat(5000));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Serial number' })).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Serial number' })).toBeHidden();
});

test('a list is filtered by an attribute of the organisation’s own, and the address says so', async ({ page }) => {
    const cloud = await api();
    const key = `rack_units_${stamp}`;
    await cloud.post('/ci-attributes', { key, class_key: 'server', name: `Rack units ${stamp}`, type: 'number' });
    for (const units of [1, 2, 4]) {
        await make(`rack-${stamp}-${String(units)}`, { [key]: units });
    }
    await open(page, '/cmdb?class_key=server');
    await page.getByRole('button', { name: 'Add a filter' }).click();
    await page.getByRole('menuitem', { name: `Rack units ${stamp}` }).click();
    await page.getByLabel(`Rack units ${stamp}`).selectOption('between');
    await page.getByLabel('From', { exact: true }).fill('2');
    await page.getByLabel('To', { exact: true }).fill('8');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(new RegExp(`a\\.${key}=between%3A2..8`));
    await expect(row(page, `rack-${stamp}-4`)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: `rack-${stamp}-1` })).toHaveCount(0);
    await look(page, 'cmdb-filtered');
    // It survives a reload, as a view that others see too.
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabel('Name of the view').fill(`Racks ${stamp}`);
    await page.getByLabel('Share with everybody here').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: `Racks ${stamp}` }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.reload();
    await page.getByRole('button', { name: `Racks ${stamp}` }).first().click();
    await expect(row(page, `rack-${stamp}-2`)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: `rack-${stamp}-1` })).toHaveCount(0);
    expectQuiet(page);
});

test('several are changed at once, after everybody has seen what will happen', async ({ page }) => {
    for (const number of [1, 2]) {
        await make(`bulk-${stamp}-${String(number)}`);
    }
    await open(page, `/cmdb?class_key=server&q=bulk-${stamp}`);
    for (const number of [1, 2]) {
        await page.getByRole('checkbox', { name: `Select bulk-${stamp}-${String(number)}` }).check();
    }
    await page.getByRole('toolbar').getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Status', { exact: true }).selectOption('maintenance');
    await dialog.getByRole('button', { name: 'See what happens' }).click();
    await expect(dialog.getByText('To be changed: 2.')).toBeVisible();
    await look(page, 'cmdb-bulk-preview');
    await dialog.getByRole('button', { name: 'Change 2 items' }).click();
    await expect(page.getByText('2 items changed')).toBeVisible();
    await expect(row(page, `bulk-${stamp}-1`)).toContainText('Under maintenance');
    expectQuiet(page);
});

test('the past is looked at, compared and brought back', async ({ page }) => {
    const cloud = await api();
    const ci = await make(`past-${stamp}`, { model: 'Old' });
    const before = new Date(Date.now() + 50).toISOString();
    await page.waitForTimeout(100);
    await open(page, `/cmdb/items/${ci.id}`);
    await attribute(page, 'Model').hover();
    await page.getByRole('button', { name: 'Change Model' }).click();
    await page.getByRole('textbox', { name: 'Model' }).fill('New');
    await page.keyboard.press('Enter');
    await expect(attribute(page, 'Model')).toContainText('New');

    await open(page, `/cmdb/items/${ci.id}?as_of=${encodeURIComponent(before)}`);
    await expect(attribute(page, 'Model')).toContainText('Old');
    await expect(page.getByText(/You see what was known at/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change Model' })).toHaveCount(0);
    await look(page, 'cmdb-as-of');
    await page.getByRole('button', { name: 'Back to now' }).click();

    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('checkbox', { name: /Compare the state of/ }).first().check();
    await page.getByRole('checkbox', { name: /Compare the state of/ }).nth(1).check();
    await look(page, 'cmdb-history');
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: 'Model' })).toContainText('Old');
    await look(page, 'cmdb-diff');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Actions for the state of/ }).last().click();
    await page.getByRole('menuitem', { name: 'Restore everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('Restored').first()).toBeVisible();
    expect((await cloud.get<Ci>(`/cis/${ci.id}`)).attributes.model).toBe('Old');

    await open(page, `/cmdb?class_key=server&as_of=${encodeURIComponent(before)}`);
    await expect(row(page, `past-${stamp}`)).toBeVisible();
    await look(page, 'cmdb-list-as-of');
    expectQuiet(page);
});

test('two become one, and two again', async ({ page }) => {
    const one = await make(`one-${stamp}`, { model: 'A' });
    const two = await make(`two-${stamp}`, { model: 'B' });
    await open(page, `/cmdb/items/${one.id}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Merge with another item…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'The other item' }).fill(`two-${stamp}`);
    await dialog.getByRole('option', { name: new RegExp(`two-${stamp}`) }).click();
    await expect(dialog.getByRole('row').filter({ hasText: 'Model' })).toContainText('differs');
    await dialog.getByLabel('Reason').fill('The same box, labelled twice');
    await look(page, 'cmdb-merge');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(dialog).toBeHidden();
    await open(page, `/cmdb/items/${two.id}`);
    await expect(page.getByText('This is part of another item now:')).toBeVisible();

    await open(page, `/cmdb/items/${one.id}?tab=records`);
    await page.getByRole('button', { name: 'Take out' }).last().click();
    await page.getByRole('dialog').getByLabel('Reason').fill('They are two after all');
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await expect(page.getByText(/^Taken out:/)).toBeVisible();
    await open(page, `/cmdb/items/${two.id}`);
    await expect(page.getByText('This is part of another item now:')).toHaveCount(0);
    expectQuiet(page);
});

test('what was deleted comes back', async ({ page }) => {
    const ci = await make(`gone-${stamp}`);
    await open(page, `/cmdb/items/${ci.id}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(ci.name);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText(/^Deleted at/)).toBeVisible();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(page.getByText(/^Deleted at/)).toBeHidden();
    expectQuiet(page);
});

test('Ctrl-K finds it by name', async ({ page }) => {
    await make(`needle-${stamp}`);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(`needle-${stamp}`);
    await expect(page.getByRole('option').filter({ hasText: `needle-${stamp}` })).toContainText('Server');
    await look(page, 'cmdb-palette');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `needle-${stamp}` })).toBeVisible();
    expectQuiet(page);
});

test('another organisation sees nothing of it', async ({ browser }) => {
    const ci = await make(`secret-${stamp}`);
    const theirs = await new Api(environment.CLOUD_API_URL).login(userOf(birch, 'owner'));
    await expect(theirs.get(`/cis/${ci.id}`)).rejects.toBeInstanceOf(Refused);
    const page = await newBrowser(browser);
    await signIn(page, userOf(birch, 'owner'));
    await page.goto(`${environment.CLOUD_URL}/cmdb/items/${ci.id}`);
    await expect(page.getByRole('heading', { name: 'Not part of your licence' })).toBeVisible();
    await expect(page.getByText(`secret-${stamp}`)).toHaveCount(0);
    await look(page, 'cmdb-not-licensed');
    await page.context().close();
});
