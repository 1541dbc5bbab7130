import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, openSync, closeSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { agentBinary, environment } from './product';

/** A real agent with its own identity and state, so that it stands beside the appliance of the product on the same machine. */
export class Agent {
    readonly machineId = randomUUID().replaceAll('-', '');
    readonly #state: string;
    readonly #watched: string;
    #process: ChildProcess | null = null;

    constructor(
        readonly name: string,
        private readonly provisioningKey: string,
    ) {
        this.#state = join(environment.MONOZU_VAR, 'agents', this.machineId);
        this.#watched = join(this.#state, 'watched');
        mkdirSync(this.#watched, { recursive: true, mode: 0o700 });
    }

    /** Measures every second and sends what it has every second, so that a test need not wait. */
    start(): void {
        const log = openSync(join(this.#state, 'agent.log'), 'a');
        this.#process = spawn(agentBinary, [], {
            stdio: ['ignore', log, log],
            env: {
                PATH: process.env.PATH,
                EDGE_CLOUD_URL: environment.CLOUD_API_URL,
                EDGE_INGEST_URL: environment.INGEST_URL,
                EDGE_PROVISIONING_KEY: this.provisioningKey,
                EDGE_STATE_DIRECTORY: this.#state,
                EDGE_NAME: this.name,
                EDGE_MACHINE_ID: this.machineId,
                EDGE_TELEMETRY_SECONDS: '1',
                EDGE_UPLOAD_SECONDS: '1',
                EDGE_PORT_SCAN_SECONDS: '1',
                EDGE_RETRY_MAX_SECONDS: '2',
                // What happens to the files of this machine is not the tests' matter.
                EDGE_WATCH_PATHS: this.#watched,
            },
        });
        closeSync(log);
    }

    kill(): Promise<void> {
        return this.#end('SIGKILL');
    }

    stop(): Promise<void> {
        return this.#end('SIGTERM');
    }

    async #end(signal: NodeJS.Signals): Promise<void> {
        const child = this.#process;
        this.#process = null;
        if (child !== null && child.exitCode === null && child.signalCode === null) {
            const gone = new Promise((resolve) => child.once('exit', resolve));
            child.kill(signal);
            await gone;
        }
    }
}

/** What an intruder's first foothold looks like to an appliance: a port that was not open before. */
export class OpenPort {
    private constructor(
        private readonly server: Server,
        readonly number: number,
    ) {}

    static async open(): Promise<OpenPort> {
        const server = createServer((socket) => socket.destroy());
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(0, '0.0.0.0', resolve);
        });
        return new OpenPort(server, (server.address() as AddressInfo).port);
    }

    /** Is in the title of the alert. */
    get words(): string {
        return `TCP port ${String(this.number)} `;
    }

    close(): Promise<void> {
        return new Promise((resolve) => this.server.close(() => resolve()));
    }
}
