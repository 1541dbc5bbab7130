import { importCreate, importEnd, importPart } from './api';
import { formatOf, partsOf, type Encoding } from './parts';
import type { Import } from './types';

/** Sends the file; `onProgress` hears how much of it has arrived, from 0 to 1. Rejects with an AbortError where somebody changed their mind. */
export async function upload(file: File, encoding: Encoding, onProgress: (part: number) => void, signal: AbortSignal): Promise<Import> {
    const format = formatOf(file.name);
    const { id } = await importCreate(file.name, format);
    let part = 0;
    for await (const { text, read } of partsOf(file, encoding)) {
        signal.throwIfAborted();
        await importPart(id, part, text, format);
        part += 1;
        onProgress(read / file.size);
    }
    return importEnd(id);
}
