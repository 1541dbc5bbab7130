import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment } from './product';

const folder = join(environment.MONOZU_VAR, 'mail');

/** A letter's quoted-printable text, as far as links need it. */
const textOf = (mime: string) => mime.replace(/=\r?\n/g, '').replace(/=3D/gi, '=');

/** The newest letter to `email` with a link to `page`, written after `since`; the link. */
export async function linkTo(page: string, email: string, since: number, seconds = 30): Promise<string> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
        const files = readdirSync(folder, { withFileTypes: true })
            .filter((entry) => entry.name.endsWith('.eml'))
            .map((entry) => join(folder, entry.name))
            .filter((file) => statSync(file).mtimeMs >= since);
        for (const file of files) {
            const mime = readFileSync(file, 'utf8');
            const link = new RegExp(`https?://[^\\s"<>]+/${page}#token=[A-Za-z0-9_.-]+`).exec(textOf(mime))?.[0];
            if (link !== undefined && new RegExp(`^To:.*${email}`, 'im').test(mime)) {
                return link;
            }
        }
        if (Date.now() > deadline) {
            throw new Error(`no letter with a link to ${page} for ${email} in ${folder}`);
        }
        await sleep(200);
    }
}
