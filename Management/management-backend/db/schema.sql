-- Dumped from the migrations by ./monozu gen. Do not edit.

CREATE SCHEMA app;

CREATE SCHEMA audit;

CREATE SCHEMA licences;

CREATE SCHEMA operators;

CREATE SCHEMA tenants;

CREATE FUNCTION app.migration_current() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(max(number), 0) from app.migrations;
$$;

CREATE FUNCTION audit.chains(checked_before timestamp with time zone) RETURNS TABLE(tenant_id uuid)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select nil.tenant_id
    from (values ('00000000-0000-0000-0000-000000000000'::uuid)) as nil (tenant_id)
    where not exists (select from audit.verifications v where v.tenant_id = nil.tenant_id and v.finished_at >= checked_before)
$$;

CREATE TABLE app.idempotency_keys (
    tenant_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    key text NOT NULL,
    operation text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer,
    body text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);

CREATE TABLE app.migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE audit.entries (
    id uuid NOT NULL,
    tenant_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    operation text NOT NULL,
    target_id uuid,
    request_id text,
    remote_address text,
    changes json,
    outcome text DEFAULT 'done'::text NOT NULL,
    CONSTRAINT audit_actor_kind CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'user'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT audit_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])))
);

CREATE TABLE audit.heads (
    tenant_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    base_seq bigint NOT NULL,
    base_hash bytea NOT NULL,
    removed bigint NOT NULL,
    removed_until timestamp with time zone,
    mac bytea NOT NULL
);

CREATE TABLE audit.links (
    tenant_id uuid NOT NULL,
    seq bigint NOT NULL,
    entry_id uuid NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT audit_link_hash_length CHECK ((length(hash) = 32))
);

CREATE TABLE audit.unsealed (
    tenant_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE audit.verifications (
    tenant_id uuid NOT NULL,
    next_seq bigint NOT NULL,
    next_hash bytea NOT NULL,
    counted bigint NOT NULL,
    checked bigint,
    finished_at timestamp with time zone,
    fault text,
    fault_seq bigint,
    fault_entry uuid,
    fault_detail text
);

CREATE TABLE licences.pushes (
    tenant_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    next_attempt_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE licences.tenant_licenses (
    tenant_id uuid NOT NULL,
    plan text NOT NULL,
    features text[] NOT NULL,
    limits json NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    activated_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_license_features CHECK ((features <@ ARRAY['cmdb'::text, 'itsm'::text, 'security'::text, 'vpn'::text, 'backup'::text])),
    CONSTRAINT tenant_license_period CHECK ((valid_from < valid_until)),
    CONSTRAINT tenant_license_plan_length CHECK (((length(plan) >= 1) AND (length(plan) <= 50)))
);

CREATE TABLE operators.operators (
    id uuid NOT NULL,
    email text NOT NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    password_hash text,
    active boolean DEFAULT true NOT NULL,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    setup_token_hash bytea,
    setup_expires_at timestamp with time zone,
    version bigint DEFAULT 1 NOT NULL,
    issuer text,
    subject text,
    CONSTRAINT operator_display_name_length CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200))),
    CONSTRAINT operator_provider CHECK (((issuer IS NULL) = (subject IS NULL))),
    CONSTRAINT operator_provider_has_the_password CHECK (((subject IS NULL) OR ((password_hash IS NULL) AND (setup_token_hash IS NULL)))),
    CONSTRAINT operator_role CHECK ((role = ANY (ARRAY['viewer'::text, 'operator'::text, 'owner'::text]))),
    CONSTRAINT operator_setup_token_expires CHECK (((setup_token_hash IS NULL) = (setup_expires_at IS NULL))),
    CONSTRAINT operator_setup_token_hash_length CHECK ((length(setup_token_hash) = 32))
);

CREATE TABLE operators.passkeys (
    operator_id uuid NOT NULL,
    id uuid NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    algorithm text NOT NULL,
    sign_count bigint NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    suspected_at timestamp with time zone,
    CONSTRAINT passkey_algorithm CHECK ((algorithm = ANY (ARRAY['es256'::text, 'eddsa'::text, 'rs256'::text]))),
    CONSTRAINT passkey_credential_length CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023))),
    CONSTRAINT passkey_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

