import { expect, test } from '@playwright/test';
import { environment } from './support/product';

const consoles = { 'the Cloud’s console': environment.CLOUD_URL, 'Management’s console': environment.MANAGEMENT_URL };

test('both consoles send the browser their security headers with every page', async ({ request }) => {
    for (const [name, url] of Object.entries(consoles)) {
        for (const path of ['/', '/login', '/no/such/page']) {
            const headers = (await request.get(url + path)).headers();
            const policy = headers['content-security-policy'] ?? '';
            expect(policy, `${name} ${path}`).toContain("default-src 'none'");
            expect(policy).toContain("frame-ancestors 'none'");
            expect(policy).not.toMatch(/unsafe-|\*|data:.*script/);
            expect(headers['x-content-type-options']).toBe('nosniff');
            expect(headers['referrer-policy']).toBe('no-referrer');
            expect(headers['cross-origin-opener-policy']).toBe('same-origin');
            expect(headers['permissions-policy']).toContain('camera=()');
        }
    }
});

test('neither console has a script or a style inside of its page', async ({ request }) => {
    for (const [name, url] of Object.entries(consoles)) {
        const page = await (await request.get(url)).text();
        expect(page, name).not.toMatch(/<script(?![^>]*\ssrc=)/i);
        expect(page, name).not.toMatch(/<style|\sstyle=|\son\w+=/i);
    }
});

test('a script that somebody got into a page does not run', async ({ page }) => {
    for (const url of Object.values(consoles)) {
        await page.goto(url);
        const ran = await page.evaluate(async () => {
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.head.append(script);
            const image = document.createElement('img');
            image.setAttribute('onerror', 'window.injected = true');
            image.src = 'data:image/png;base64,none';
            document.body.append(image);
            await new Promise((done) => setTimeout(done, 500));
            return 'injected' in window;
        });
        expect(ran, url).toBe(false);
    }
});
