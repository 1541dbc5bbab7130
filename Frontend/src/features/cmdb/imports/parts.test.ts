import { describe, expect, it } from 'vitest';
import { formatOf, partsOf, type Encoding } from './parts';

async function textOf(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding, size: number): Promise<string[]> {
    const out: string[] = [];
    for await (const { text } of partsOf(new Blob([bytes]), encoding, size)) {
        out.push(text);
    }
    return out;
}

describe('partsOf', () => {
    it('never cuts a character in two, however small the parts', async () => {
        const text = 'nazwa;miasto\nserwer;Kraków\nżółw;Łódź\n';
        for (const size of [1, 2, 3, 7, 1000]) {
            const parts = await textOf(new TextEncoder().encode(text), 'utf-8', size);
            expect(parts.join('')).toBe(text);
        }
    });

    it('reads what Polish spreadsheets write', async () => {
        expect((await textOf(new Uint8Array([0x4b, 0x72, 0x61, 0x6b, 0xf3, 0x77, 0x2c, 0xa3]), 'windows-1250', 3)).join('')).toBe('Kraków,Ł');
    });

    it('refuses what is no UTF-8 rather than import question marks', async () => {
        await expect(textOf(new Uint8Array([0x61, 0xf3, 0x77]), 'utf-8', 100)).rejects.toThrow();
    });
});

describe('formatOf', () => {
    it('goes by the name', () => {
        expect(formatOf('a.csv')).toBe('csv');
        expect(formatOf('A.JSONL')).toBe('json_lines');
        expect(formatOf('a.ndjson')).toBe('json_lines');
    });
});
