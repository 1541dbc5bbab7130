import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface EntraPerson {
    oid: string;
    username: string;
    name: string;
    email: string;
    roles: string[];
    groups: string[];
}

/** A provider that looks like Entra ID; tools/entra/README.md says what it can do. */
export interface Entra {
    origin: string;
    issuer: string;
    any_issuer: string;
    tenant: string;
    client_id: string;
    client_secret: string;
    people: EntraPerson[];
    /** Lays what is wanted over what it would do; `{}` ends that. */
    misbehave(wanted: object): Promise<void>;
    rotate(): Promise<void>;
    stop(): Promise<void>;
}

export async function startEntra(redirectUris: string[], options: string[] = []): Promise<Entra> {
    const program = join(import.meta.dirname, '..', '..', '..', 'tools', 'entra', 'main.js');
    const arguments_ = [program, ...redirectUris.flatMap((uri) => ['--redirect-uri', uri]), ...options];
    const child = spawn(process.execPath, arguments_, { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), exited])) as [unknown];
    if (typeof line !== 'string') {
        throw new Error('tools/entra does not start');
    }
    const ready = JSON.parse(line) as Omit<Entra, 'misbehave' | 'rotate' | 'stop'>;
    const control = async (what: string, wanted: object) => {
        const response = await fetch(`${ready.origin}/control/${what}`, { method: 'POST', body: JSON.stringify(wanted) });
        if (!response.ok) {
            throw new Error(`tools/entra answers ${response.status} to ${what}`);
        }
    };
    return {
        ...ready,
        misbehave: (wanted) => control('misbehave', wanted),
        rotate: () => control('rotate', {}),
        stop: async () => {
            child.stdin.end();
            await exited;
        },
    };
}
