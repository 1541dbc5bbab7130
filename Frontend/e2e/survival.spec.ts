import { expect, test, type Page } from '@playwright/test';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, OpenPort } from './support/agent';
import { Api, insist } from './support/api';
import { expectMark, goTo, leaveMark, newBrowser, signIn } from './support/browser';
import { alder, environment, kill, untilReady, userOf, type Service } from './support/product';

// Each part is killed with SIGKILL in the middle of the work. What was acknowledged is there afterwards, once.
test.describe.configure({ mode: 'serial' });

interface Alert {
    id: string;
    title: string;
    device_id: string | null;
}

interface Device {
    id: string;
    machine_id: string;
    latest: object | null;
}

const run = randomBytes(3).toString('hex');
const login = userOf(alder, 'owner');
const victims: readonly (Service | 'agent')[] = ['ingestor', 'backend', 'postgres', 'agent', 'edge'];

/** A minute of measurements every second has no longer hole than this; the agent that is killed is away for about two seconds. */
const longestGapMs = 10_000;

const pauseMs = 300;

/** Hands in one alert a batch, a few a second. A batch without an answer is sent again, with the same key, until it has one. */
class Sender {
    readonly acknowledged: string[] = [];
    repeated = 0;
    #stopping = false;
    readonly #done: Promise<void>;

    constructor(key: string) {
        this.#done = this.#work(key);
    }

    async stop(): Promise<void> {
        this.#stopping = true;
        await this.#done;
    }

    async #work(key: string): Promise<void> {
        for (let number = 1; !this.#stopping; number += 1) {
            const title = `Batch ${run}-${String(number)}.`;
            const headers = { 'Content-Type': 'application/json', 'X-Device-Key': key, 'Idempotency-Key': randomUUID() };
            const body = JSON.stringify([{ kind: 'security_alert', ts: new Date().toISOString(), data: { severity: 'low', title, rule: 'survival' } }]);
            for (let status = 0; status !== 204; ) {
                status = await fetch(`${environment.INGEST_URL}/v1/ingest`, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) }).then(
                    (answer) => answer.status,
                    () => 0,
                );
                if (status !== 204) {
                    if (status !== 0 && status !== 429 && status < 500) {
                        throw new Error(`the ingestor answered ${String(status)} to a good batch`);
                    }
                    this.repeated += 1;
                    await sleep(100);
                }
            }
            this.acknowledged.push(title);
            await sleep(pauseMs);
        }
    }
}

let api: Api;
let page: Page;
let agent: Agent;
let device: Device;
let sender: Sender;
let senderDevice = '';
const ports: OpenPort[] = [];

test.beforeAll(async ({ browser }) => {
    await untilReady();
    api = await new Api(environment.CLOUD_API_URL).login(login);
    agent = new Agent(`survivor-${run}`, alder.provisioning_key);
    agent.start();
    page = await newBrowser(browser);
    await signIn(page, login);
    await goTo(page, 'Alerts');
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
    await leaveMark(page);
    await expect
        .poll(
            async () => {
                const devices = await api.all<Device>('/devices');
                const found = devices.find(({ machine_id: machineId }) => machineId === agent.machineId);
                device = found ?? device;
                return found?.latest;
            },
            { timeout: 60_000 },
        )
        .toBeTruthy();
    const answer = await fetch(`${environment.CLOUD_API_URL}/api/v1/devices/register`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Provisioning-Key': alder.provisioning_key },
        body: JSON.stringify({ name: `sender-${run}`, machine_id: randomUUID(), version: '0.1.0' }),
    });
    const registered = (await answer.json()) as { device_id: string; device_key: string };
    senderDevice = registered.device_id;
    sender = new Sender(registered.device_key);
});

test.afterAll(async () => {
    await sender.stop();
    await agent.stop();
    await Promise.all(ports.map((port) => port.close()));
});

/** A token lives ten minutes, and a Backend that was killed keeps nobody waiting: ask until it answers. */
const alertsOf = (id: string) => insist(() => api.all<Alert>(`/alerts?device_id=${id}`));

for (const victim of victims) {
    test(`${victim} is killed and comes back`, async () => {
        ports.push(await OpenPort.open());
        // Seen by the agent, and perhaps on its way by now.
        await sleep(1500);
        if (victim === 'agent') {
            await agent.kill();
        } else {
            kill(victim);
        }
        ports.push(await OpenPort.open());
        if (victim === 'agent') {
            await sleep(1500);
            agent.start();
        }
        await untilReady();
        const before = sender.acknowledged.length;
        await expect.poll(() => sender.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before + 5);
        await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible({ timeout: 60_000 });
    });
}

test('every batch that was acknowledged is one alert', async () => {
    await sender.stop();
    // Something was in flight whenever a part of the way was killed, or this test would prove nothing.
    expect(sender.repeated).toBeGreaterThan(0);
    const titles = async () => (await alertsOf(senderDevice)).map(({ title }) => title).sort();
    await expect.poll(async () => (await titles()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(sender.acknowledged.length);
    await sleep(3000);
    expect(await titles()).toEqual([...sender.acknowledged].sort());
});

test('every port that was opened is one alert', async () => {
    const counts = async () => {
        const alerts = await alertsOf(device.id);
        return ports.map((port) => alerts.filter(({ title }) => title.includes(port.words)).length);
    };
    await expect.poll(async () => (await counts()).every((count) => count > 0), { timeout: 60_000 }).toBe(true);
    await sleep(3000);
    expect(await counts()).toEqual(ports.map(() => 1));
});

test('the browser that was open all the time has them all, without a reload', async () => {
    const newAlerts = page.getByRole('button', { name: /new alert/ });
    await expect(newAlerts).toBeVisible();
    await newAlerts.click();
    await expectMark(page);
    const grid = page.getByRole('grid');
    const rows = new Map<string, string>();
    // The list holds only the rows in view, so it is read while it is scrolled.
    for (let last = -1, top = 0; top !== last; ) {
        const shown = await page.locator('[role=row][id]').evaluateAll((all) => all.map((row) => [row.id, row.textContent ?? ''] as const));
        shown.forEach(([id, text]) => rows.set(id, text));
        last = top;
        top = await grid.evaluate((element) => {
            element.scrollBy(0, element.clientHeight / 2);
            return element.scrollTop;
        });
        await sleep(150);
    }
    const own = [...rows.values()].filter((text) => text.includes(agent.name));
    expect(ports.map((port) => own.filter((text) => text.includes(port.words)).length)).toEqual(ports.map(() => 1));
});

test('the series of measurements has no moment twice and no hole', async () => {
    const to = new Date();
    const from = new Date(to.getTime() - 10 * 60_000);
    const { items } = await insist(() => api.get<{ items: { at: string }[] }>(`/devices/${device.id}/telemetry?from=${from.toISOString()}&to=${to.toISOString()}&max_points=2000`));
    const times = items.map(({ at }) => Date.parse(at));
    expect(times.length).toBeGreaterThan(20);
    expect(new Set(times).size).toBe(times.length);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThan(longestGapMs);
});
