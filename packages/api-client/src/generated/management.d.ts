// Generated from Management/management-backend/openapi.json by "npm run gen". Do not edit.
export interface paths {
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, newest first */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the log what was written */
        get: operations["audit_verification_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password */
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of the refresh cookie */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new access token for the refresh cookie */
        post: operations["auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tenants */
        get: operations["tenant_list"];
        put?: never;
        /** Create a tenant, with a one-time link for its owner */
        post: operations["tenant_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one tenant */
        get: operations["tenant_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/license": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate or replace the licence */
        post: operations["tenant_license_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the Cloud again, now */
        post: operations["tenant_push"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a suspension */
        post: operations["tenant_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/setup-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new one-time link for the owner */
        post: operations["tenant_setup_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep all of the tenant's users out */
        post: operations["tenant_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/licenses/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tenant's whole state, for the Cloud */
        get: operations["license_document_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        AuditActorKind: "anonymous" | "user" | "service" | "system";
        AuditEntry: {
            /** Format: email */
            actor_email: string | null;
            /** Format: uuid */
            actor_id: string | null;
            actor_kind: components["schemas"]["AuditActorKind"];
            /** Format: date-time */
            at: string;
            changes: unknown;
            /** Format: uuid */
            id: string;
            operation: string;
            outcome: components["schemas"]["AuditOutcome"];
            remote_address: string | null;
            request_id: string | null;
            /** Format: uuid */
            target_id: string | null;
        };
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        AuditOutcome: "done" | "refused" | "failed";
        AuditVerification: {
            /** Format: int64 */
            checked: number | null;
            fault: components["schemas"]["Fault"] | null;
            fault_detail: string | null;
            /** Format: uuid */
            fault_entry: string | null;
            /** Format: int64 */
            fault_seq: number | null;
            /** Format: date-time */
            finished_at: string | null;
            /** Format: int64 */
            removed: number;
            /** Format: date-time */
            removed_until: string | null;
            /** Format: int64 */
            sealed: number;
            state: components["schemas"]["ChainState"];
        };
        /** @enum {string} */
        ChainState: "pending" | "intact" | "broken";
        /** @enum {string} */
        CountMode: "exact";
        /** @enum {string} */
        Fault: "changed" | "missing" | "reordered" | "inserted" | "unsealed" | "vanished" | "truncated" | "forged";
        /** @enum {string} */
        Feature: "cmdb" | "itsm" | "security" | "vpn" | "backup";
        License: {
            features: components["schemas"]["Feature"][];
            limits: {
                [key: string]: number;
            };
            plan: string;
            /** Format: date-time */
            valid_from: string;
            /** Format: date-time */
            valid_until: string;
        };
        LicenseBody: {
            features: components["schemas"]["Feature"][];
            limits: {
                [key: string]: number;
            };
            plan: string;
            /** Format: date-time */
            valid_until: string;
        };
        LicensedTenant: {
            /** Format: uuid */
            id: string;
            name: string;
            status: components["schemas"]["TenantStatus"];
        };
        LogIn: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        Me: {
            display_name: string;
            /** Format: email */
            email: string;
            /** Format: uuid */
            id: string;
            permissions: string[];
            roles: string[];
        };
        Problem: {
            detail?: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            instance?: string;
            request_id?: string;
            status: number;
            title: string;
            type: string;
        };
        Push: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            delivered_at: string | null;
            last_error: string | null;
            /** Format: date-time */
            next_attempt_at: string | null;
            status: components["schemas"]["PushStatus"];
        };
        /** @enum {string} */
        PushStatus: "delivered" | "pending" | "failing";
        Session: {
            access_token: string;
            /** Format: int32 */
            expires_in: number;
            token_type: string;
        };
        SetupLink: {
            owner_setup_url: string;
        };
        Tenant: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            license: components["schemas"]["License"] | null;
            name: string;
            /** Format: email */
            owner_email: string;
            push: components["schemas"]["Push"];
            status: components["schemas"]["TenantStatus"];
            /** Format: int64 */
            version: number;
        };
        TenantCreate: {
            name: string;
            /** Format: email */
            owner_email: string;
        };
        TenantCreated: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            license: components["schemas"]["License"] | null;
            name: string;
            /** Format: email */
            owner_email: string;
            owner_setup_url: string;
            push: components["schemas"]["Push"];
            status: components["schemas"]["TenantStatus"];
            /** Format: int64 */
            version: number;
        };
        TenantDocument: {
            license: components["schemas"]["License"] | null;
            owner: components["schemas"]["TenantOwner"];
            /** Format: int64 */
            revision: number;
            tenant: components["schemas"]["LicensedTenant"];
        };
        TenantOwner: {
            /** Format: email */
            email: string;
            /** Format: date-time */
            setup_expires_at: string | null;
            setup_token_hash: string | null;
        };
        TenantPage: {
            items: components["schemas"]["Tenant"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        TenantStatus: "pending" | "active" | "suspended";
    };
    responses: {
        /** @description What went wrong, as RFC 9457 has it. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    audit_list: {
        parameters: {
            query?: {
                actor_id?: string;
                after?: string;
                count?: components["schemas"]["CountMode"];
                from?: string;
                limit?: number;
                operation?: string;
                sort?: string;
                target_id?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    audit_verification_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                q?: string;
                sort?: string;
                status?: components["schemas"]["TenantStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_license_activate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenseBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_push: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_setup_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenant_suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    license_document_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDocument"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
