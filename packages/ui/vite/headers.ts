/** Only our own scripts, styles and fonts; the API and its WebSockets besides. `connect` holds their origins, empty ones are left out. */
export function contentSecurityPolicy(connect: readonly string[]): string {
    const origins = [...new Set(connect.filter((url) => url !== '').map((url) => new URL(url).origin))];
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
