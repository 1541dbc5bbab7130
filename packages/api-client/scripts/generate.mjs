// Turns the servers' committed OpenAPI documents into types. The output is committed, and a difference after a second run means
// that the server changed without its clients.
//
//     node scripts/generate.mjs [cloud.json management.json]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const target = fileURLToPath(new URL('../src/generated/', import.meta.url));
const [cloud, management] = process.argv.slice(2);

const documents = [
    { name: 'cloud', source: cloud ?? `${root}Backend/openapi.json` },
    { name: 'management', source: management ?? `${root}Management/management-backend/openapi.json` },
];

mkdirSync(target, { recursive: true });
let missing = 0;
for (const { name, source } of documents) {
    if (!existsSync(source)) {
        console.error(`${name}: ${source} does not exist; build the server first (./monozu gen)`);
        missing += 1;
        continue;
    }
    const text = astToString(await openapiTypescript(pathToFileURL(source), { alphabetize: true }));
    writeFileSync(`${target}${name}.d.ts`, `// Generated from ${name === 'cloud' ? 'Backend' : 'Management/management-backend'}/openapi.json by "npm run gen". Do not edit.\n${text}`);
    console.log(`${name}: src/generated/${name}.d.ts`);
}
process.exitCode = missing === 0 ? 0 : 1;
