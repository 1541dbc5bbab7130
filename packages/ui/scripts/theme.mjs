// Writes Mantine's CSS variables for this theme to a file, so that no page needs an inline style element and the content security
// policy can forbid them. Run it after changing src/theme/theme.ts:  npm run gen
import { writeFileSync } from 'node:fs';
import { convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { theme } from '../src/theme/theme.ts';

const css = convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root');
const unused = /--mantine-color-(?:pink|grape|violet|indigo|blue|cyan|teal|lime|yellow|orange)-[\w-]+:[^;}]*;?/g;
const text = css.replace(unused, '').replace(/([;{])/g, '$1\n').replace(/}/g, '\n}\n');
const file = new URL('../src/theme/variables.generated.css', import.meta.url);
writeFileSync(file, `/* Generated from theme.ts by "npm run gen". Do not edit. */\n${text}`);
