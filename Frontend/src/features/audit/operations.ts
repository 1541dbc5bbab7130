import type { TFunction } from 'i18next';
import { paths } from '../../app/paths';
import type { AuditEntry } from '../../app/types';

/** What is known by a phrase of its own (`audit.says`); what the server adds is shown by its own name until it has one. */
export const operations = [
    'auth_login',
    'auth_logout',
    'auth_refresh',
    'auth_setup',
    'auth_switch',
    'user_create',
    'user_update',
    'incident_create',
    'incident_update',
    'incident_assign',
    'incident_bulk_assign',
    'incident_comment',
    'incident_resolve',
    'incident_close',
    'incident_reopen',
    'alert_acknowledge',
    'alert_close',
    'alert_incident_create',
    'alert_webhook_create',
    'alert_webhook_revoke',
    'alert_webhook_receive',
    'device_register',
    'device_key_use',
    'device_update',
    'device_revoke',
    'device_reinstate',
    'command_create',
    'command_result',
    'discovery_network_create',
    'discovery_network_update',
    'discovery_network_delete',
    'discovery_network_scan',
    'provisioning_key_create',
    'provisioning_key_revoke',
    'auth_passkey',
    'auth_second_factor',
    'auth_enrolment_confirm',
    'auth_step_up',
    'invitation_accept',
    'invitation_resend',
    'invitation_revoke',
    'password_change',
    'password_forgot',
    'password_reset',
    'me_update',
    'session_end',
    'sessions_end_others',
    'user_sessions_end',
    'user_factors_reset',
    'factor_create',
    'passkey_rename',
    'passkey_delete',
    'totp_delete',
    'recovery_codes_renew',
    'security_policy_put',
    'auth_sso_start',
    'auth_sso_finish',
    'auth_sso_step_up',
    'auth_sso_step_up_finish',
    'sso_test_start',
    'sso_test_finish',
    'sso_connection_create',
    'sso_connection_update',
    'sso_connection_delete',
    'sso_break_glass_put',
    'role_create',
    'role_update',
    'role_delete',
    'service_account_create',
    'service_account_update',
    'api_key_create',
    'api_key_rotate',
    'api_key_revoke',
    'provisioning_key_rotate',
    'letter_retry',
    'license_refresh',
    'audit_retention_put',
    'scim_user_create',
    'scim_user_replace',
    'scim_user_update',
    'scim_user_delete',
    'scim_group_create',
    'scim_group_replace',
    'scim_group_update',
    'scim_group_delete',
    'scim_mapping_put',
    'directory_user_take',
    'directory_user_release',
    'ci_create',
    'ci_update',
    'ci_delete',
    'ci_restore',
    'ci_merge',
    'ci_unmerge',
    'ci_duplicate_dismiss',
    'ci_source_update',
    'ci_observe',
    'ci_class_create',
    'ci_class_update',
    'ci_class_delete',
    'ci_class_preview',
    'ci_attribute_create',
    'ci_attribute_update',
    'ci_attribute_delete',
    'ci_attribute_preview',
    'relation_type_create',
    'relation_type_update',
    'relation_type_delete',
    'ci_rules_put',
    'ci_rules_delete',
    'ci_bulk_edit',
    'ci_import_create',
    'ci_import_upload',
    'ci_import_end_upload',
    'ci_import_check',
    'ci_import_apply',
    'ci_import_cancel',
    'ci_import_undo',
    'ci_import_delete',
    'ci_label_print',
    'view_create',
    'view_update',
    'view_delete',
    'relation_create',
    'relation_end',
] as const;

const known = new Set<string>(operations);
const exported = '.export';

/** What was done, in words: "Change of an incident", "Export of incident list". */
export function phrase(operation: string, t: TFunction): string {
    if (operation.endsWith(exported)) {
        return t('audit.export', { list: plain(operation.slice(0, -exported.length)) });
    }
    return known.has(operation) ? t(`audit.says.${operation}`) : plain(operation);
}

function plain(operation: string): string {
    return operation.replaceAll('_', ' ');
}

const pages: readonly [prefix: string, href: (id: string) => string][] = [
    ['incident_', paths.incident],
    ['alert_webhook_', () => paths.webhooks()],
    ['alert_', paths.alert],
    ['device_', paths.device],
    ['discovery_network_', paths.discoveryNetwork],
    ['provisioning_key_', () => paths.provisioningKeys()],
    ['ci_source_', () => paths.ciSources()],
    ...['create', 'update', 'delete', 'restore', 'merge', 'unmerge'].map((done): [string, (id: string) => string] => [`ci_${done}`, (id) => paths.ci(id)]),
    ['user_', () => paths.users()],
    ['invitation_', () => paths.users()],
    ['role_', () => paths.roles()],
    ['service_account_', () => paths.serviceAccounts()],
    ['api_key_', () => paths.apiKeys()],
    ['letter_', () => paths.mail()],
];

/** Where the thing acted on has a page. */
export function targetHref(entry: Pick<AuditEntry, 'operation' | 'target_id'>): string | null {
    const id = entry.target_id;
    if (id === null || id === undefined) {
        return null;
    }
    return pages.find(([prefix]) => entry.operation.startsWith(prefix))?.[1](id) ?? null;
}
