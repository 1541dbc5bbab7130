import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Login {
    email: string;
    password: string;
}

interface DemoTenant {
    id: string;
    name: string;
    provisioning_key: string;
    users: (Login & { role: string })[];
}

interface Demo {
    cloud: Login & { url: string };
    management: Login & { url: string };
    tenants: DemoTenant[];
}

const names = ['MONOZU_VAR', 'MONOZU_BUILD', 'CLOUD_URL', 'CLOUD_API_URL', 'INGEST_URL', 'MANAGEMENT_URL', 'MANAGEMENT_API_URL'] as const;

/** The product under test, as `./monozu test e2e` hands it over. */
export const environment = Object.fromEntries(
    names.map((name) => {
        const value = process.env[name];
        if (value === undefined || value === '') {
            throw new Error(`${name} is not set; run these tests with ./monozu test e2e`);
        }
        return [name, value];
    }),
) as Record<(typeof names)[number], string>;

export const agentBinary = join(environment.MONOZU_BUILD, process.env.MONOZU_PRESET ?? 'release', 'bin', 'monozu-edge');

function readJson<T>(...path: string[]): T {
    return JSON.parse(readFileSync(join(environment.MONOZU_VAR, ...path), 'utf8')) as T;
}

export const demo = readJson<Demo>('demo.json');

/** By the order in which the product makes them: the first has all modules and an appliance on this machine, the second neither. */
export const [alder, birch] = demo.tenants as [DemoTenant, DemoTenant];

export function userOf(tenant: DemoTenant, role: string): Login {
    const user = tenant.users.find((one) => one.role === role);
    if (user === undefined) {
        throw new Error(`${tenant.name} has no ${role}`);
    }
    return user;
}

export type Service = 'postgres' | 'backend' | 'ingestor' | 'management-backend' | 'edge';

interface Identity {
    pid: number;
    /** Clock ticks since boot. */
    started: number;
}

/** The process as the kernel knows it; null where there is none, or where the pid is somebody else's by now. */
function isAlive({ pid, started }: Identity): boolean {
    try {
        // The name stands in brackets and may have spaces in it.
        const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
        return fields[0] !== 'Z' && fields[0] !== 'X' && Number(fields[19]) === started;
    } catch {
        return false;
    }
}

const serviceIdentity = (service: Service) => readJson<{ services: Partial<Record<Service, Identity>> }>('run', 'state.json').services[service];

/** kill -9 of a process of this product, found where its supervisor writes them down. */
export function kill(service: Service): void {
    const identity = serviceIdentity(service);
    if (identity === undefined || !isAlive(identity)) {
        throw new Error(`${service} is not running`);
    }
    process.kill(identity.pid, 'SIGKILL');
}

const ready: Partial<Record<Service, string>> = {
    backend: `${environment.CLOUD_API_URL}/readyz`,
    ingestor: `${environment.INGEST_URL}/readyz`,
    'management-backend': `${environment.MANAGEMENT_API_URL}/readyz`,
};

/** Until every service works again; the supervisor starts what has died. */
export async function untilReady(seconds = 90): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    for (const [service, url] of Object.entries(ready)) {
        while (!(await fetch(url).then((answer) => answer.ok, () => false))) {
            if (Date.now() > deadline) {
                throw new Error(`${service} is not ready again after ${String(seconds)} seconds`);
            }
            await sleep(200);
        }
    }
}
