/** Only an address of this console: "//elsewhere" and "/\elsewhere" would lead out of it. */
export function safeNext(next: string | undefined): string {
    return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
