import { uiEn } from '@monozu/ui/i18n/en';
import { askableKeys, missingForms } from '@monozu/ui/i18n/forms';
import { describe, expect, it } from 'vitest';
import { cmdbItemEn } from './en/cmdbItem';
import { cmdbModelEn } from './en/cmdbModel';
import { cmdbNamesEn } from './en/cmdbNames';
import { en as everywhereEn } from './en';
import { administration as administrationEn } from './en/administration';
import { cmdbEn } from './en/cmdb';
import { cmdbGraphEn } from './en/cmdbGraph';
import { cmdbImportsEn } from './en/cmdbImports';
import { discoveryEn } from './en/discovery';
import { entryEn } from './en/entry';
import { inventoryEn } from './en/inventory';
import { mailEn } from './en/mail';
import { scimEn } from './en/scim';
import { ssoSettingsEn } from './en/ssoSettings';
import { cmdbItemPl } from './pl/cmdbItem';
import { cmdbModelPl } from './pl/cmdbModel';
import { cmdbNamesPl } from './pl/cmdbNames';
import { pl as everywherePl } from './pl';
import { administration as administrationPl } from './pl/administration';
import { cmdbPl } from './pl/cmdb';
import { cmdbGraphPl } from './pl/cmdbGraph';
import { cmdbImportsPl } from './pl/cmdbImports';
import { discoveryPl } from './pl/discovery';
import { entryPl } from './pl/entry';
import { inventoryPl } from './pl/inventory';
import { mailPl } from './pl/mail';
import { scimPl } from './pl/scim';
import { ssoSettingsPl } from './pl/ssoSettings';

const en = { ...everywhereEn, ...administrationEn };
const pl = { ...everywherePl, ...administrationPl };

// Words that come with the pages that need them, as `namespace:key`.
const apart = { cmdb: [cmdbEn, cmdbPl], cmdbImports: [cmdbImportsEn, cmdbImportsPl], cmdbItem: [cmdbItemEn, cmdbItemPl], cmdbGraph: [cmdbGraphEn, cmdbGraphPl], cmdbModel: [cmdbModelEn, cmdbModelPl], cmdbNames: [cmdbNamesEn, cmdbNamesPl], discovery: [discoveryEn, discoveryPl], entry: [entryEn, entryPl], inventory: [inventoryEn, inventoryPl], mail: [mailEn, mailPl], scim: [scimEn, scimPl], sso: [ssoSettingsEn, ssoSettingsPl] } as const;

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../../packages/ui/src/**/*.{ts,tsx}', '!../**/*.test.ts', '!../../../packages/ui/src/**/*.test.ts'], { query: '?raw', import: 'default', eager: true });
const code = Object.values(sources).join('\n');
const known = new Set([
    ...askableKeys({ ui: uiEn, ...en }),
    ...Object.entries(apart).flatMap(([name, [words]]) => [...askableKeys(words)].map((key) => `${name}:${key}`)),
]);

describe('the words of the console', () => {
    it('are in both languages, in every plural form', () => {
        expect(missingForms(en, 'en', pl, 'pl')).toEqual([]);
        expect(missingForms(pl, 'pl', en, 'en')).toEqual([]);
        for (const [english, polish] of Object.values(apart)) {
            expect(missingForms(english, 'en', polish, 'pl')).toEqual([]);
            expect(missingForms(polish, 'pl', english, 'en')).toEqual([]);
        }
    });

    it('are there wherever the code asks for them', () => {
        const asked = [...code.matchAll(/\bt\(\s*'([\w.:]+)'/g)].map((match) => match[1] ?? '');
        expect(asked.length).toBeGreaterThan(200);
        expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
    });

    it('are all asked for', () => {
        const literal = new Set([...code.matchAll(/'([\w.]+[.:][\w.]+)'/g)].map((match) => match[1] ?? ''));
        const groups = [...code.matchAll(/`([\w.:]+[.:])\$\{/g)].map((match) => match[1] ?? '');
        const named = ['incidents.priority.', 'incidents.level.', 'incidents.status.'];
        const unused = [...known].filter((key) => !literal.has(key) && ![...groups, ...named].some((group) => key.startsWith(group)));
        expect(unused).toEqual([]);
    });
});
