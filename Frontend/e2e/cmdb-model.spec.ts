import { expect, test } from '@playwright/test';
import { Api } from './support/api';
import { expectQuiet, listen, look, signIn } from './support/browser';
import { alder, environment, userOf } from './support/product';

const owner = userOf(alder, 'owner');

test('an administrator adds a class and an attribute, and sees what a change of it would clear', async ({ page }) => {
    listen(page);
    await signIn(page, owner);
    const stamp = String(Date.now());
    const [kiosk, height] = [`kiosk_${stamp}`, `height_${stamp}`];

    await page.goto(`${environment.CLOUD_URL}/cmdb/model?class=workstation`);
    await expect(page.getByRole('heading', { level: 2, name: 'Workstation' })).toBeVisible();
    await look(page, 'cmdb-model');
    await page.getByRole('button', { name: 'New class below' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(`Kiosk ${stamp}`);
    await page.getByRole('textbox', { name: 'Key' }).fill(kiosk);
    await page.getByRole('button', { name: 'New class', exact: true }).last().click();
    await expect(page.getByRole('heading', { level: 2, name: `Kiosk ${stamp}` })).toBeVisible();

    await page.getByRole('button', { name: 'New attribute' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Height');
    await page.getByRole('textbox', { name: 'Key' }).fill(height);
    await page.getByRole('dialog').getByRole('button', { name: 'New attribute' }).click();
    await expect(page.getByText(height)).toBeVisible();

    const api = await new Api(environment.CLOUD_API_URL).login(owner);
    const ci = await api.post<{ id: string }>('/cis', { class_key: kiosk, name: `Hall ${stamp}`, attributes: { [height]: 'tall' } });
    await page.getByRole('button', { name: 'Actions for Height' }).click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    await page.getByLabel('Type').selectOption('number');
    await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('must be a number')).toBeVisible();
    await look(page, 'cmdb-model-preview');
    await page.getByRole('button', { name: 'Change and clear what does not fit' }).click();
    await expect(page.getByText('The model is changed').last()).toBeVisible();
    const after = await api.get<{ attributes: Record<string, unknown> }>(`/cis/${ci.id}`);
    expect(after.attributes).not.toHaveProperty(height);

    await page.goto(`${environment.CLOUD_URL}/cmdb/model?part=relations`);
    await expect(page.getByText('depends on / is needed by')).toBeVisible();
    await look(page, 'cmdb-model-relations');
    expectQuiet(page);
});