CREATE TABLE operators.recovery_codes (
    operator_id uuid NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_hash_length CHECK ((length(hash) = 32))
);

CREATE TABLE operators.refresh_tokens (
    hash bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    generation bigint NOT NULL,
    again_at timestamp with time zone,
    CONSTRAINT refresh_token_hash_length CHECK ((length(hash) = 32))
);

CREATE TABLE operators.sessions (
    id uuid NOT NULL,
    operator_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    generation bigint DEFAULT 1 NOT NULL,
    proved_at timestamp with time zone NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    remote_address text DEFAULT ''::text NOT NULL,
    CONSTRAINT session_end_has_reason CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
    CONSTRAINT session_end_reason CHECK ((end_reason = ANY (ARRAY['logout'::text, 'token_reused'::text, 'ended'::text, 'ended_by_owner'::text, 'deactivated'::text, 'password_changed'::text])))
);

CREATE TABLE operators.spent_challenges (
    hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE operators.totp (
    operator_id uuid NOT NULL,
    secret bytea NOT NULL,
    last_step bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

CREATE TABLE tenants.tenants (
    id uuid NOT NULL,
    name text NOT NULL,
    owner_email text NOT NULL,
    status text NOT NULL,
    revision bigint NOT NULL,
    setup_token_hash bytea,
    setup_expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT tenant_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT tenant_setup_token_hash_length CHECK ((length(setup_token_hash) = 32)),
    CONSTRAINT tenant_status CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text])))
);

CREATE VIEW tenants.details AS
 SELECT t.id,
    t.name,
    t.owner_email,
    t.status,
    t.created_at,
    t.version,
    l.plan,
    l.features,
    l.limits,
    l.valid_from,
    l.valid_until,
    p.attempts,
    p.last_error,
    p.next_attempt_at,
    p.delivered_at
   FROM ((tenants.tenants t
     LEFT JOIN licences.tenant_licenses l ON ((l.tenant_id = t.id)))
     LEFT JOIN licences.pushes p ON ((p.tenant_id = t.id)));

ALTER TABLE ONLY app.idempotency_keys
    ADD CONSTRAINT idempotency_key_key PRIMARY KEY (tenant_id, actor_id, key, operation);

ALTER TABLE ONLY app.migrations
    ADD CONSTRAINT migration_key PRIMARY KEY (number);

ALTER TABLE ONLY audit.entries
    ADD CONSTRAINT audit_entry_key PRIMARY KEY (id);

ALTER TABLE ONLY audit.heads
    ADD CONSTRAINT audit_head_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY audit.links
    ADD CONSTRAINT audit_link_entry_taken UNIQUE (tenant_id, entry_id);

ALTER TABLE ONLY audit.links
    ADD CONSTRAINT audit_link_key PRIMARY KEY (tenant_id, seq);

ALTER TABLE ONLY audit.unsealed
    ADD CONSTRAINT audit_unsealed_key PRIMARY KEY (tenant_id, entry_id);

ALTER TABLE ONLY audit.verifications
    ADD CONSTRAINT audit_verification_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY licences.pushes
    ADD CONSTRAINT push_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY licences.tenant_licenses
    ADD CONSTRAINT tenant_license_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY operators.operators
    ADD CONSTRAINT operator_key PRIMARY KEY (id);

ALTER TABLE ONLY operators.operators
    ADD CONSTRAINT operator_setup_token_taken UNIQUE (setup_token_hash);

ALTER TABLE ONLY operators.operators
    ADD CONSTRAINT operator_subject_taken UNIQUE (issuer, subject);

ALTER TABLE ONLY operators.passkeys
    ADD CONSTRAINT passkey_key PRIMARY KEY (operator_id, id);

ALTER TABLE ONLY operators.passkeys
    ADD CONSTRAINT passkey_taken UNIQUE (credential_id);

ALTER TABLE ONLY operators.recovery_codes
    ADD CONSTRAINT recovery_code_key PRIMARY KEY (operator_id, hash);

ALTER TABLE ONLY operators.refresh_tokens
    ADD CONSTRAINT refresh_token_key PRIMARY KEY (hash);

ALTER TABLE ONLY operators.sessions
    ADD CONSTRAINT session_key PRIMARY KEY (id);

