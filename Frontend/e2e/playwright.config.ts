import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { environment } from './support/product';

// Against a whole running product, which `./monozu test e2e` starts with data and ports of its own. The specs change that product and
// kill parts of it, so they run one after the other, in the order of their names.
export default defineConfig({
    testDir: '.',
    outputDir: join(environment.MONOZU_VAR, 'playwright'),
    workers: 1,
    fullyParallel: false,
    forbidOnly: true,
    timeout: 180_000,
    // A machine shared with others can starve a browser; what passes only then is named in the report.
    retries: 1,
    expect: { timeout: 30_000 },
    reporter: 'list',
    use: {
        baseURL: environment.CLOUD_URL,
        actionTimeout: 20_000,
        navigationTimeout: 30_000,
        locale: 'en-GB',
        timezoneId: 'Europe/Warsaw',
        viewport: { width: 1440, height: 900 },
        trace: 'off',
        screenshot: 'only-on-failure',
        launchOptions: {
            executablePath: '/usr/bin/chromium',
            args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
    },
});
