/** This machine has two names, and a page that was opened by one of them calls the API by the same: see Frontend/src/app/config.ts. */
function originsOf(url: string): string[] {
    const { origin } = new URL(url);
    return [origin, origin.replace('//127.0.0.1:', '//localhost:')];
}

/** Only our own scripts, styles and fonts; the API and its WebSockets besides. `connect` holds their origins, empty ones are left out. */
export function contentSecurityPolicy(connect: readonly string[]): string {
    const origins = [...new Set(connect.filter((url) => url !== '').flatMap(originsOf))];
    return [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        ["connect-src 'self'", ...origins].join(' '),
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ].join('; ');
}

export function securityHeaders(policy: string): Record<string, string> {
    return {
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
        'Cross-Origin-Opener-Policy': 'same-origin',
    };
}
