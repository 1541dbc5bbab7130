import { expect, test, type Page } from '@playwright/test';
import { Api, insist } from './support/api';
import { expectQuiet, goTo, listen, look, newBrowser, signIn } from './support/browser';
import { alder, demo, environment, userOf } from './support/product';

// Every page of both consoles, in each language, scheme and width it has to work in: a picture of each, and what a machine can find.
const looks = [
    { name: 'desktop-light-en', viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-GB', hasTouch: false },
    { name: 'desktop-dark-pl', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'pl-PL', hasTouch: false },
    { name: 'phone-light-pl', viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'pl-PL', hasTouch: true },
    { name: 'phone-dark-en', viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-GB', hasTouch: true },
] as const;

const login = userOf(alder, 'owner');

async function measuredDevice(api: Api): Promise<string> {
    const devices = await api.all<{ id: string; latest: object | null }>('/devices');
    const found = devices.find(({ latest }) => latest !== null);
    if (found === undefined) {
        throw new Error(`${alder.name} has no device that has measured anything`);
    }
    return found.id;
}

let cloudPages: Record<string, string> = {};
let managementPages: Record<string, string> = {};

test.beforeAll(async () => {
    const cloud = await new Api(environment.CLOUD_API_URL).login(login);
    const incident = await cloud.post<{ id: string }>('/incidents', {
        title: 'Kasa fiskalna w sklepie przy ulicy Świętokrzyskiej nie drukuje paragonów',
        description: 'Od rana. Restart nie pomógł.\n\nNumer seryjny: 0042-77.',
        impact: 'high',
        urgency: 'medium',
    });
    await cloud.post(`/incidents/${incident.id}/comments`, { body: 'Serwisant będzie o 14:00.' });
    const webhook = await cloud.post<{ id: string }>('/alert-webhooks', { name: 'Firewall' });
    expect(webhook.id).not.toBe('');
    // Once more after a failure, in the same organisation: names that may come once have to differ.
    const again = incident.id.slice(-6);
    await cloud.post('/roles', { name: `Nocna zmiana ${again}`, description: 'Dyżur w nocy', permissions: ['alerts:read', 'alerts:write', 'incidents:read'] });
    const account = await cloud.post<{ id: string }>('/service-accounts', { name: `Eksport do hurtowni danych ${again}`, purpose: 'Raport co godzinę', permissions: ['incidents:read', 'alerts:read'] });
    await cloud.post('/api-keys', { service_account_id: account.id, name: 'Serwer raportów', scopes: ['incidents:read'], expires_at: new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString() });
    const site = await cloud.post<{ id: string }>('/cis', { class_key: 'location', name: `Warszawa, Świętokrzyska ${again}` });
    const server = await cloud.post<{ id: string }>('/cis', {
        class_key: 'server',
        name: `kasa-serwer-${again}`,
        attributes: { location: site.id, serial_number: `SN-${again}`, manufacturer: 'Zakład Wytwórczy Urządzeń Elektronicznych', criticality: 'high', purchase_date: '2025-03-04', ip_addresses: ['10.20.30.40', '2001:db8::40'] },
    });
    await cloud.post('/ci-observations', { observations: [{ key: again, class_key: 'server', attributes: { serial_number: `SN-${again}`, manufacturer: 'ZWUE', model: 'R-750' } }] });
    const alerts = await cloud.get<{ items: { id: string }[] }>('/alerts');
    const device = await measuredDevice(cloud);
    // The appliance tells of its machine a while after its start.
    const machine = await insist(() => cloud.get<{ id: string }>(`/devices/${device}/ci`));
    const networks = await cloud.all<{ id: string; name: string }>('/discovery-networks');
    const network = networks.find(({ name }) => name === 'Biuro') ?? (await cloud.post<{ id: string }>('/discovery-networks', { device_id: device, network: '192.168.250.0/24', name: 'Biuro' }));
    cloudPages = {
        overview: '/',
        incidents: '/incidents',
        'incidents-filtered': '/incidents?q=nothing-is-called-like-this',
        'incident-new': '/incidents?new=1',
        incident: `/incidents/${incident.id}`,
        alerts: '/alerts',
        ...(alerts.items[0] === undefined ? {} : { alert: `/alerts/${alerts.items[0].id}` }),
        devices: '/devices',
        device: `/devices/${device}`,
        cmdb: '/cmdb',
        'cmdb-class': '/cmdb?class_key=server&a.criticality=eq:high',
        'cmdb-filtered': '/cmdb?q=nothingiscalledlikethis',
        'cmdb-as-of': `/cmdb?as_of=${encodeURIComponent(new Date().toISOString())}`,
        'cmdb-new': '/cmdb?new=1',
        ci: `/cmdb/items/${server.id}`,
        'ci-records': `/cmdb/items/${server.id}?tab=records`,
        'ci-history': `/cmdb/items/${server.id}?tab=history`,
        'cmdb-sources': '/cmdb/sources',
        'cmdb-duplicates': '/cmdb/duplicates',
        'ci-software': `/cmdb/items/${machine.id}?tab=software`,
        'ci-ports': `/cmdb/items/${machine.id}?tab=ports`,
        'ci-network': `/cmdb/items/${machine.id}?tab=network`,
        'ci-disks': `/cmdb/items/${machine.id}?tab=disks`,
        'ci-certificates': `/cmdb/items/${machine.id}?tab=certificates`,
        'ci-imports': '/cmdb/imports',
        'ci-import-new': '/cmdb/imports?new=1',
        software: '/cmdb/software',
        'software-machines': '/cmdb/software/machines?name=openssl',
        discovery: '/cmdb/discovery',
        'discovery-new': '/cmdb/discovery?new=1',
        'discovery-network': `/cmdb/discovery/${network.id}`,
        'provisioning-keys': '/settings/provisioning-keys',
        webhooks: '/settings/alert-webhooks',
        users: '/settings/users',
        roles: '/settings/roles',
        'service-accounts': '/settings/service-accounts',
        'api-keys': '/settings/api-keys',
        'security-policy': '/settings/security',
        sso: '/settings/sso',
        scim: '/settings/scim',
        'scim-users': '/settings/scim/users',
        audit: '/settings/audit',
        mail: '/settings/mail',
        licence: '/settings/licence',
        account: '/account',
        'own-security': '/account/security',
        missing: '/incidents/00000000-0000-7000-8000-000000000000',
    };
    managementPages = { tenants: '/', tenant: `/tenants/${alder.id}`, audit: '/audit', operators: '/operators', account: '/account' };
});

/** What is asked for is there: no skeleton is left, and the charts are drawn. */
async function untilLoaded(page: Page): Promise<void> {
    await expect(page.locator('h1').first()).toBeVisible();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

for (const { name, ...options } of looks) {
    test(`every page of the Cloud console: ${name}`, async ({ browser }) => {
        test.setTimeout(400_000);
        const page = await newBrowser(browser, options);
        await page.goto(environment.CLOUD_URL);
        await expect(page.locator('input[name=email]')).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', options.locale.slice(0, 2));
        await look(page, `cloud-sign-in-${name}`);
        await signIn(page, login);
        for (const [title, path] of Object.entries(cloudPages)) {
            await test.step(title, async () => {
                await page.goto(environment.CLOUD_URL + path);
                await untilLoaded(page);
                await look(page, `cloud-${title}-${name}`);
            });
        }
        expectQuiet(page);
        await page.context().close();
    });

    test(`every page of the Management console: ${name}`, async ({ browser }) => {
        const page = await newBrowser(browser, options);
        await page.goto(environment.MANAGEMENT_URL);
        await expect(page.locator('input[name=email]')).toBeVisible();
        await look(page, `management-sign-in-${name}`);
        await signIn(page, demo.management, environment.MANAGEMENT_URL);
        for (const [title, path] of Object.entries(managementPages)) {
            await test.step(title, async () => {
                await page.goto(environment.MANAGEMENT_URL + path);
                await untilLoaded(page);
                await look(page, `management-${title}-${name}`);
            });
        }
        expectQuiet(page);
        await page.context().close();
    });
}

test('language and scheme are chosen in a menu, take effect at once and stay', async ({ page }) => {
    listen(page);
    await signIn(page, login);
    const menu = page.getByRole('button', { name: login.email }).or(page.getByRole('button').filter({ hasText: /owner/i })).first();
    await menu.click();
    await page.getByRole('menuitemradio', { name: 'Polski' }).click();
    await expect(page.getByRole('heading', { name: 'Przegląd' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
    await menu.click();
    await page.getByRole('menuitemradio', { name: 'Ciemny' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Przegląd' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expectQuiet(page);
});

test('on a phone a list is cards, and everything is within the thumb’s reach', async ({ browser }) => {
    const page = await newBrowser(browser, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await signIn(page, login);
    await page.getByRole('navigation').getByRole('link', { name: 'Incidents' }).tap();
    await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
    await page.getByText('Kasa fiskalna').first().tap();
    await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Licence' })).toBeVisible();
    await look(page, 'phone-more');
    const small = await page.getByRole('dialog').getByRole('link').evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 40).map((link) => link.textContent));
    expect(small).toEqual([]);
    expectQuiet(page);
    await page.context().close();
});

test('a file of a list is what the list shows', async ({ page }) => {
    await signIn(page, login);
    await page.goto('/incidents?q=Kasa');
    await expect(page.getByRole('row').filter({ hasText: 'Kasa fiskalna' }).first()).toBeVisible();
    const offered = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const stream = await (await offered).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
        chunks.push(chunk as Buffer);
    }
    const [header, ...rows] = Buffer.concat(chunks).toString('utf8').trim().split(/\r?\n/);
    expect(header).toContain('number');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toContain('Kasa fiskalna w sklepie przy ulicy Świętokrzyskiej');
});

test('a server that is away is said so, and the page comes back by itself', async ({ page }) => {
    await signIn(page, login);
    await page.route(`${environment.CLOUD_API_URL}/**`, (route) => route.abort('connectionrefused'));
    await goTo(page, 'Users');
    await expect(page.getByRole('heading', { name: 'The server does not answer' })).toBeVisible();
    await look(page, 'server-away');
    await page.unroute(`${environment.CLOUD_API_URL}/**`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('row').filter({ hasText: login.email })).toBeVisible();
});
