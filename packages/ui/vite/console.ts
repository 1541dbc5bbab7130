import react from '@vitejs/plugin-react';
import { loadEnv, type Plugin, type UserConfig } from 'vite';
import { contentSecurityPolicy, securityHeaders } from './headers.ts';

export interface ConsoleOptions {
    root: string;
    mode: string;
    port: number;
    /** The WebSocket's address where it is not the API's own. */
    webSockets: boolean;
}

/** How both consoles are built and previewed. */
export function consoleConfig({ root, mode, port, webSockets }: ConsoleOptions): UserConfig {
    const env = loadEnv(mode, root, 'VITE_');
    const apiUrl = env.VITE_API_URL ?? '';
    const wsUrl = env.VITE_WS_URL ?? apiUrl.replace(/^http/, 'ws');
    const headers = securityHeaders(contentSecurityPolicy(webSockets ? [apiUrl, wsUrl] : [apiUrl]));
    return {
        plugins: [react(), pagesHeaders(headers)],
        server: { host: '127.0.0.1', port, strictPort: true },
        preview: { host: '127.0.0.1', port, strictPort: true, headers },
        build: {
            manifest: true,
            // The oldest browsers in use that know all of what the styles need.
            target: ['chrome120', 'firefox121', 'safari17'],
            rolldownOptions: {
                output: {
                    // Libraries change seldom: apart from our code they stay in the browser's cache over many releases, and pack better together.
                    codeSplitting: {
                        includeDependenciesRecursively: false,
                        groups: [
                            {
                                name: 'vendor',
                                test: /node_modules[\\/](?:react|react-dom|react-i18next|scheduler|i18next|openapi-fetch|use-sync-external-store|@tanstack[\\/](?:react-router|router-core|history|react-store|store|react-query|query-core))[\\/]/,
                            },
                            {
                                name: 'table',
                                test: /node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core)[\\/]|packages[\\/]ui[\\/]src[\\/]list[\\/](?!trail|views|ListCards|ColumnsModal)/,
                            },
                            { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/, minShareCount: 2 },
                            { name: 'common', test: /node_modules|packages[\\/]|src[\\/]app/, minShareCount: 46 },
                        ],
                    },
                },
            },
        },
    };
}

/** The same headers for Cloudflare Pages, which reads them from a file beside the site; what has a hash in its name never changes. */
function pagesHeaders(headers: Record<string, string>): Plugin {
    const lines = (all: Record<string, string>) => Object.entries(all).map(([name, value]) => `  ${name}: ${value}\n`);
    const everywhere = { ...headers, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };
    const source = ['/*\n', ...lines(everywhere), '\n/assets/*\n', ...lines({ 'Cache-Control': 'public, max-age=31536000, immutable' })].join('');
    return {
        name: 'pages-headers',
        apply: 'build',
        generateBundle() {
            this.emitFile({ type: 'asset', fileName: '_headers', source });
        },
    };
}
