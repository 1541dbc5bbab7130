// Generated from Backend/openapi.json by "npm run gen". Do not edit.
export interface paths {
    "/api/v1/alert-webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List alert webhooks */
        get: operations["alert_webhook_list"];
        put?: never;
        /**
         * Make an alert webhook
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["alert_webhook_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-webhooks/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an alert webhook */
        post: operations["alert_webhook_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List alerts */
        get: operations["alert_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one alert with its detail */
        get: operations["alert_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an alert on */
        post: operations["alert_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an alert */
        post: operations["alert_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an incident for an alert */
        post: operations["alert_incident_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys */
        get: operations["api_key_list"];
        put?: never;
        /**
         * Make an API key, shown this once
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["api_key_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one API key, without the key itself */
        get: operations["api_key_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an API key at once */
        post: operations["api_key_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new key in place of one that goes on for a while
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["api_key_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long entries are kept */
        get: operations["audit_retention_get"];
        /** Keep entries for so long */
        put: operations["audit_retention_put"];
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
    "/api/v1/auth/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a first second factor is made of, where a tenant demands one */
        post: operations["auth_enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/enrolment/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a first second factor and finish the sign-in */
        post: operations["auth_enrolment_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose invitation a link is */
        post: operations["invitation_get"];
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
    "/api/v1/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: operations["auth_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey has to answer */
        post: operations["auth_passkey_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password */
        post: operations["password_forgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with a link */
        post: operations["password_reset"];
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
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a sign-in with a second factor */
        post: operations["auth_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation, with a first password or with the one in use */
        post: operations["auth_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a sign-in at one's organisation */
        post: operations["auth_sso_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a sign-in at one's organisation */
        post: operations["auth_sso_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to prove again at one's organisation that it is you */
        post: operations["auth_sso_step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/step-up/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again at one's organisation that it is you */
        post: operations["auth_sso_step_up_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a test sign-in brought */
        post: operations["sso_test_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again that it is you */
        post: operations["auth_step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you can prove yourself with */
        get: operations["auth_step_up_challenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on in another tenant */
        post: operations["auth_switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an attribute to a class */
        post: operations["ci_attribute_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-attributes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an attribute away */
        delete: operations["ci_attribute_delete"];
        options?: never;
        head?: never;
        /** Change an attribute */
        patch: operations["ci_attribute_update"];
        trace?: never;
    };
    "/api/v1/ci-attributes/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of an attribute would do */
        post: operations["ci_attribute_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a class of CIs */
        post: operations["ci_class_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-classes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a class of CIs away */
        delete: operations["ci_class_delete"];
        options?: never;
        head?: never;
        /** Change a class of CIs */
        patch: operations["ci_class_update"];
        trace?: never;
    };
    "/api/v1/ci-classes/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of a class would do */
        post: operations["ci_class_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what may be the same thing */
        get: operations["ci_duplicate_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-duplicates/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two CIs are different */
        post: operations["ci_duplicate_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports */
        get: operations["ci_import_list"];
        put?: never;
        /** Begin an import */
        post: operations["ci_import_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch an import and its progress */
        get: operations["ci_import_get"];
        put?: never;
        post?: never;
        /** Delete an import that left nothing */
        delete: operations["ci_import_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry the import out */
        post: operations["ci_import_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop what is under way */
        post: operations["ci_import_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find out what the import would do */
        post: operations["ci_import_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the file is complete */
        post: operations["ci_import_end_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the next part of the file */
        post: operations["ci_import_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rows and what became of them */
        get: operations["ci_import_row_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest what its columns mean */
        get: operations["ci_import_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the whole import */
        post: operations["ci_import_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-label-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sizes of labels */
        get: operations["ci_label_sheet_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print labels with QR codes */
        post: operations["ci_label_print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the classes, attributes, relation types and rules */
        get: operations["ci_model_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a program sees */
        post: operations["ci_observe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-rules/{class_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what identifies the CIs of a class, and whom to believe */
        put: operations["ci_rules_put"];
        post?: never;
        /** Return to the built-in rules of a class */
        delete: operations["ci_rules_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who tells the CMDB something */
        get: operations["ci_source_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ci-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a source's name or how long its word lasts */
        patch: operations["ci_source_update"];
        trace?: never;
    };
    "/api/v1/cis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List configuration items */
        get: operations["ci_list"];
        put?: never;
        /** Add a configuration item */
        post: operations["ci_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one configuration item, also as it was */
        get: operations["ci_get"];
        put?: never;
        post?: never;
        /** Delete a configuration item; its history stays */
        delete: operations["ci_delete"];
        options?: never;
        head?: never;
        /** Say something of a configuration item by hand */
        patch: operations["ci_update"];
        trace?: never;
    };
    "/api/v1/cis/{id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates that a CI shows */
        get: operations["ci_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare a CI at two times */
        get: operations["ci_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/disks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A CI's disks */
        get: operations["ci_disks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The neighbourhood of a CI */
        get: operations["ci_graph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the states that a CI was in */
        get: operations["ci_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who suffers when a CI fails, or what it can fail because of */
        get: operations["ci_impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/interfaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A CI's interfaces */
        get: operations["ci_interfaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which appliances tell of a CI, and since when */
        get: operations["ci_inventory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/listeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ports that a CI listens on */
        get: operations["ci_listeners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two CIs are the same thing */
        post: operations["ci_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who a CI sees in its networks */
        get: operations["ci_neighbours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose word each value is, and what others say */
        get: operations["ci_provenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each source says of a CI */
        get: operations["ci_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The relations of a CI, of both directions */
        get: operations["ci_relation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a CI, or some values, as they were */
        post: operations["ci_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A CI's services */
        get: operations["ci_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is installed on a CI */
        get: operations["ci_software"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a CI out of another again */
        post: operations["ci_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/bulk-edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the next of many configuration items */
        post: operations["ci_bulk_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/bulk-edit/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a bulk edit would change */
        post: operations["ci_bulk_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cis/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count configuration items by class and status */
        get: operations["ci_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A device asks what to do, and may wait */
        get: operations["command_poll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A device says what came of it */
        post: operations["command_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List devices */
        get: operations["device_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one device */
        get: operations["device_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a device */
        patch: operations["device_update"];
        trace?: never;
    };
    "/api/v1/devices/{id}/ci": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The CI that a device runs on */
        get: operations["device_ci"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a device was told to do */
        get: operations["command_list"];
        put?: never;
        /** Tell a device to do something */
        post: operations["command_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a revoked device register again */
        post: operations["device_reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a device's key away */
        post: operations["device_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/telemetry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A device's history, thinned out */
        get: operations["device_telemetry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an appliance with X-Provisioning-Key and get its own key */
        post: operations["device_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery-networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the networks that devices look at */
        get: operations["discovery_network_list"];
        put?: never;
        /** Let a device look at a network */
        post: operations["discovery_network_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery-networks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one network that a device looks at */
        get: operations["discovery_network_get"];
        put?: never;
        post?: never;
        /** No longer look at a network */
        delete: operations["discovery_network_delete"];
        options?: never;
        head?: never;
        /** Change how a network is looked at */
        patch: operations["discovery_network_update"];
        trace?: never;
    };
    "/api/v1/discovery-networks/{id}/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the hosts of a network */
        get: operations["discovery_network_hosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery-networks/{id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a network looked at now */
        post: operations["discovery_network_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incidents */
        get: operations["incident_list"];
        put?: never;
        /** Open an incident */
        post: operations["incident_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one incident */
        get: operations["incident_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an incident */
        patch: operations["incident_update"];
        trace?: never;
    };
    "/api/v1/incidents/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign an incident, or nobody */
        post: operations["incident_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a resolved incident */
        post: operations["incident_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on an incident */
        post: operations["incident_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen what was not over */
        post: operations["incident_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how it was resolved */
        post: operations["incident_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an incident */
        get: operations["incident_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/bulk-assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign many incidents */
        post: operations["incident_bulk_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this tenant has licensed */
        get: operations["licence_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the letters, newest first */
        get: operations["letter_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter again that was given up */
        post: operations["letter_retry"];
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
        /** Change one's name here and the language of one's letters */
        patch: operations["me_update"];
        trace?: never;
    };
    "/api/v1/me/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your second factors */
        get: operations["factors_get"];
        put?: never;
        /**
         * Add a second factor
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["factor_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a further second factor is made of
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        get: operations["factor_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which modules are licensed */
        get: operations["features_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation while signed in */
        post: operations["invitation_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        delete: operations["passkey_delete"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["passkey_rename"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's password */
        post: operations["password_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["recovery_codes_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["session_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's sessions */
        delete: operations["session_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions but this one */
        post: operations["sessions_end_others"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove the authenticator app
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        delete: operations["totp_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network-scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the looks at networks */
        get: operations["network_scan_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant at a glance */
        get: operations["overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every right that there is */
        get: operations["permission_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List provisioning keys */
        get: operations["provisioning_key_list"];
        put?: never;
        /**
         * Make a provisioning key
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["provisioning_key_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a provisioning key */
        post: operations["provisioning_key_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new key in place of one that goes on for a while
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["provisioning_key_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relation-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a type of relations */
        post: operations["relation_type_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relation-types/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a type of relations away */
        delete: operations["relation_type_delete"];
        options?: never;
        head?: never;
        /** Change a type of relations */
        patch: operations["relation_type_update"];
        trace?: never;
    };
    "/api/v1/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Relate two CIs */
        post: operations["relation_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a relation */
        delete: operations["relation_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List roles, built-in and custom */
        get: operations["role_list"];
        put?: never;
        /**
         * Make a role
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["role_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one custom role */
        get: operations["role_get"];
        put?: never;
        post?: never;
        /** Delete a role that nobody has */
        delete: operations["role_delete"];
        options?: never;
        head?: never;
        /**
         * Rename a role or change its rights
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        patch: operations["role_update"];
        trace?: never;
    };
    "/api/v1/scim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the directory's groups become roles, and what failed */
        get: operations["scim_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which groups have which roles
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        put: operations["scim_mapping_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users whom the directory has brought */
        get: operations["directory_user_list"];
        put?: never;
        /**
         * Let the directory look after a user
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["directory_user_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Look after a user by hand again
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        delete: operations["directory_user_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look for anything by a few words */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization asks of its people */
        get: operations["security_policy_get"];
        /**
         * Change what the organization asks of its people
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        put: operations["security_policy_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service accounts */
        get: operations["service_account_list"];
        put?: never;
        /**
         * Make a service account
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["service_account_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one service account */
        get: operations["service_account_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, change the rights, deactivate or reactivate
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        patch: operations["service_account_update"];
        trace?: never;
    };
    "/api/v1/software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the software of all machines */
        get: operations["software_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/software-installations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the machines that have a package, or a version of it before another */
        get: operations["software_installation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the organization's people sign in */
        get: operations["sso_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sso/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Which owners may sign in without the provider although it is enforced
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        put: operations["sso_break_glass_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sso/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a sign-in connection
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        post: operations["sso_connection_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sso/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one sign-in connection */
        get: operations["sso_connection_get"];
        put?: never;
        post?: never;
        /**
         * Delete a sign-in connection
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        delete: operations["sso_connection_delete"];
        options?: never;
        head?: never;
        /**
         * Change, enable or enforce a sign-in connection
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        patch: operations["sso_connection_update"];
        trace?: never;
    };
    "/api/v1/sso/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test a sign-in connection */
        post: operations["sso_test_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["user_list"];
        put?: never;
        /** Invite a user */
        post: operations["user_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one user */
        get: operations["user_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, change the role, deactivate or reactivate */
        patch: operations["user_update"];
        trace?: never;
    };
    "/api/v1/users/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a user's second factors away
         * @description Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.
         */
        delete: operations["user_factors_reset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a new invitation instead of the old one */
        post: operations["invitation_resend"];
        /** Take an invitation back */
        delete: operations["invitation_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a user is signed in */
        get: operations["user_session_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one or all sessions of a user */
        post: operations["user_sessions_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own and the shared views */
        get: operations["view_list"];
        put?: never;
        /** Keep a view of a list */
        post: operations["view_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a view */
        delete: operations["view_delete"];
        options?: never;
        head?: never;
        /** Change or share a view */
        patch: operations["view_update"];
        trace?: never;
    };
    "/api/v1/webhooks/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise an alert from outside, signed as Standard Webhooks */
        post: operations["alert_webhook_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ws/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts as they come */
        get: operations["security_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ws/vpn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** VPN sessions as they change */
        get: operations["vpn_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/license/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A signed push from Management */
        post: operations["license_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: find groups */
        get: operations["scim_group_list"];
        put?: never;
        /** SCIM: make a group */
        post: operations["scim_group_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: fetch one group */
        get: operations["scim_group_get"];
        /** SCIM: describe a group anew */
        put: operations["scim_group_replace"];
        post?: never;
        /** SCIM: take a group away */
        delete: operations["scim_group_delete"];
        options?: never;
        head?: never;
        /** SCIM: change a group or its members */
        patch: operations["scim_group_update"];
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: users and groups */
        get: operations["scim_resource_type_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: the attributes that are kept */
        get: operations["scim_schema_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: what is supported */
        get: operations["scim_service_provider_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: find users */
        get: operations["scim_user_list"];
        put?: never;
        /** SCIM: bring a user */
        post: operations["scim_user_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SCIM: fetch one user */
        get: operations["scim_user_get"];
        /** SCIM: describe a user anew */
        put: operations["scim_user_replace"];
        post?: never;
        /** SCIM: take a user away */
        delete: operations["scim_user_delete"];
        options?: never;
        head?: never;
        /** SCIM: change a user */
        patch: operations["scim_user_update"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        ActorKind: "anonymous" | "user" | "device" | "webhook" | "service" | "system";
        Alert: {
            acknowledged_by_name: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            device_id: string | null;
            device_name: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            incident_id: string | null;
            /** Format: date-time */
            occurred_at: string;
            rule: string | null;
            severity: components["schemas"]["Severity"];
            source: string;
            status: components["schemas"]["AlertStatus"];
            title: string;
            /** Format: int64 */
            version: number;
        };
        AlertCounts: {
            /** Format: int64 */
            critical: number;
            /** Format: int64 */
            high: number;
            /** Format: int64 */
            last_24h: number;
            /** Format: int64 */
            open: number;
        };
        AlertDetail: {
            acknowledged_by_name: string | null;
            /** Format: date-time */
            created_at: string;
            detail: unknown;
            /** Format: uuid */
            device_id: string | null;
            device_name: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            incident_id: string | null;
            /** Format: date-time */
            occurred_at: string;
            rule: string | null;
            severity: components["schemas"]["Severity"];
            source: string;
            status: components["schemas"]["AlertStatus"];
            title: string;
            /** Format: int64 */
            version: number;
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        AlertReport: {
            detail?: {
                [key: string]: unknown;
            } | null;
            rule?: string | null;
            severity: components["schemas"]["Severity"];
            title: string;
        };
        /** @enum {string} */
        AlertStatus: "open" | "acknowledged" | "closed";
        AlertWebhook: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            /** Format: date-time */
            revoked_at: string | null;
            url: string;
        };
        AlertWebhookCreate: {
            name: string;
        };
        AlertWebhookCreated: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: password */
            secret: string;
            url: string;
        };
        AlertWebhookPage: {
            items: components["schemas"]["AlertWebhook"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        Algorithm: "es256" | "eddsa" | "rs256";
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            hint: string;
            /** Format: uuid */
            id: string;
            last_used_address: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            /** Format: uuid */
            replaced_by: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            scopes: string[];
            /** Format: uuid */
            service_account_id: string;
            service_account_name: string;
        };
        ApiKeyCreate: {
            /** Format: date-time */
            expires_at: string;
            name: string;
            scopes: string[];
            /** Format: uuid */
            service_account_id: string;
        };
        ApiKeyCreated: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            hint: string;
            /** Format: uuid */
            id: string;
            /** Format: password */
            key: string;
            last_used_address: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            /** Format: uuid */
            replaced_by: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            scopes: string[];
            /** Format: uuid */
            service_account_id: string;
            service_account_name: string;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        ApiKeyRotate: {
            /** Format: date-time */
            expires_at: string;
            overlap_seconds: number;
        };
        Asked: {
            /** Format: date-time */
            at: string;
            output: string | null;
            status: components["schemas"]["CommandStatus"];
        };
        Assertion: {
            authenticator_data: string;
            client_data: string;
            credential_id: string;
            signature: string;
        };
        AssignBody: {
            /** Format: uuid */
            assignee_id?: string | null;
        };
        Attribute: {
            built_in: boolean;
            choices: string[];
            class_key: string;
            default_value: unknown;
            description: string;
            element_type: components["schemas"]["AttributeType"] | null;
            is_unique: boolean;
            key: string;
            name: string;
            pattern: string | null;
            reference_class: string | null;
            required: boolean;
            type: components["schemas"]["AttributeType"];
            unit: string | null;
            /** Format: int64 */
            version: number;
        };
        AttributeCreate: {
            choices?: string[] | null;
            class_key: string;
            default_value?: unknown;
            description?: string | null;
            element_type?: components["schemas"]["AttributeType"] | null;
            is_unique?: boolean | null;
            key: string;
            name: string;
            pattern?: string | null;
            reference_class?: string | null;
            required?: boolean | null;
            type: components["schemas"]["AttributeType"];
            unit?: string | null;
        };
        AttributePatch: {
            choices?: string[];
            default_value?: unknown;
            description?: string;
            element_type?: components["schemas"]["AttributeType"] | null;
            is_unique?: boolean;
            misfits?: components["schemas"]["Misfits"] | null;
            name?: string;
            pattern?: string | null;
            reference_class?: string | null;
            required?: boolean;
            type?: components["schemas"]["AttributeType"];
            unit?: string | null;
        };
        AttributePreview: {
            choices?: string[];
            default_value?: unknown;
            description?: string;
            element_type?: components["schemas"]["AttributeType"] | null;
            is_unique?: boolean;
            misfits?: components["schemas"]["Misfits"] | null;
            name?: string;
            pattern?: string | null;
            reference_class?: string | null;
            remove?: boolean | null;
            required?: boolean;
            type?: components["schemas"]["AttributeType"];
            unit?: string | null;
        };
        /** @enum {string} */
        AttributeType: "text" | "number" | "boolean" | "date" | "enumeration" | "reference" | "list" | "ip" | "mac" | "url";
        AuditEntry: {
            /** Format: email */
            actor_email: string | null;
            /** Format: uuid */
            actor_id: string | null;
            actor_kind: components["schemas"]["ActorKind"];
            actor_name: string | null;
            /** Format: date-time */
            at: string;
            changes: unknown;
            /** Format: uuid */
            id: string;
            operation: string;
            outcome: components["schemas"]["AuditOutcome"];
            remote_address: string | null;
            request_id: string | null;
            /** Format: email */
            target_email: string | null;
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
        AuditRetention: {
            days: number;
            /** Format: int64 */
            version: number;
        };
        AuditRetentionPut: {
            days: number;
        };
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
        AuthenticationScheme: {
            description: string;
            name: string;
            primary: boolean;
            type: string;
        };
        AuthenticatorApp: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string | null;
        };
        BreakGlass: {
            people: string[];
        };
        BulkAssign: {
            /** Format: uuid */
            assignee_id?: string | null;
            ids: string[];
        };
        BulkAssigned: {
            /** Format: int64 */
            updated: number;
        };
        BulkCount: {
            /** Format: int64 */
            count: number;
            reason: components["schemas"]["BulkReason"];
        };
        BulkDifference: {
            changes: unknown;
            /** Format: uuid */
            id: string;
            name: string;
        };
        BulkEdit: {
            after?: string | null;
            attributes?: {
                [key: string]: unknown;
            } | null;
            ids?: string[] | null;
            query?: components["schemas"]["CiSelection"] | null;
            status?: components["schemas"]["CiStatus"] | null;
        };
        BulkEdited: {
            /** Format: int64 */
            changed: number;
            next: string | null;
            /** Format: int64 */
            refusals: number;
            refused: components["schemas"]["BulkRefusal"][];
            /** Format: int64 */
            unchanged: number;
        };
        BulkError: {
            detail: string;
            pointer: string;
            reason: components["schemas"]["BulkReason"];
        };
        BulkPreview: {
            /** Format: int64 */
            changed: number;
            changes: components["schemas"]["BulkDifference"][];
            reasons: components["schemas"]["BulkCount"][];
            /** Format: int64 */
            refusals: number;
            refused: components["schemas"]["BulkRefusal"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            unchanged: number;
        };
        /** @enum {string} */
        BulkReason: "transition" | "attribute" | "value" | "required" | "unique" | "conflict";
        BulkRefusal: {
            errors: components["schemas"]["BulkError"][];
            /** Format: uuid */
            id: string;
            name: string;
        };
        BulkSupport: {
            /** Format: int64 */
            maxOperations: number;
            /** Format: int64 */
            maxPayloadSize: number;
            supported: boolean;
        };
        Callback: {
            /** Format: password */
            code: string;
            iss?: string | null;
            /** Format: password */
            state: string;
        };
        /** @enum {string} */
        Cardinality: "one_to_one" | "one_to_many" | "many_to_one" | "many_to_many";
        /** @enum {string} */
        Cause: "created" | "observed" | "edited" | "imported" | "import_undone" | "merged" | "unmerged" | "restored" | "deleted" | "model_changed";
        /** @enum {string} */
        ChainState: "pending" | "intact" | "broken";
        Ci: {
            attributes: unknown;
            class_key: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            /** Format: uuid */
            id: string;
            live: boolean;
            /** Format: uuid */
            merged_into: string | null;
            name: string;
            /** Format: date-time */
            seen_at: string;
            stale: boolean;
            status: components["schemas"]["CiStatus"];
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        CiCertificate: {
            /** Format: uuid */
            ci_id: string | null;
            endpoints: string[];
            fingerprint: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            issuer: string | null;
            key: string | null;
            names: string[];
            /** Format: date-time */
            not_after: string | null;
            /** Format: date-time */
            not_before: string | null;
            serial: string | null;
            subject: string | null;
        };
        CiCertificatePage: {
            items: components["schemas"]["CiCertificate"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiCreate: {
            attributes?: {
                [key: string]: unknown;
            } | null;
            class_key: string;
            even_if_known?: boolean | null;
            name: string;
            status?: components["schemas"]["CiStatus"] | null;
        };
        CiDevice: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        CiDifference: {
            items: components["schemas"]["Difference"][];
        };
        CiDisk: {
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            kind: string | null;
            model: string | null;
            mounts: components["schemas"]["CiMount"][];
            name: string;
            serial_number: string | null;
            /** Format: int64 */
            size_bytes: number | null;
        };
        CiDiskPage: {
            items: components["schemas"]["CiDisk"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiFacets: {
            classes: components["schemas"]["Facet"][];
            statuses: components["schemas"]["Facet"][];
        };
        CiInterface: {
            addresses: string[];
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            kind: string | null;
            mac: string | null;
            /** Format: int64 */
            mtu: number | null;
            name: string;
            /** Format: int64 */
            speed_mbps: number | null;
            state: string | null;
        };
        CiInterfacePage: {
            items: components["schemas"]["CiInterface"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiInventory: {
            devices: components["schemas"]["CiDevice"][];
            sections: components["schemas"]["CiSection"][];
        };
        CiListener: {
            address: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            port: number;
            process: string | null;
            protocol: string;
        };
        CiListenerPage: {
            items: components["schemas"]["CiListener"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiModel: {
            attributes: components["schemas"]["Attribute"][];
            classes: components["schemas"]["Class"][];
            relation_types: components["schemas"]["RelationType"][];
            rules: components["schemas"]["Rules"][];
            transitions: components["schemas"]["Transition"][];
            /** Format: int64 */
            version: number;
        };
        CiMount: {
            filesystem: string | null;
            path: string;
            /** Format: int64 */
            size_bytes: number | null;
        };
        CiNeighbour: {
            address: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            interface: string | null;
            mac: string | null;
        };
        CiNeighbourPage: {
            items: components["schemas"]["CiNeighbour"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiPage: {
            items: components["schemas"]["Ci"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiPair: {
            /** Format: uuid */
            other_id: string;
            reason?: string | null;
        };
        CiPatch: {
            attributes?: {
                [key: string]: unknown;
            };
            class_key?: string;
            forget?: string[] | null;
            name?: string;
            status?: components["schemas"]["CiStatus"];
        };
        CiProvenance: {
            items: components["schemas"]["Provenance"][];
        };
        CiRelation: {
            /** Format: date-time */
            created_at: string;
            direction: components["schemas"]["Direction"];
            /** Format: uuid */
            id: string;
            name: string;
            note: string | null;
            other: components["schemas"]["RelatedCi"];
            /** Format: date-time */
            seen_at: string;
            sources: components["schemas"]["RelationSource"][];
            type_key: string;
        };
        CiRelationPage: {
            items: components["schemas"]["CiRelation"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiRestore: {
            attributes?: string[] | null;
            /** Format: int64 */
            version?: number | null;
        };
        CiSection: {
            /** Format: date-time */
            changed_at: string;
            /** Format: uuid */
            device_id: string;
            /** Format: int32 */
            items: number;
            section: string;
            /** Format: date-time */
            seen_at: string;
        };
        CiSelection: {
            class_key: string[];
            filter: string[];
            q?: string | null;
            stale?: boolean | null;
            status: components["schemas"]["CiStatus"][];
        };
        CiService: {
            description: string | null;
            enabled: boolean | null;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            state: string | null;
        };
        CiServicePage: {
            items: components["schemas"]["CiService"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiSource: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            key: string;
            kind: string;
            name: string;
            quiet: boolean;
            quiet_after_hours: number | null;
            /** Format: int64 */
            records: number;
            /** Format: date-time */
            seen_at: string;
            /** Format: int64 */
            version: number;
        };
        CiSourcePage: {
            items: components["schemas"]["CiSource"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CiSourcePatch: {
            name?: string;
            quiet_after_hours?: number | null;
        };
        CiState: {
            /** Format: uuid */
            actor_id: string | null;
            actor_name: string | null;
            attributes: unknown;
            cause: components["schemas"]["Cause"];
            changes: unknown;
            class_key: string;
            /** Format: uuid */
            id: string;
            live: boolean;
            /** Format: uuid */
            merged_into: string | null;
            name: string;
            /** Format: uuid */
            source_id: string | null;
            source_kind: string | null;
            source_name: string | null;
            status: components["schemas"]["CiStatus"];
            /** Format: date-time */
            valid_from: string;
            /** Format: date-time */
            valid_to: string | null;
            /** Format: int64 */
            version: number;
        };
        CiStatePage: {
            items: components["schemas"]["CiState"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        CiStatus: "planned" | "ordered" | "in_stock" | "in_use" | "maintenance" | "retired" | "disposed";
        /** @enum {string} */
        Claim: "roles" | "groups";
        Class: {
            abstract: boolean;
            built_in: boolean;
            description: string;
            icon: string;
            key: string;
            name: string;
            parent_key: string;
            /** Format: int64 */
            version: number;
        };
        ClassCreate: {
            description?: string | null;
            icon?: string | null;
            key: string;
            name: string;
            parent_key: string;
        };
        ClassPatch: {
            description?: string;
            icon?: string;
            misfits?: components["schemas"]["Misfits"] | null;
            name?: string;
            parent_key?: string;
        };
        ClassPreview: {
            parent_key?: string;
            remove?: boolean | null;
        };
        CloseAlert: {
            reason?: string | null;
        };
        Command: {
            args: unknown;
            command: components["schemas"]["CommandName"];
            /** Format: date-time */
            created_at: string;
            created_by_name: string | null;
            /** Format: date-time */
            delivered_at: string | null;
            /** Format: uuid */
            device_id: string;
            /** Format: int32 */
            exit_code: number | null;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            output: string | null;
            status: components["schemas"]["CommandStatus"];
        };
        CommandCreate: {
            args?: {
                [key: string]: unknown;
            } | null;
            command: components["schemas"]["CommandName"];
            ttl_seconds?: number | null;
        };
        /** @enum {string} */
        CommandName: "update_snap" | "collect_now" | "restart_agent" | "collect_inventory" | "discover_network";
        CommandPage: {
            items: components["schemas"]["Command"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        CommandResult: {
            /** Format: int32 */
            exit_code?: number | null;
            output?: string | null;
            status: components["schemas"]["ResultStatus"];
        };
        /** @enum {string} */
        CommandStatus: "queued" | "delivered" | "succeeded" | "failed" | "expired";
        CommandToRun: {
            args: unknown;
            command: components["schemas"]["CommandName"];
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
        };
        CommentBody: {
            body: string;
        };
        Connection: {
            client_id: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            directory_id: string | null;
            domains: string[];
            enabled: boolean;
            enforced: boolean;
            /** Format: uuid */
            id: string;
            issuer: string;
            joining: components["schemas"]["Joining"];
            kind: components["schemas"]["Kind"];
            mappings: components["schemas"]["RoleMapping"][];
            name: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id: string | null;
            tested: boolean;
            /** Format: date-time */
            tested_at: string | null;
            trusts_second_factor: boolean;
            /** Format: int64 */
            version: number;
        };
        ConnectionCreate: {
            client_id?: string | null;
            /** Format: password */
            client_secret?: string | null;
            /** Format: uuid */
            directory_id?: string | null;
            domains: string[];
            issuer?: string | null;
            kind: components["schemas"]["Kind"];
            name: string;
        };
        ConnectionPatch: {
            client_id?: string;
            /** Format: password */
            client_secret?: string | null;
            /** Format: uuid */
            directory_id?: string;
            domains?: string[];
            enabled?: boolean;
            enforced?: boolean;
            issuer?: string;
            joining?: components["schemas"]["Joining"];
            mappings?: components["schemas"]["RoleMapping"][];
            name?: string;
            role?: components["schemas"]["Role"];
            /** Format: uuid */
            role_id?: string | null;
            trusts_second_factor?: boolean;
        };
        /** @enum {string} */
        CountMode: "exact";
        Device: {
            agent_version: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_seen_at: string | null;
            latest: components["schemas"]["DeviceLatest"] | null;
            machine_id: string;
            name: string;
            /** Format: date-time */
            registered_at: string;
            status: components["schemas"]["DeviceStatus"];
            /** Format: int64 */
            version: number;
        };
        DeviceCi: {
            class_key: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        DeviceCounts: {
            /** Format: int64 */
            offline: number;
            /** Format: int64 */
            online: number;
            /** Format: int64 */
            total: number;
        };
        DeviceLatest: {
            /** Format: date-time */
            at: string;
            cpu_percent: number;
            disk_used_percent: number;
            memory_used_percent: number;
        };
        DevicePage: {
            items: components["schemas"]["Device"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        DevicePatch: {
            name: string;
        };
        DeviceRegister: {
            machine_id: string;
            name: string;
            version: string;
        };
        DeviceRegistered: {
            /** Format: uuid */
            device_id: string;
            /** Format: password */
            device_key: string;
        };
        /** @enum {string} */
        DeviceStatus: "online" | "offline" | "revoked";
        Difference: {
            attribute: string;
            from: unknown;
            to: unknown;
        };
        /** @enum {string} */
        Direction: "outgoing" | "incoming";
        DirectoryHandOver: {
            /** Format: uuid */
            user_id: string;
        };
        DirectoryUser: {
            active: boolean;
            display_name: string;
            /** Format: email */
            email: string;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id: string | null;
            role_name: string;
            /** Format: date-time */
            synced_at: string;
            user_name: string;
        };
        DirectoryUserPage: {
            items: components["schemas"]["DirectoryUser"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        DiscoveryNetwork: {
            asked: components["schemas"]["Asked"] | null;
            /** Format: uuid */
            ci_id: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            device_id: string;
            device_name: string;
            enabled: boolean;
            /** Format: int32 */
            every_hours: number | null;
            /** Format: uuid */
            id: string;
            last_scan: components["schemas"]["LastScan"] | null;
            method: components["schemas"]["ScanMethod"];
            name: string;
            network: string;
            /** Format: date-time */
            next_scan_at: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        DiscoveryNetworkPage: {
            items: components["schemas"]["DiscoveryNetwork"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        Duplicate: {
            /** Format: uuid */
            ci_a: string;
            /** Format: uuid */
            ci_b: string;
            class_a: string;
            class_b: string;
            /** Format: date-time */
            found_at: string;
            /** Format: uuid */
            id: string;
            name_a: string;
            name_b: string;
            reasons: unknown;
        };
        DuplicateDismiss: {
            /** Format: uuid */
            ci_a: string;
            /** Format: uuid */
            ci_b: string;
            reason?: string | null;
        };
        DuplicatePage: {
            items: components["schemas"]["Duplicate"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        Enrolled: {
            recovery_codes: string[];
            session: components["schemas"]["Session"];
        };
        Enrolment: {
            challenge: string;
        };
        EnrolmentConfirm: {
            challenge: string;
            passkey?: components["schemas"]["NewPasskey"] | null;
            totp?: components["schemas"]["NewTotp"] | null;
        };
        Facet: {
            /** Format: int64 */
            count: number;
            exact: boolean;
            key: string;
        };
        /** @enum {string} */
        FactorDemand: "nobody" | "roles" | "everybody";
        FactorOffer: {
            passkey: components["schemas"]["PasskeyOffer"];
            totp: components["schemas"]["TotpOffer"];
        };
        /** @enum {string} */
        Fault: "changed" | "missing" | "reordered" | "inserted" | "unsealed" | "vanished" | "truncated" | "forged";
        /** @enum {string} */
        Feature: "cmdb" | "itsm" | "security" | "vpn" | "backup";
        Features: {
            features: {
                [key: string]: boolean;
            };
        };
        FilterSupport: {
            /** Format: int64 */
            maxResults: number;
            supported: boolean;
        };
        Graph: {
            edges: components["schemas"]["GraphEdge"][];
            nodes: components["schemas"]["GraphNode"][];
            truncated: boolean;
        };
        GraphEdge: {
            /** Format: uuid */
            from_ci: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            to_ci: string;
            type_key: string;
        };
        GraphNode: {
            class_key: string;
            /** Format: int32 */
            depth: number;
            /** Format: uuid */
            id: string;
            name: string;
            stale: boolean;
            status: components["schemas"]["CiStatus"];
        };
        Hit: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["HitKind"];
            subtitle: string;
            title: string;
        };
        /** @enum {string} */
        HitKind: "ci" | "incident" | "device" | "user";
        Hits: {
            items: components["schemas"]["Hit"][];
        };
        /** @enum {string} */
        Impact: "none" | "from_on_to" | "to_on_from" | "both";
        ImpactAnalysis: {
            ci: components["schemas"]["RelatedCi"];
            classes: components["schemas"]["ImpactClass"][];
            direction: components["schemas"]["ImpactDirection"];
            hits: components["schemas"]["ImpactHit"][];
            people: components["schemas"]["ImpactOwner"][];
            services: components["schemas"]["RelatedCi"][];
            /** Format: int64 */
            total: number;
            truncated: boolean;
        };
        ImpactClass: {
            class_key: string;
            /** Format: int64 */
            count: number;
        };
        /** @enum {string} */
        ImpactDirection: "suffers" | "causes";
        ImpactHit: {
            ci: components["schemas"]["RelatedCi"];
            /** Format: int32 */
            depth: number;
            path: components["schemas"]["ImpactStep"][];
        };
        ImpactOwner: {
            ci: components["schemas"]["RelatedCi"];
            /** Format: int64 */
            owns: number;
        };
        ImpactStep: {
            /** Format: uuid */
            ci_id: string;
            direction: components["schemas"]["Direction"];
            name: string;
            type_key: string;
        };
        Import: {
            /** Format: int32 */
            applied: number;
            /** Format: int32 */
            bad: number;
            class_key: string | null;
            columns: string[];
            /** Format: int32 */
            conflicts: number;
            /** Format: date-time */
            created_at: string;
            created_by_name: string | null;
            /** Format: int32 */
            creates: number;
            /** Format: int32 */
            done: number;
            error: string | null;
            format: components["schemas"]["ImportFormat"];
            /** Format: uuid */
            id: string;
            mapping: unknown;
            name: string;
            /** Format: int32 */
            parts: number;
            /** Format: int32 */
            row_count: number;
            /** Format: uuid */
            source_id: string | null;
            state: components["schemas"]["ImportState"];
            /** Format: int32 */
            unchanged: number;
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            updates: number;
            /** Format: int64 */
            version: number;
        };
        ImportCreate: {
            format: components["schemas"]["ImportFormat"];
            name: string;
        };
        /** @enum {string} */
        ImportFormat: "csv" | "json_lines";
        ImportPage: {
            items: components["schemas"]["Import"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        ImportRow: {
            cells: unknown;
            /** Format: uuid */
            ci_id: string | null;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            outcome: components["schemas"]["Outcome"] | null;
            problems: unknown;
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        ImportState: "uploading" | "ready" | "checking" | "checked" | "applying" | "applied" | "cancelled" | "undoing" | "undone" | "failed";
        Incident: {
            /** Format: uuid */
            alert_id: string | null;
            /** Format: uuid */
            assignee_id: string | null;
            assignee_name: string | null;
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            impact: components["schemas"]["Level"];
            number: string;
            priority: components["schemas"]["Priority"];
            /** Format: uuid */
            reporter_id: string | null;
            reporter_name: string | null;
            resolution: string | null;
            /** Format: date-time */
            resolved_at: string | null;
            status: components["schemas"]["IncidentStatus"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            urgency: components["schemas"]["Level"];
            /** Format: int64 */
            version: number;
        };
        IncidentCounts: {
            /** Format: int64 */
            critical: number;
            /** Format: int64 */
            high: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            unassigned: number;
        };
        IncidentCreate: {
            description?: string | null;
            impact: components["schemas"]["Level"];
            title: string;
            urgency: components["schemas"]["Level"];
        };
        IncidentPage: {
            items: components["schemas"]["Incident"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        IncidentPatch: {
            description?: string;
            impact?: components["schemas"]["Level"];
            status?: components["schemas"]["WorkStatus"];
            title?: string;
            urgency?: components["schemas"]["Level"];
        };
        /** @enum {string} */
        IncidentStatus: "open" | "in_progress" | "resolved" | "closed";
        InstalledSoftware: {
            architecture: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            manager: string;
            name: string;
            /** Format: date-time */
            removed_at: string | null;
            source: string;
            version: string;
        };
        InstalledSoftwarePage: {
            items: components["schemas"]["InstalledSoftware"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        InvitationLink: {
            /** Format: date-time */
            setup_expires_at: string;
            setup_token: string;
        };
        InvitationSeen: {
            /** Format: email */
            email: string;
            has_password: boolean;
            tenant_name: string;
        };
        InvitationToken: {
            /** Format: password */
            token: string;
        };
        /** @enum {string} */
        Joining: "members" | "everybody";
        /** @enum {string} */
        Kind: "entra" | "oidc";
        LabelOrder: {
            ids: string[];
            lines?: string[] | null;
            sheet: string;
            skip?: number | null;
        };
        /** @enum {string} */
        Language: "en" | "pl";
        LastScan: {
            complete: boolean;
            /** Format: date-time */
            ended_at: string;
            /** Format: int32 */
            hosts: number;
            /** Format: int32 */
            new_hosts: number;
            /** Format: int32 */
            quiet_hosts: number;
        };
        /** @enum {string} */
        LetterKind: "invitation" | "password_reset" | "password_changed" | "new_sign_in" | "second_factor_changed" | "password_managed" | "break_glass_used";
        LetterSummary: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["LetterKind"];
            language: components["schemas"]["Language"];
            last_error: string | null;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** Format: date-time */
            sent_at: string | null;
            state: components["schemas"]["State"];
            /** Format: email */
            to: string | null;
            /** Format: date-time */
            valid_until: string | null;
        };
        LetterSummaryPage: {
            items: components["schemas"]["LetterSummary"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        Level: "low" | "medium" | "high";
        Licence: {
            features: components["schemas"]["Feature"][];
            in_use: {
                [key: string]: number;
            };
            limits: {
                [key: string]: number;
            };
            plan: string | null;
            status: components["schemas"]["Standing"];
            /** Format: date-time */
            valid_from: string | null;
            /** Format: date-time */
            valid_until: string | null;
        };
        LoggedOut: {
            end_session_url: string | null;
        };
        LogIn: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
            /** Format: uuid */
            tenant_id?: string | null;
        };
        ManagedBy: {
            /** Format: uuid */
            connection_id: string;
            name: string;
        };
        Me: {
            display_name: string;
            /** Format: email */
            email: string;
            /** Format: uuid */
            id: string;
            language: components["schemas"]["Language"] | null;
            managed_by: components["schemas"]["ManagedBy"] | null;
            permissions: string[];
            roles: string[];
            /** Format: uuid */
            tenant_id: string;
            tenant_name: string;
            tenants: components["schemas"]["TenantChoice"][];
        };
        MePatch: {
            display_name?: string;
            language?: components["schemas"]["Language"];
        };
        /** @enum {string} */
        Method: "passkey" | "totp" | "recovery_code" | "password";
        Misfit: {
            attribute: string;
            /** Format: uuid */
            ci_id: string;
            name: string;
            problem: string;
            value: unknown;
        };
        /** @enum {string} */
        Misfits: "keep" | "clear";
        MyFactors: {
            passkeys: components["schemas"]["Passkey"][];
            /** Format: int64 */
            recovery_codes_left: number;
            required: boolean;
            rp_id: string;
            totp: components["schemas"]["AuthenticatorApp"] | null;
        };
        NetworkCreate: {
            /** Format: uuid */
            device_id: string;
            enabled?: boolean | null;
            every_hours?: number | null;
            method?: components["schemas"]["ScanMethod"] | null;
            name?: string | null;
            network: string;
        };
        NetworkHost: {
            address: string;
            ci_class: string;
            /** Format: uuid */
            ci_id: string;
            ci_name: string;
            /** Format: date-time */
            first_seen_at: string;
            hostname: string | null;
            /** Format: uuid */
            id: string;
            latency_ms: number | null;
            mac: string | null;
            /** Format: int32 */
            os_accuracy: number | null;
            os_name: string | null;
            ports: unknown;
            quiet: boolean;
            /** Format: date-time */
            seen_at: string;
            vendor: string | null;
        };
        NetworkHostPage: {
            items: components["schemas"]["NetworkHost"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        NetworkPatch: {
            enabled?: boolean;
            every_hours?: number | null;
            method?: components["schemas"]["ScanMethod"];
            name?: string;
        };
        NetworkScan: {
            complete: boolean;
            /** Format: date-time */
            ended_at: string;
            /** Format: int32 */
            hosts: number;
            /** Format: uuid */
            id: string;
            method: components["schemas"]["ScanMethod"];
            network: string;
            /** Format: uuid */
            network_id: string;
            network_name: string;
            /** Format: int32 */
            new_hosts: number;
            /** Format: int32 */
            quiet_hosts: number;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            taken_at: string | null;
        };
        NetworkScanPage: {
            items: components["schemas"]["NetworkScan"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        NewFactor: {
            passkey?: components["schemas"]["NewPasskey"] | null;
            totp?: components["schemas"]["NewTotp"] | null;
        };
        NewPasskey: {
            attestation_object: string;
            challenge: string;
            client_data: string;
            name: string;
        };
        NewTotp: {
            code: string;
            offer: string;
        };
        ObservationsTaken: {
            items: components["schemas"]["ObservationTaken"][];
        };
        ObservationTaken: {
            changed: boolean;
            /** Format: uuid */
            ci_id: string | null;
            /** Format: uuid */
            record_id: string | null;
            refused: components["schemas"]["RefusedValue"][];
        };
        OpenSession: {
            address: string;
            /** Format: date-time */
            created_at: string;
            current: boolean;
            device: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            idle_at: string;
            /** Format: date-time */
            last_used_at: string;
            tenant_name: string;
        };
        OpenSessionPage: {
            items: components["schemas"]["OpenSession"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        Outcome: "created" | "updated" | "unchanged";
        Overview: {
            alerts: components["schemas"]["AlertCounts"];
            devices: components["schemas"]["DeviceCounts"];
            incidents: components["schemas"]["IncidentCounts"];
            /** Format: date-time */
            updated_at: string;
        };
        Owner: {
            break_glass: boolean;
            display_name: string;
            /** Format: email */
            email: string;
            has_password: boolean;
            /** Format: uuid */
            id: string;
        };
        Owners: {
            items: components["schemas"]["Owner"][];
        };
        Passkey: {
            algorithm: components["schemas"]["Algorithm"];
            backed_up: boolean;
            /** Format: date-time */
            created_at: string;
            credential_id: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            /** Format: date-time */
            suspected_at: string | null;
        };
        PasskeyChallenge: {
            challenge: string;
            rp_id: string;
        };
        PasskeyOffer: {
            algorithms: number[];
            challenge: string;
            exclude: string[];
            rp_id: string;
            rp_name: string;
            user_id: string;
            user_name: string;
        };
        PasskeyPatch: {
            name: string;
        };
        PasskeySignIn: {
            assertion: components["schemas"]["Assertion"];
            challenge: string;
            /** Format: uuid */
            tenant_id?: string | null;
        };
        PasswordChange: {
            /** Format: password */
            current_password: string;
            /** Format: password */
            new_password: string;
        };
        PasswordForgot: {
            /** Format: email */
            email: string;
            language?: components["schemas"]["Language"] | null;
        };
        PasswordReset: {
            /** Format: password */
            password: string;
            /** Format: password */
            token: string;
        };
        PermissionInfo: {
            module: string;
            name: string;
            operations: string[];
        };
        PermissionList: {
            items: components["schemas"]["PermissionInfo"][];
        };
        Plan: {
            class_key: string;
            mapping: {
                [key: string]: string;
            };
        };
        /** @enum {string} */
        Priority: "low" | "medium" | "high" | "critical";
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
            /** @description The quotas that a 429 is about. */
            "violated-policies"?: string[];
        };
        ProgramObservation: {
            /** Format: date-time */
            at?: string | null;
            attributes: {
                [key: string]: unknown;
            };
            class_key: string;
            complete?: boolean | null;
            key: string;
        };
        ProgramObservations: {
            observations: components["schemas"]["ProgramObservation"][];
        };
        Provenance: {
            attribute: string;
            /** Format: date-time */
            seen_at: string;
            /** Format: uuid */
            source_id: string;
            source_kind: string;
            source_name: string;
            stale: boolean;
            value: unknown;
            wins: boolean;
        };
        ProvisioningKey: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            last_device_id: string | null;
            last_device_name: string | null;
            last_used_address: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: int32 */
            max_uses: number | null;
            name: string;
            prefix: string;
            /** Format: uuid */
            replaced_by: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: int32 */
            uses: number;
        };
        ProvisioningKeyCreate: {
            /** Format: date-time */
            expires_at?: string | null;
            max_uses?: number | null;
            name: string;
        };
        ProvisioningKeyCreated: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            /** Format: password */
            key: string;
            /** Format: uuid */
            last_device_id: string | null;
            last_device_name: string | null;
            last_used_address: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: int32 */
            max_uses: number | null;
            name: string;
            prefix: string;
            /** Format: uuid */
            replaced_by: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: int32 */
            uses: number;
        };
        ProvisioningKeyPage: {
            items: components["schemas"]["ProvisioningKey"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        ProvisioningKeyRotate: {
            /** Format: date-time */
            expires_at?: string | null;
            max_uses?: number | null;
            overlap_seconds: number;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        Refreshed: {
            outcome: components["schemas"]["Outcome"];
        };
        RefusedValue: {
            detail: string;
            pointer: string;
        };
        RelatedCi: {
            class_key: string;
            /** Format: uuid */
            id: string;
            name: string;
            stale: boolean;
            status: components["schemas"]["CiStatus"];
        };
        Relation: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            from_id: string;
            /** Format: uuid */
            id: string;
            note: string | null;
            /** Format: uuid */
            to_id: string;
            type_key: string;
        };
        RelationCreate: {
            /** Format: uuid */
            from_id: string;
            note?: string | null;
            /** Format: uuid */
            to_id: string;
            type_key: string;
        };
        RelationSource: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SourceKind"];
            name: string;
            quiet: boolean;
        };
        RelationType: {
            built_in: boolean;
            cardinality: components["schemas"]["Cardinality"];
            from_class: string;
            impact: components["schemas"]["Impact"];
            key: string;
            name: string;
            reverse_name: string;
            to_class: string;
            /** Format: int64 */
            version: number;
        };
        RelationTypeCreate: {
            cardinality?: components["schemas"]["Cardinality"] | null;
            from_class?: string | null;
            impact: components["schemas"]["Impact"];
            key: string;
            name: string;
            reverse_name: string;
            to_class?: string | null;
        };
        RelationTypePatch: {
            impact?: components["schemas"]["Impact"];
            name?: string;
            reverse_name?: string;
        };
        ReopenBody: {
            reason: string;
        };
        ResolveBody: {
            resolution: string;
        };
        /** @enum {string} */
        ResultStatus: "succeeded" | "failed";
        /** @enum {string} */
        Role: "auditor" | "agent" | "security_analyst" | "admin" | "owner" | "custom";
        RoleCreate: {
            description?: string | null;
            name: string;
            permissions: string[];
        };
        RoleList: {
            items: components["schemas"]["RoleView"][];
        };
        RoleMapping: {
            claim: components["schemas"]["Claim"];
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id: string | null;
            value: string;
        };
        RolePatch: {
            description?: string;
            name?: string;
            permissions?: string[];
        };
        RoleView: {
            /** Format: date-time */
            created_at: string | null;
            description: string;
            /** Format: uuid */
            id: string | null;
            name: string;
            /** Format: int64 */
            people: number;
            permissions: string[];
            role: components["schemas"]["Role"];
            /** Format: int64 */
            service_accounts: number;
            /** Format: int64 */
            version: number;
        };
        Rules: {
            built_in: boolean;
            class_key: string;
            identifiers: string[][];
            precedence: {
                [key: string]: components["schemas"]["SourceKind"][];
            };
            /** Format: int64 */
            version: number;
        };
        RulesBody: {
            identifiers?: string[][] | null;
            precedence?: {
                [key: string]: components["schemas"]["SourceKind"][];
            } | null;
        };
        /** @enum {string} */
        ScanMethod: "hosts" | "services";
        ScimEmail: {
            primary?: boolean | null;
            type?: string | null;
            value?: string | null;
        };
        ScimError: {
            detail?: string | null;
            schemas: string[];
            scimType?: string | null;
            status: string;
        };
        ScimFailure: {
            /** Format: date-time */
            at: string;
            detail: string;
            operation: string;
            /** Format: int32 */
            status: number;
            subject: string;
            /** Format: int64 */
            times: number;
        };
        ScimGroup: {
            displayName?: string | null;
            externalId?: string | null;
            /** Format: uuid */
            id: string;
            members?: components["schemas"]["ScimMember"][] | null;
            meta?: components["schemas"]["ScimMeta"] | null;
            schemas: string[];
        };
        ScimGroupList: {
            /** Format: int64 */
            itemsPerPage: number;
            Resources: components["schemas"]["ScimGroup"][];
            schemas: string[];
            /** Format: int64 */
            startIndex: number;
            /** Format: int64 */
            totalResults: number;
        };
        ScimGroupView: {
            display_name: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            members: number;
            /** Format: int32 */
            rank: number | null;
            role: components["schemas"]["Role"] | null;
            /** Format: uuid */
            role_id: string | null;
            role_name: string | null;
            /** Format: date-time */
            synced_at: string;
        };
        ScimGroupWrite: {
            displayName?: string | null;
            externalId?: string | null;
            members?: components["schemas"]["ScimMember"][] | null;
        };
        ScimMappedGroup: {
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id?: string | null;
        };
        ScimMapping: {
            default_role: components["schemas"]["Role"];
            /** Format: uuid */
            default_role_id?: string | null;
            groups: components["schemas"]["ScimMappedGroup"][];
        };
        ScimMember: {
            display?: string | null;
            value: string;
        };
        ScimMeta: {
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            lastModified: string;
            location: string;
            resourceType: string;
        };
        ScimName: {
            familyName?: string | null;
            formatted?: string | null;
            givenName?: string | null;
        };
        ScimOperation: {
            op: string;
            path?: string | null;
            value?: unknown;
        };
        ScimOverview: {
            /** Format: int64 */
            active_users: number;
            base_url: string;
            default_role: components["schemas"]["Role"];
            /** Format: uuid */
            default_role_id: string | null;
            failures: components["schemas"]["ScimFailure"][];
            groups: components["schemas"]["ScimGroupView"][];
            /** Format: date-time */
            synced_at: string | null;
            /** Format: int64 */
            users: number;
        };
        ScimPatch: {
            Operations: components["schemas"]["ScimOperation"][];
        };
        ScimServiceProvider: {
            authenticationSchemes: components["schemas"]["AuthenticationScheme"][];
            bulk: components["schemas"]["BulkSupport"];
            changePassword: components["schemas"]["Supported"];
            etag: components["schemas"]["Supported"];
            filter: components["schemas"]["FilterSupport"];
            patch: components["schemas"]["Supported"];
            schemas: string[];
            sort: components["schemas"]["Supported"];
        };
        ScimUser: {
            active?: boolean | null;
            displayName?: string | null;
            emails?: components["schemas"]["ScimEmail"][] | null;
            externalId?: string | null;
            /** Format: uuid */
            id: string;
            meta?: components["schemas"]["ScimMeta"] | null;
            name?: components["schemas"]["ScimName"] | null;
            schemas: string[];
            userName?: string | null;
        };
        ScimUserList: {
            /** Format: int64 */
            itemsPerPage: number;
            Resources: components["schemas"]["ScimUser"][];
            schemas: string[];
            /** Format: int64 */
            startIndex: number;
            /** Format: int64 */
            totalResults: number;
        };
        ScimUserWrite: {
            active?: unknown;
            displayName?: string | null;
            emails?: components["schemas"]["ScimEmail"][] | null;
            externalId?: string | null;
            name?: components["schemas"]["ScimName"] | null;
            userName?: string | null;
        };
        SecondFactor: {
            assertion?: components["schemas"]["Assertion"] | null;
            challenge: string;
            /** Format: password */
            code?: string | null;
            /** Format: password */
            recovery_code?: string | null;
        };
        SecurityPolicy: {
            /** Format: int32 */
            most_absolute_minutes: number;
            /** Format: int32 */
            most_idle_minutes: number;
            roles: components["schemas"]["Role"][];
            second_factor: components["schemas"]["FactorDemand"];
            session_absolute_minutes: number | null;
            session_idle_minutes: number | null;
            /** Format: int64 */
            version: number;
        };
        SecurityPolicyPut: {
            roles: components["schemas"]["Role"][];
            second_factor: components["schemas"]["FactorDemand"];
            session_absolute_minutes?: number | null;
            session_idle_minutes?: number | null;
        };
        ServiceAccount: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            keys: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            permissions: string[];
            purpose: string;
            role: components["schemas"]["Role"] | null;
            /** Format: uuid */
            role_id: string | null;
            role_name: string | null;
            /** Format: int64 */
            version: number;
        };
        ServiceAccountCreate: {
            name: string;
            permissions?: string[] | null;
            purpose?: string | null;
            role?: components["schemas"]["Role"] | null;
            /** Format: uuid */
            role_id?: string | null;
        };
        ServiceAccountPage: {
            items: components["schemas"]["ServiceAccount"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        ServiceAccountPatch: {
            active?: boolean;
            name?: string;
            permissions?: string[] | null;
            purpose?: string;
            role?: components["schemas"]["Role"] | null;
            /** Format: uuid */
            role_id?: string | null;
        };
        Session: {
            access_token: string;
            /** Format: int32 */
            expires_in: number;
            /** Format: uuid */
            tenant_id: string;
            token_type: string;
        };
        SetUp: {
            /** Format: password */
            password: string;
            /** Format: password */
            token: string;
        };
        /** @enum {string} */
        Severity: "info" | "low" | "medium" | "high" | "critical";
        SheetList: {
            items: components["schemas"]["SheetShown"][];
        };
        SheetShown: {
            /** Format: int32 */
            columns: number;
            key: string;
            label_height: number;
            label_width: number;
            name: string;
            page_height: number;
            page_width: number;
            /** Format: int32 */
            rows: number;
        };
        SoftwareInstallation: {
            architecture: string;
            ci_class: string;
            /** Format: uuid */
            ci_id: string;
            ci_name: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            manager: string;
            name: string;
            version: string;
        };
        SoftwareInstallationPage: {
            items: components["schemas"]["SoftwareInstallation"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        SoftwareTitle: {
            architecture: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            machines: number;
            manager: string;
            name: string;
            source: string;
            version: string;
        };
        SoftwareTitlePage: {
            items: components["schemas"]["SoftwareTitle"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        Source: "hand" | "scim" | "sso";
        /** @enum {string} */
        SourceKind: "manual" | "appliance" | "discovery" | "import" | "api";
        SourceRecord: {
            attributes: unknown;
            /** Format: uuid */
            ci_id: string;
            class_key: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            key: string;
            /** Format: date-time */
            seen_at: string;
            /** Format: uuid */
            source_id: string;
            source_kind: string;
            source_name: string;
            stale: boolean;
        };
        SourceRecords: {
            items: components["schemas"]["SourceRecord"][];
        };
        SsoOverview: {
            connections: components["schemas"]["Connection"][];
            entra: boolean;
            log_out_uri: string;
            owners: components["schemas"]["Owner"][];
            redirect_uri: string;
        };
        /** @enum {string} */
        Standing: "pending" | "active" | "suspended" | "not_yet_valid" | "expired";
        Start: {
            /** Format: uuid */
            connection_id?: string | null;
            /** Format: email */
            email?: string | null;
        };
        Started: {
            url: string;
        };
        /** @enum {string} */
        State: "queued" | "sent" | "failed";
        StepUp: {
            assertion?: components["schemas"]["Assertion"] | null;
            challenge?: string | null;
            /** Format: password */
            code?: string | null;
            /** Format: password */
            password?: string | null;
            /** Format: password */
            recovery_code?: string | null;
        };
        StepUpOffer: {
            challenge: string;
            methods: components["schemas"]["Method"][];
            rp_id: string;
            sso: boolean;
        };
        Suggestion: {
            class_key: string | null;
            mapping: {
                [key: string]: string;
            };
            remembered: boolean;
        };
        Supported: {
            supported: boolean;
        };
        Switch: {
            /** Format: uuid */
            tenant_id: string;
        };
        Telemetry: {
            items: components["schemas"]["TelemetryPoint"][];
        };
        TelemetryDisk: {
            mount: string;
            /** Format: int64 */
            total_bytes: number;
            /** Format: int64 */
            used_bytes: number;
        };
        TelemetryPoint: {
            /** Format: date-time */
            at: string;
            cpu_percent: number;
            disks: components["schemas"]["TelemetryDisk"][];
            load1: number;
            load5: number;
            load15: number;
            /** Format: int64 */
            memory_total_bytes: number;
            /** Format: int64 */
            memory_used_bytes: number;
            rx_bytes_per_second: number;
            /** Format: int64 */
            swap_total_bytes: number;
            /** Format: int64 */
            swap_used_bytes: number;
            tx_bytes_per_second: number;
            /** Format: int64 */
            uptime_seconds: number;
        };
        TenantChoice: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        TimelineEntry: {
            /** Format: uuid */
            actor_id: string | null;
            actor_name: string | null;
            /** Format: date-time */
            at: string;
            body: string | null;
            changes: unknown;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["TimelineKind"];
        };
        TimelineEntryPage: {
            items: components["schemas"]["TimelineEntry"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        /** @enum {string} */
        TimelineKind: "created" | "comment" | "changed" | "assigned" | "resolved" | "closed" | "reopened";
        TotpOffer: {
            offer: string;
            secret: string;
            uri: string;
        };
        Touched: {
            /** Format: int64 */
            cis: number;
            /** Format: int64 */
            converted: number;
            /** Format: int64 */
            misfits: number;
            sample: components["schemas"]["Misfit"][];
        };
        Transition: {
            from: components["schemas"]["CiStatus"];
            to: components["schemas"]["CiStatus"][];
        };
        Trial: {
            check: string | null;
            claims: components["schemas"]["TrialClaim"][];
            /** Format: uuid */
            connection_id: string;
            detail: string | null;
            failed: string | null;
            good: boolean;
            groups_overage: boolean;
            mapping: components["schemas"]["RoleMapping"] | null;
            role: components["schemas"]["Role"] | null;
            /** Format: uuid */
            role_id: string | null;
            says_when: boolean;
            second_factor: boolean;
            verdict: components["schemas"]["Verdict"] | null;
        };
        TrialClaim: {
            name: string;
            values: string[];
        };
        User: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            display_name: string;
            /** Format: email */
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_login_at: string | null;
            /** Format: date-time */
            last_seen_at: string | null;
            pending: boolean;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id: string | null;
            role_name: string;
            source: components["schemas"]["Source"];
            /** Format: int64 */
            version: number;
        };
        UserCreate: {
            display_name: string;
            /** Format: email */
            email: string;
            language?: components["schemas"]["Language"] | null;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            role_id?: string | null;
        };
        UserCreated: {
            /** Format: date-time */
            setup_expires_at: string;
            setup_token: string;
            user: components["schemas"]["User"];
        };
        UserPage: {
            items: components["schemas"]["User"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        UserPatch: {
            active?: boolean;
            display_name?: string;
            role?: components["schemas"]["Role"];
            /** Format: uuid */
            role_id?: string | null;
        };
        UserSessionsEnd: {
            /** Format: uuid */
            session_id?: string | null;
        };
        /** @enum {string} */
        Verdict: "known" | "member" | "joins" | "not_a_member" | "deactivated" | "email_missing" | "email_unverified" | "email_elsewhere" | "taken";
        View: {
            columns: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            list: string;
            name: string;
            /** Format: uuid */
            owner_id: string;
            owner_name: string;
            query: unknown;
            shared: boolean;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        ViewCreate: {
            columns?: string[] | null;
            list: string;
            name: string;
            query?: {
                [key: string]: string;
            } | null;
            shared?: boolean | null;
        };
        ViewPage: {
            items: components["schemas"]["View"][];
            next: string | null;
            /** Format: int64 */
            total: number | null;
        };
        ViewPatch: {
            columns?: string[];
            name?: string;
            query?: {
                [key: string]: string;
            };
            shared?: boolean;
        };
        /** @enum {string} */
        WorkStatus: "open" | "in_progress";
    };
    responses: {
        /** @description What went wrong, as RFC 9457 has it. 429 `quota-exceeded` says in Retry-After when to come back. */
        Problem: {
            headers: {
                /** @description What is left of them (r), and in how many seconds they are whole again (t). */
                RateLimit?: string;
                /** @description The quotas that the request counted against: requests (q) in seconds (w). */
                "RateLimit-Policy"?: string;
                /** @description Seconds to wait, where waiting helps. */
                "Retry-After"?: number;
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
    alert_webhook_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["AlertWebhookPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_webhook_create: {
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
                "application/json": components["schemas"]["AlertWebhookCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWebhookCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_webhook_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                device_id?: string;
                limit?: number;
                severity?: components["schemas"]["Severity"][];
                sort?: string;
                status?: components["schemas"]["AlertStatus"][];
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
                    "application/json": components["schemas"]["AlertPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_get: {
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
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_acknowledge: {
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
                    "application/json": components["schemas"]["Alert"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_close: {
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
                "application/json": components["schemas"]["CloseAlert"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_incident_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    api_key_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                service_account_id?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["ApiKeyPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    api_key_create: {
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
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    api_key_get: {
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
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    api_key_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    api_key_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    audit_list: {
        parameters: {
            query?: {
                actor_id?: string;
                after?: string;
                count?: components["schemas"]["CountMode"];
                from?: string;
                limit?: number;
                operation?: string;
                outcome?: components["schemas"]["AuditOutcome"];
                remote_address?: string;
                request_id?: string;
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
    audit_retention_get: {
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
                    "application/json": components["schemas"]["AuditRetention"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    audit_retention_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditRetentionPut"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditRetention"];
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
    auth_enrolment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enrolment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorOffer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_enrolment_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentConfirm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitation_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSeen"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedOut"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
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
    auth_passkey_challenge: {
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
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    password_forgot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordForgot"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
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
    auth_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
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
    auth_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
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
    auth_sso_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Callback"];
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
    auth_sso_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Start"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_sso_step_up: {
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
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_sso_step_up_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Callback"];
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
    sso_test_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Callback"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_step_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
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
    auth_step_up_challenge: {
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
                    "application/json": components["schemas"]["StepUpOffer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auth_switch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switch"];
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
    ci_attribute_create: {
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
                "application/json": components["schemas"]["AttributeCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attribute"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_attribute_delete: {
        parameters: {
            query?: {
                misfits?: components["schemas"]["Misfits"];
            };
            header?: never;
            path: {
                key: string;
            };
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
    ci_attribute_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attribute"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_attribute_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributePreview"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Touched"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_class_create: {
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
                "application/json": components["schemas"]["ClassCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Class"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_class_delete: {
        parameters: {
            query?: {
                misfits?: components["schemas"]["Misfits"];
            };
            header?: never;
            path: {
                key: string;
            };
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
    ci_class_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Class"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_class_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassPreview"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Touched"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_duplicate_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["DuplicatePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_duplicate_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateDismiss"];
            };
        };
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
    ci_import_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["ImportPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_create: {
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
                "application/json": components["schemas"]["ImportCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_get: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_apply: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_cancel: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_check: {
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
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_end_upload: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_upload: {
        parameters: {
            query?: {
                part?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_row_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                outcome?: components["schemas"]["Outcome"][];
                sort?: string;
            };
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
                    "application/json": components["schemas"]["ImportRowPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_suggest: {
        parameters: {
            query?: {
                class_key?: string;
            };
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
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_import_undo: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_label_sheet_list: {
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
                    "application/json": components["schemas"]["SheetList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_label_print: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelOrder"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_model_get: {
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
                    "application/json": components["schemas"]["CiModel"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_observe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramObservations"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObservationsTaken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                class_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_rules_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                class_key: string;
            };
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
    ci_source_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["CiSourcePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_source_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CiSourcePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CiSource"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_list: {
        parameters: {
            query?: {
                after?: string;
                as_of?: string;
                class_key?: string[];
                columns?: string[];
                count?: components["schemas"]["CountMode"];
                filter?: string[];
                limit?: number;
                order_by?: string;
                q?: string;
                sort?: string;
                stale?: boolean;
                status?: components["schemas"]["CiStatus"][];
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
                    "application/json": components["schemas"]["CiPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_create: {
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
                "application/json": components["schemas"]["CiCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_get: {
        parameters: {
            query?: {
                as_of?: string;
            };
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
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CiPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_certificates: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiCertificatePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_diff: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
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
                    "application/json": components["schemas"]["CiDifference"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_disks: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiDiskPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_graph: {
        parameters: {
            query?: {
                depth?: number;
                types?: string[];
            };
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
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_history: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiStatePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_impact: {
        parameters: {
            query?: {
                depth?: number;
                direction?: components["schemas"]["ImpactDirection"];
            };
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
                    "application/json": components["schemas"]["ImpactAnalysis"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_interfaces: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiInterfacePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_inventory: {
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
                    "application/json": components["schemas"]["CiInventory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_listeners: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiListenerPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_merge: {
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
                "application/json": components["schemas"]["CiPair"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_neighbours: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiNeighbourPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_provenance: {
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
                    "application/json": components["schemas"]["CiProvenance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_records: {
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
                    "application/json": components["schemas"]["SourceRecords"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_relation_list: {
        parameters: {
            query?: {
                after?: string;
                as_of?: string;
                count?: components["schemas"]["CountMode"];
                direction?: components["schemas"]["Direction"];
                limit?: number;
                sort?: string;
                type?: string;
            };
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
                    "application/json": components["schemas"]["CiRelationPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_restore: {
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
                "application/json": components["schemas"]["CiRestore"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_services: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CiServicePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_software: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                manager?: string;
                q?: string;
                removed?: boolean;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["InstalledSoftwarePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_unmerge: {
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
                "application/json": components["schemas"]["CiPair"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ci"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_bulk_edit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkEdited"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_bulk_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ci_facets: {
        parameters: {
            query?: {
                class_key?: string[];
                filter?: string[];
                q?: string;
                stale?: boolean;
                status?: components["schemas"]["CiStatus"][];
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
                    "application/json": components["schemas"]["CiFacets"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_poll: {
        parameters: {
            query?: {
                wait?: number;
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
                    "application/json": components["schemas"]["CommandToRun"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_result: {
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
                "application/json": components["schemas"]["CommandResult"];
            };
        };
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
    device_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                q?: string;
                sort?: string;
                status?: components["schemas"]["DeviceStatus"][];
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
                    "application/json": components["schemas"]["DevicePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    device_get: {
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
                    "application/json": components["schemas"]["Device"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    device_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DevicePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    device_ci: {
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
                    "application/json": components["schemas"]["DeviceCi"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["CommandPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    device_reinstate: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    device_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    device_telemetry: {
        parameters: {
            query?: {
                from?: string;
                max_points?: number;
                to?: string;
            };
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
                    "application/json": components["schemas"]["Telemetry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    device_register: {
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
                "application/json": components["schemas"]["DeviceRegister"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceRegistered"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                device_id?: string;
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["DiscoveryNetworkPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_create: {
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
                "application/json": components["schemas"]["NetworkCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryNetwork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_get: {
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
                    "application/json": components["schemas"]["DiscoveryNetwork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryNetwork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_hosts: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                quiet?: boolean;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["NetworkHostPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discovery_network_scan: {
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
                    "application/json": components["schemas"]["DiscoveryNetwork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_list: {
        parameters: {
            query?: {
                after?: string;
                assignee_id?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                priority?: components["schemas"]["Priority"][];
                q?: string;
                sort?: string;
                status?: components["schemas"]["IncidentStatus"][];
                unassigned?: boolean;
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
                    "application/json": components["schemas"]["IncidentPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_create: {
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
                "application/json": components["schemas"]["IncidentCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_get: {
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
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_assign: {
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
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_close: {
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
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_reopen: {
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
                "application/json": components["schemas"]["ReopenBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_resolve: {
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
                "application/json": components["schemas"]["ResolveBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_timeline: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
            };
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
                    "application/json": components["schemas"]["TimelineEntryPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    incident_bulk_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkAssign"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAssigned"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    licence_get: {
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
                    "application/json": components["schemas"]["Licence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    letter_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
                state?: components["schemas"]["State"];
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
                    "application/json": components["schemas"]["LetterSummaryPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    letter_retry: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    me_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MePatch"];
            };
        };
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
    factors_get: {
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
                    "application/json": components["schemas"]["MyFactors"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    factor_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFactor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    factor_offer: {
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
                    "application/json": components["schemas"]["FactorOffer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    features_get: {
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
                    "application/json": components["schemas"]["Features"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitation_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
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
    passkey_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    passkey_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyPatch"];
            };
        };
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
    password_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
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
    recovery_codes_renew: {
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    session_list: {
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
                    "application/json": components["schemas"]["OpenSessionPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    session_end: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sessions_end_others: {
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
    totp_delete: {
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
    network_scan_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                network_id?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["NetworkScanPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    overview_get: {
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
                    "application/json": components["schemas"]["Overview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    permission_list: {
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
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    provisioning_key_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["ProvisioningKeyPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    provisioning_key_create: {
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
                "application/json": components["schemas"]["ProvisioningKeyCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningKeyCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    provisioning_key_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    provisioning_key_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating the request with the same key creates nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProvisioningKeyRotate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningKeyCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    relation_type_create: {
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
                "application/json": components["schemas"]["RelationTypeCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationType"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    relation_type_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
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
    relation_type_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationTypePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationType"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    relation_create: {
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
                "application/json": components["schemas"]["RelationCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    relation_end: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    role_list: {
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
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    role_create: {
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
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    role_get: {
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
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    role_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    role_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scim_get: {
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
                    "application/json": components["schemas"]["ScimOverview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scim_mapping_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScimMapping"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScimOverview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    directory_user_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                q?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["DirectoryUserPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    directory_user_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryHandOver"];
            };
        };
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
    directory_user_release: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
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
                    "application/json": components["schemas"]["Hits"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    security_policy_get: {
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
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    security_policy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityPolicyPut"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    service_account_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                sort?: string;
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
                    "application/json": components["schemas"]["ServiceAccountPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    service_account_create: {
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
                "application/json": components["schemas"]["ServiceAccountCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    service_account_get: {
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
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    service_account_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    software_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                manager?: string;
                name?: string;
                q?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["SoftwareTitlePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    software_installation_list: {
        parameters: {
            query?: {
                after?: string;
                below?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                manager?: string;
                name?: string;
                sort?: string;
                title_id?: string;
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
                    "application/json": components["schemas"]["SoftwareInstallationPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_get: {
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
                    "application/json": components["schemas"]["SsoOverview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_break_glass_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlass"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owners"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_connection_create: {
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
                "application/json": components["schemas"]["ConnectionCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_connection_get: {
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
                    "application/json": components["schemas"]["Connection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_connection_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_connection_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sso_test_start: {
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
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_list: {
        parameters: {
            query?: {
                active?: boolean;
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                q?: string;
                role?: components["schemas"]["Role"];
                role_id?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["UserPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_create: {
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
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCreated"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_get: {
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
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_factors_reset: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    invitation_resend: {
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
                    "application/json": components["schemas"]["InvitationLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitation_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    user_session_list: {
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
                    "application/json": components["schemas"]["OpenSessionPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user_sessions_end: {
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
                "application/json": components["schemas"]["UserSessionsEnd"];
            };
        };
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
    view_list: {
        parameters: {
            query?: {
                after?: string;
                count?: components["schemas"]["CountMode"];
                limit?: number;
                list?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["ViewPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    view_create: {
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
                "application/json": components["schemas"]["ViewCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    view_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    view_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    alert_webhook_receive: {
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
                "application/json": components["schemas"]["AlertReport"];
            };
        };
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
    security_live: {
        parameters: {
            query: {
                after?: string;
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket from here on. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    vpn_live: {
        parameters: {
            query: {
                after?: string;
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket from here on. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    license_refresh: {
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
                    "application/json": components["schemas"]["Refreshed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scim_group_list: {
        parameters: {
            query?: {
                attributes?: string;
                count?: number;
                excludedAttributes?: string;
                filter?: string;
                sortBy?: string;
                sortOrder?: string;
                startIndex?: number;
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
                    "application/scim+json": components["schemas"]["ScimGroupList"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_group_create: {
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
                "application/scim+json": components["schemas"]["ScimGroupWrite"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_group_get: {
        parameters: {
            query?: {
                attributes?: string;
                excludedAttributes?: string;
            };
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
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_group_replace: {
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
                "application/scim+json": components["schemas"]["ScimGroupWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_group_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_group_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimPatch"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_resource_type_list: {
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
                    "application/scim+json": unknown;
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_schema_list: {
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
                    "application/scim+json": unknown;
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_service_provider_get: {
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
                    "application/scim+json": components["schemas"]["ScimServiceProvider"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_list: {
        parameters: {
            query?: {
                attributes?: string;
                count?: number;
                excludedAttributes?: string;
                filter?: string;
                sortBy?: string;
                sortOrder?: string;
                startIndex?: number;
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
                    "application/scim+json": components["schemas"]["ScimUserList"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_create: {
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
                "application/scim+json": components["schemas"]["ScimUserWrite"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_get: {
        parameters: {
            query?: {
                attributes?: string;
                excludedAttributes?: string;
            };
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
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_replace: {
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
                "application/scim+json": components["schemas"]["ScimUserWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_delete: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    scim_user_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on; 412 where it is no longer current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description What went wrong, as the standard of this path has it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
}
