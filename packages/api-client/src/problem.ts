/** One entry of a problem's `errors`: where in the body (a JSON pointer, "/title") and what is wrong there. */
export interface FieldError {
    pointer: string;
    detail: string;
}

interface ProblemBody {
    type?: string;
    title?: string;
    detail?: string;
    instance?: string;
    errors?: FieldError[];
    /** Members of one type of problem: the challenge of a second factor. */
    [member: string]: unknown;
}

/**
 * Every failed call ends as one of these: RFC 9457 problems as the server sent them, and `status` 0 when no answer came at all.
 * `requestId` is what support asks for; it is in the server's log beside the cause.
 */
export class ApiProblem extends Error {
    readonly status: number;
    /** The last word of the problem's type, "tenant-not-active"; empty when the server named none. */
    readonly type: string;
    readonly title: string;
    readonly detail: string;
    readonly errors: readonly FieldError[];
    /** The whole body, for what only problems of one type have. */
    readonly members: Readonly<Record<string, unknown>>;
    readonly requestId: string | null;
    /** Seconds to wait before another try, from Retry-After. */
    readonly retryAfter: number | null;

    constructor(status: number, body: ProblemBody, requestId: string | null = null, retryAfter: number | null = null) {
        super(body.detail ?? body.title ?? `HTTP ${String(status)}`);
        this.name = 'ApiProblem';
        this.status = status;
        this.type = lastWord(body.type);
        this.title = body.title ?? '';
        this.detail = body.detail ?? '';
        this.errors = body.errors ?? [];
        this.members = body;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    /** No answer: no network, or the server is away. */
    get offline(): boolean {
        return this.status === 0;
    }

    /** Worth another try by itself: nothing was decided about the request. */
    get transient(): boolean {
        return this.offline || this.status === 429 || this.status >= 502;
    }

    static async from(response: Response): Promise<ApiProblem> {
        const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '');
        const body = isJson ? ((await response.json().catch(() => ({}))) as ProblemBody) : {};
        return new ApiProblem(response.status, body, response.headers.get('X-Request-Id'), seconds(response.headers.get('Retry-After')));
    }

    static noAnswer(cause: unknown): ApiProblem {
        const problem = new ApiProblem(0, { title: 'No answer from the server' });
        problem.cause = cause;
        return problem;
    }
}

export function asProblem(error: unknown): ApiProblem {
    return error instanceof ApiProblem ? error : new ApiProblem(-1, { title: error instanceof Error ? error.message : String(error) });
}

function lastWord(type: string | undefined): string {
    if (type === undefined || type === 'about:blank') {
        return '';
    }
    return type.split(/[/:#]/).at(-1) ?? '';
}

function seconds(header: string | null): number | null {
    const value = header === null ? Number.NaN : Number(header);
    return Number.isFinite(value) ? value : null;
}