ALTER TABLE ONLY operators.spent_challenges
    ADD CONSTRAINT spent_challenge_key PRIMARY KEY (hash);

ALTER TABLE ONLY operators.totp
    ADD CONSTRAINT totp_key PRIMARY KEY (operator_id);

ALTER TABLE ONLY tenants.tenants
    ADD CONSTRAINT tenant_key PRIMARY KEY (id);

CREATE INDEX idempotency_key_by_created_at ON app.idempotency_keys USING btree (created_at);

CREATE INDEX audit_entry_by_at ON audit.entries USING btree (at, id);

CREATE INDEX audit_entry_by_target ON audit.entries USING btree (target_id, at, id);

CREATE UNIQUE INDEX audit_entry_by_tenant ON audit.entries USING btree (tenant_id, id);

CREATE INDEX push_due ON licences.pushes USING btree (next_attempt_at) WHERE (delivered_at IS NULL);

CREATE INDEX operator_by_created_at ON operators.operators USING btree (created_at, id);

CREATE UNIQUE INDEX operator_email_taken ON operators.operators USING btree (email) WHERE (subject IS NULL);

CREATE INDEX refresh_token_by_session ON operators.refresh_tokens USING btree (session_id);

CREATE INDEX session_by_operator ON operators.sessions USING btree (operator_id);

CREATE INDEX spent_challenge_by_expires_at ON operators.spent_challenges USING btree (expires_at);

CREATE INDEX tenant_by_created_at ON tenants.tenants USING btree (created_at, id);

CREATE INDEX tenant_by_name ON tenants.tenants USING btree (name, id);

ALTER TABLE ONLY licences.pushes
    ADD CONSTRAINT push_tenant FOREIGN KEY (tenant_id) REFERENCES tenants.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY licences.tenant_licenses
    ADD CONSTRAINT tenant_license_tenant FOREIGN KEY (tenant_id) REFERENCES tenants.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY operators.passkeys
    ADD CONSTRAINT passkey_operator FOREIGN KEY (operator_id) REFERENCES operators.operators(id) ON DELETE CASCADE;

ALTER TABLE ONLY operators.recovery_codes
    ADD CONSTRAINT recovery_code_operator FOREIGN KEY (operator_id) REFERENCES operators.operators(id) ON DELETE CASCADE;

ALTER TABLE ONLY operators.refresh_tokens
    ADD CONSTRAINT refresh_token_session FOREIGN KEY (session_id) REFERENCES operators.sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY operators.sessions
    ADD CONSTRAINT session_operator FOREIGN KEY (operator_id) REFERENCES operators.operators(id) ON DELETE CASCADE;

ALTER TABLE ONLY operators.totp
    ADD CONSTRAINT totp_operator FOREIGN KEY (operator_id) REFERENCES operators.operators(id) ON DELETE CASCADE;

GRANT USAGE ON SCHEMA app TO management_app;

GRANT USAGE ON SCHEMA audit TO management_app;

GRANT USAGE ON SCHEMA licences TO management_app;

GRANT USAGE ON SCHEMA operators TO management_app;

GRANT USAGE ON SCHEMA tenants TO management_app;

REVOKE ALL ON FUNCTION app.migration_current() FROM PUBLIC;
GRANT ALL ON FUNCTION app.migration_current() TO management_app;

GRANT ALL ON FUNCTION audit.chains(checked_before timestamp with time zone) TO management_app;

GRANT SELECT,DELETE ON TABLE app.idempotency_keys TO management_app;

GRANT INSERT(tenant_id) ON TABLE app.idempotency_keys TO management_app;

GRANT INSERT(actor_id) ON TABLE app.idempotency_keys TO management_app;

GRANT INSERT(key) ON TABLE app.idempotency_keys TO management_app;

GRANT INSERT(operation) ON TABLE app.idempotency_keys TO management_app;

GRANT INSERT(fingerprint) ON TABLE app.idempotency_keys TO management_app;

GRANT UPDATE(status) ON TABLE app.idempotency_keys TO management_app;

GRANT UPDATE(body) ON TABLE app.idempotency_keys TO management_app;

GRANT SELECT ON TABLE audit.entries TO management_app;

GRANT INSERT(id) ON TABLE audit.entries TO management_app;

GRANT INSERT(tenant_id) ON TABLE audit.entries TO management_app;

