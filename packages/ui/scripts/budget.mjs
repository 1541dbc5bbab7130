// What a page makes the browser load, measured from Vite's manifest: the entry, the frame around the pages, the larger of the two languages,
// the page's own chunk and all that these import; charts too, where a page shows them without being asked. Dialogs, which load when they are
// opened, do not count. Fails when a page is over the budget.
//
//     node budget.mjs dist
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 200_000;
const dist = process.argv[2] ?? 'dist';
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const sizes = new Map();
function size(file) {
    if (!sizes.has(file)) {
        sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    }
    return sizes.get(file);
}

function closure(key, found = new Set()) {
    const chunk = manifest[key];
    if (chunk === undefined) {
        throw new Error(`the manifest does not have ${key}`);
    }
    if (!found.has(key)) {
        found.add(key);
        (chunk.imports ?? []).forEach((next) => closure(next, found));
    }
    return found;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const isWords = (key) => /\/(?:pl|en)\.ts$/.test(key);
const pages = dynamic.filter((key) => /Page\.tsx$/.test(key));
const weigh = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
const words = Math.max(...['pl', 'en'].map((language) => weigh(dynamic.filter((key) => isWords(key) && key.endsWith(`/${language}.ts`)))));

const frame = dynamic.filter((key) => /\/AppFrame\.tsx$/.test(key));
const charts = dynamic.filter((key) => /\/LiveChart\.tsx$/.test(key));
const importsAtOnce = (page, key) => (manifest[page].dynamicImports ?? []).includes(key);

let over = 0;
for (const page of pages.sort()) {
    const parts = [entry, page, ...(page.includes('/session/') ? [] : frame), ...charts.filter((key) => importsAtOnce(page, key))];
    const total = weigh(new Set(parts.flatMap((key) => [...closure(key)]))) + words;
    const mark = total > budget ? 'OVER' : 'ok';
    over += total > budget ? 1 : 0;
    console.log(`${mark.padEnd(5)}${(total / 1000).toFixed(1).padStart(6)} kB  ${page}`);
}
console.log(`${pages.length - over} of ${pages.length} pages within ${budget / 1000} kB of JavaScript, gzipped`);
process.exitCode = over === 0 && pages.length > 0 ? 0 : 1;
