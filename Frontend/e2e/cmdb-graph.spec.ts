import { expect, test, type Page } from '@playwright/test';
import { Api } from './support/api';
import { expectQuiet, listen, look, newBrowser, signIn } from './support/browser';
import { alder, environment, userOf } from './support/product';

const login = userOf(alder, 'owner');

interface Ci {
    id: string;
    name: string;
}

/** A shop that runs on a machine in a room, with a name of its own for each run. */
async function shop(): Promise<Record<'service' | 'web' | 'host' | 'room' | 'other', Ci>> {
    const api = await new Api(environment.CLOUD_API_URL).login(login);
    const stamp = String(Date.now()).slice(-6);
    const make = (name: string, class_key: string) => api.post<Ci>('/cis', { name: `${name} ${stamp}`, class_key });
    const made = {
        service: await make('Sklep internetowy', 'business_service'),
        web: await make('Shop front', 'application'),
        host: await make('web-1', 'server'),
        room: await make('Serwerownia', 'location'),
        other: await make('Kraków', 'location'),
    };
    const relate = (type_key: string, from: Ci, to: Ci) => api.post('/relations', { type_key, from_id: from.id, to_id: to.id });
    await relate('depends_on', made.service, made.web);
    await relate('runs_on', made.web, made.host);
    await relate('located_in', made.host, made.room);
    return made;
}

const graph = (ci: Ci, query = '') => `${environment.CLOUD_URL}/cmdb/items/${ci.id}/graph${query}`;
const node = (page: Page, ci: Ci) => page.locator(`#node-${ci.id}`);

test('the graph is walked with the keyboard, and shows why somebody suffers', async ({ page }) => {
    listen(page);
    const made = await shop();
    await signIn(page, login);
    await page.goto(graph(made.host, '?depth=1'));
    await expect(page.getByRole('heading', { level: 1, name: made.host.name })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Items and their relations' }).getByRole('button')).toHaveCount(3);

    await node(page, made.host).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(node(page, made.web)).toBeFocused();
    await page.keyboard.press('+');
    await expect(node(page, made.service)).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(node(page, made.service)).toBeFocused();

    await page.getByLabel('Impact').selectOption('suffers');
    await expect(page.getByRole('status').filter({ hasText: '2 items are touched' })).toBeVisible();
    const why = page.getByRole('complementary', { name: made.service.name }).getByRole('listitem').filter({ hasText: 'is needed by' });
    await expect(why.first()).toContainText(`${made.web.name}is needed by${made.service.name}`);
    await look(page, 'cmdb-graph-impact');

    await page.getByRole('button', { name: 'Table' }).click();
    await expect(page.getByRole('row').filter({ hasText: made.service.name }).first()).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Touched' })).toBeVisible();
    await look(page, 'cmdb-graph-table');

    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await node(page, made.web).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/cmdb/items/${made.web.id}$`));
    expectQuiet(page);
});

test('the graph is moved, scaled and filtered, and stands in the address', async ({ page }) => {
    listen(page);
    const made = await shop();
    await signIn(page, login);
    await page.goto(graph(made.host, '?depth=2'));
    await expect(node(page, made.service)).toBeVisible();
    const before = await node(page, made.host).boundingBox();
    await page.getByRole('button', { name: 'Smaller' }).click();
    const after = await node(page, made.host).boundingBox();
    expect(after?.width ?? 0).toBeLessThan(before?.width ?? 0);
    await page.mouse.move(400, 700);
    await page.mouse.down();
    await page.mouse.move(460, 640, { steps: 4 });
    await page.mouse.up();
    const moved = await node(page, made.host).boundingBox();
    expect(Math.round((moved?.x ?? 0) - (after?.x ?? 0))).toBe(60);

    await page.getByRole('button', { name: 'Classes' }).click();
    await page.getByRole('menuitemcheckbox', { name: /Application/ }).click();
    await expect(node(page, made.service)).toHaveCount(0);
    await expect(page).toHaveURL(/without_classes=application/);
    await page.reload();
    await expect(node(page, made.room)).toBeVisible();
    await expect(node(page, made.web)).toHaveCount(0);
    expectQuiet(page);
});

test('a relation is added, the one in its way is named and replaced, and ended', async ({ page }) => {
    listen(page);
    const made = await shop();
    await signIn(page, login);
    await page.goto(`${environment.CLOUD_URL}/cmdb/items/${made.host.id}?tab=relations`);
    await expect(page.getByRole('heading', { level: 2, name: 'is in', exact: true })).toBeVisible();
    await look(page, 'cmdb-relations');
    await page.getByRole('button', { name: 'Add a relation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(made.host.name).selectOption({ label: 'is in' });
    await dialog.getByRole('combobox', { name: 'To which item' }).fill(made.other.name);
    await dialog.getByRole('option', { name: made.other.name }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText(made.room.name)).toBeVisible();
    await dialog.getByRole('button', { name: 'End that one and add this one' }).click();
    await expect(page.getByRole('link', { name: made.other.name })).toBeVisible();
    await expect(page.getByRole('link', { name: made.room.name })).toHaveCount(0);

    await page.getByRole('button', { name: `End the relation to ${made.web.name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await expect(page.getByRole('link', { name: made.web.name })).toHaveCount(0);
    expectQuiet(page);
});

test('the tab of impact names services first', async ({ page }) => {
    listen(page);
    const made = await shop();
    await signIn(page, login);
    await page.goto(`${environment.CLOUD_URL}/cmdb/items/${made.host.id}?tab=impact`);
    await expect(page.getByRole('heading', { level: 2, name: 'Business services' })).toBeVisible();
    await expect(page.getByText('2 items are touched')).toBeVisible();
    await look(page, 'cmdb-impact');
    expectQuiet(page);
});

test('a phone reads the table first, in Polish and in the dark', async ({ browser }) => {
    const made = await shop();
    const page = await newBrowser(browser, { locale: 'pl-PL', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true });
    await signIn(page, login);
    await page.goto(graph(made.host));
    await expect(page.getByRole('heading', { level: 2, name: 'Elementy' })).toBeVisible();
    await look(page, 'cmdb-graph-phone');
    await page.goto(graph(made.host, '?view=graph'));
    await expect(node(page, made.web)).toBeVisible();
    await look(page, 'cmdb-graph-phone-picture');
    expectQuiet(page);
});