GRANT INSERT(actor_kind) ON TABLE audit.entries TO management_app;

GRANT INSERT(actor_id) ON TABLE audit.entries TO management_app;

GRANT INSERT(operation) ON TABLE audit.entries TO management_app;

GRANT INSERT(target_id) ON TABLE audit.entries TO management_app;

GRANT INSERT(request_id) ON TABLE audit.entries TO management_app;

GRANT INSERT(remote_address) ON TABLE audit.entries TO management_app;

GRANT INSERT(changes) ON TABLE audit.entries TO management_app;

GRANT INSERT(outcome) ON TABLE audit.entries TO management_app;

GRANT SELECT,INSERT ON TABLE audit.heads TO management_app;

GRANT UPDATE(seq) ON TABLE audit.heads TO management_app;

GRANT UPDATE(hash) ON TABLE audit.heads TO management_app;

GRANT UPDATE(base_seq) ON TABLE audit.heads TO management_app;

GRANT UPDATE(base_hash) ON TABLE audit.heads TO management_app;

GRANT UPDATE(removed) ON TABLE audit.heads TO management_app;

GRANT UPDATE(removed_until) ON TABLE audit.heads TO management_app;

GRANT UPDATE(mac) ON TABLE audit.heads TO management_app;

GRANT SELECT,INSERT ON TABLE audit.links TO management_app;

GRANT SELECT,DELETE ON TABLE audit.unsealed TO management_app;

GRANT INSERT(tenant_id) ON TABLE audit.unsealed TO management_app;

GRANT INSERT(entry_id) ON TABLE audit.unsealed TO management_app;

GRANT SELECT,INSERT ON TABLE audit.verifications TO management_app;

GRANT UPDATE(next_seq) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(next_hash) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(counted) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(checked) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(finished_at) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(fault) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(fault_seq) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(fault_entry) ON TABLE audit.verifications TO management_app;

GRANT UPDATE(fault_detail) ON TABLE audit.verifications TO management_app;

GRANT SELECT ON TABLE licences.pushes TO management_app;

GRANT INSERT(tenant_id) ON TABLE licences.pushes TO management_app;

GRANT INSERT(delivery_id),UPDATE(delivery_id) ON TABLE licences.pushes TO management_app;

GRANT UPDATE(attempts) ON TABLE licences.pushes TO management_app;

GRANT UPDATE(last_error) ON TABLE licences.pushes TO management_app;

GRANT INSERT(next_attempt_at),UPDATE(next_attempt_at) ON TABLE licences.pushes TO management_app;

GRANT UPDATE(delivered_at) ON TABLE licences.pushes TO management_app;

GRANT INSERT(created_at),UPDATE(created_at) ON TABLE licences.pushes TO management_app;

GRANT SELECT ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(tenant_id) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(plan),UPDATE(plan) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(features),UPDATE(features) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(limits),UPDATE(limits) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(valid_from),UPDATE(valid_from) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(valid_until),UPDATE(valid_until) ON TABLE licences.tenant_licenses TO management_app;

GRANT INSERT(activated_at),UPDATE(activated_at) ON TABLE licences.tenant_licenses TO management_app;

GRANT SELECT ON TABLE operators.operators TO management_app;

GRANT INSERT(id) ON TABLE operators.operators TO management_app;

GRANT INSERT(email),UPDATE(email) ON TABLE operators.operators TO management_app;

GRANT INSERT(display_name),UPDATE(display_name) ON TABLE operators.operators TO management_app;

GRANT INSERT(role),UPDATE(role) ON TABLE operators.operators TO management_app;

GRANT INSERT(password_hash),UPDATE(password_hash) ON TABLE operators.operators TO management_app;

GRANT UPDATE(active) ON TABLE operators.operators TO management_app;

GRANT UPDATE(last_login_at) ON TABLE operators.operators TO management_app;

GRANT INSERT(created_at) ON TABLE operators.operators TO management_app;

GRANT INSERT(setup_token_hash),UPDATE(setup_token_hash) ON TABLE operators.operators TO management_app;

GRANT INSERT(setup_expires_at),UPDATE(setup_expires_at) ON TABLE operators.operators TO management_app;

GRANT UPDATE(version) ON TABLE operators.operators TO management_app;

