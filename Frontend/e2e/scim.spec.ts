import { expect, test } from '@playwright/test';
import { Api } from './support/api';
import { expectQuiet, listen, look, signIn } from './support/browser';
import { alder, environment, userOf } from './support/product';

const owner = userOf(alder, 'owner');

/** A directory as Entra ID is one: a key, and the requests that it documents. */
class Directory {
    constructor(
        private readonly base: string,
        private readonly key: string,
    ) {}

    async send<T>(method: string, path: string, body?: object): Promise<T> {
        const response = await fetch(`${this.base}${path}`, {
            method,
            headers: { Authorization: `Bearer ${this.key}`, ...(body === undefined ? {} : { 'Content-Type': 'application/scim+json' }) },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        expect(response.ok, text).toBe(true);
        return (text === '' ? undefined : JSON.parse(text)) as T;
    }
}

test('a directory brings a user and a group, and the role of the group becomes the user’s', async ({ page }) => {
    listen(page);
    await signIn(page, owner);
    const api = await new Api(environment.CLOUD_API_URL).login(owner);
    const stamp = String(Date.now());
    const scopes = ['scim:provision'];
    const account = await api.post<{ id: string }>('/service-accounts', { name: `Entra ID ${stamp}`, permissions: scopes });
    const expires = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
    const made = await api.post<{ key: string }>('/api-keys', { service_account_id: account.id, name: 'Provisioning', scopes, expires_at: expires });

    await page.goto(`${environment.CLOUD_URL}/settings/scim`);
    await expect(page.getByRole('heading', { level: 1, name: 'Provisioning (SCIM)' })).toBeVisible();
    const base = (await page.locator('#content code').first().textContent()) ?? '';
    expect(base).toMatch(/\/scim\/v2$/);
    const directory = new Directory(base, made.key);
    const nobody = await directory.send<{ totalResults: number }>('GET', `/Users?filter=${encodeURIComponent(`userName eq "${stamp}"`)}`);
    expect(nobody.totalResults).toBe(0);
    const email = `anna.${stamp}@alder.example`;
    const user = await directory.send<{ id: string }>('POST', '/Users', {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        externalId: stamp,
        userName: email,
        active: true,
        displayName: `Anna ${stamp}`,
        emails: [{ primary: true, type: 'work', value: email }],
        name: { givenName: 'Anna', familyName: stamp },
    });
    const group = await directory.send<{ id: string }>('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], externalId: stamp, displayName: `Operators ${stamp}` });
    await directory.send('PATCH', `/Groups/${group.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Add', path: 'members', value: [{ $ref: null, value: user.id }] }],
    });

    await page.reload();
    await page.getByLabel(`Role of Operators ${stamp}`).selectOption('agent');
    await look(page, 'scim');
    await page.getByRole('button', { name: 'Save the roles' }).click();
    await expect(page.getByText('The roles are saved')).toBeVisible();
    expect((await api.get<{ role: string }>(`/users/${user.id}`)).role).toBe('agent');

    await page.goto(`${environment.CLOUD_URL}/settings/scim/users?q=${stamp}`);
    await expect(page.getByText(email).first()).toBeVisible();
    await look(page, 'scim-users');
    await page.goto(`${environment.CLOUD_URL}/settings/users?q=${stamp}`);
    await expect(page.getByText('Managed by SCIM')).toBeVisible();

    await directory.send('PATCH', `/Users/${user.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
    });
    await page.reload();
    await expect(page.getByText('Deactivated').first()).toBeVisible();
    expectQuiet(page);
});