GRANT INSERT(issuer) ON TABLE operators.operators TO management_app;

GRANT INSERT(subject) ON TABLE operators.operators TO management_app;

GRANT SELECT,DELETE ON TABLE operators.passkeys TO management_app;

GRANT INSERT(operator_id) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(id) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(credential_id) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(public_key) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(algorithm) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(sign_count),UPDATE(sign_count) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(backed_up) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(name),UPDATE(name) ON TABLE operators.passkeys TO management_app;

GRANT INSERT(created_at) ON TABLE operators.passkeys TO management_app;

GRANT UPDATE(last_used_at) ON TABLE operators.passkeys TO management_app;

GRANT UPDATE(suspected_at) ON TABLE operators.passkeys TO management_app;

GRANT SELECT,DELETE ON TABLE operators.recovery_codes TO management_app;

GRANT INSERT(operator_id) ON TABLE operators.recovery_codes TO management_app;

GRANT INSERT(hash) ON TABLE operators.recovery_codes TO management_app;

GRANT INSERT(created_at) ON TABLE operators.recovery_codes TO management_app;

GRANT UPDATE(used_at) ON TABLE operators.recovery_codes TO management_app;

GRANT SELECT ON TABLE operators.refresh_tokens TO management_app;

GRANT INSERT(hash) ON TABLE operators.refresh_tokens TO management_app;

GRANT INSERT(session_id) ON TABLE operators.refresh_tokens TO management_app;

GRANT INSERT(issued_at) ON TABLE operators.refresh_tokens TO management_app;

GRANT UPDATE(used_at) ON TABLE operators.refresh_tokens TO management_app;

GRANT INSERT(generation) ON TABLE operators.refresh_tokens TO management_app;

GRANT UPDATE(again_at) ON TABLE operators.refresh_tokens TO management_app;

GRANT SELECT,DELETE ON TABLE operators.sessions TO management_app;

GRANT INSERT(id) ON TABLE operators.sessions TO management_app;

GRANT INSERT(operator_id) ON TABLE operators.sessions TO management_app;

GRANT INSERT(created_at) ON TABLE operators.sessions TO management_app;

GRANT INSERT(last_used_at),UPDATE(last_used_at) ON TABLE operators.sessions TO management_app;

GRANT INSERT(expires_at) ON TABLE operators.sessions TO management_app;

GRANT UPDATE(ended_at) ON TABLE operators.sessions TO management_app;

GRANT UPDATE(end_reason) ON TABLE operators.sessions TO management_app;

GRANT UPDATE(generation) ON TABLE operators.sessions TO management_app;

GRANT INSERT(proved_at),UPDATE(proved_at) ON TABLE operators.sessions TO management_app;

GRANT INSERT(user_agent) ON TABLE operators.sessions TO management_app;

GRANT INSERT(remote_address),UPDATE(remote_address) ON TABLE operators.sessions TO management_app;

GRANT SELECT,DELETE ON TABLE operators.spent_challenges TO management_app;

GRANT INSERT(hash) ON TABLE operators.spent_challenges TO management_app;

GRANT INSERT(expires_at) ON TABLE operators.spent_challenges TO management_app;

GRANT SELECT,DELETE ON TABLE operators.totp TO management_app;

GRANT INSERT(operator_id) ON TABLE operators.totp TO management_app;

GRANT INSERT(secret),UPDATE(secret) ON TABLE operators.totp TO management_app;

GRANT INSERT(last_step),UPDATE(last_step) ON TABLE operators.totp TO management_app;

GRANT INSERT(created_at),UPDATE(created_at) ON TABLE operators.totp TO management_app;

GRANT UPDATE(last_used_at) ON TABLE operators.totp TO management_app;

GRANT SELECT ON TABLE tenants.tenants TO management_app;

GRANT INSERT(id) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(name) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(owner_email) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(status),UPDATE(status) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(revision),UPDATE(revision) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(setup_token_hash),UPDATE(setup_token_hash) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(setup_expires_at),UPDATE(setup_expires_at) ON TABLE tenants.tenants TO management_app;

GRANT INSERT(created_at) ON TABLE tenants.tenants TO management_app;

GRANT UPDATE(version) ON TABLE tenants.tenants TO management_app;

GRANT SELECT ON TABLE tenants.details TO management_app;
