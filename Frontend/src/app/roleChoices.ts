import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from './me';
import { useRightWords, useRoles, useWhyNot } from './rights';
import { valueOfRole } from './roleValue';

export const builtInRoles = ['owner', 'admin', 'agent', 'security_analyst', 'auditor'] as const;

/** Every role, with those that this person may not give away greyed out, saying why. `kept` is what somebody has already. */
export function useRoleChoices(kept?: string): { value: string; label: string; disabled: boolean }[] {
    const { t } = useTranslation();
    const { can } = useMe();
    const words = useRightWords();
    const whyNot = useWhyNot();
    const { data } = useRoles(can('roles:read'));
    if (data === undefined) {
        // Without a look at the roles only the built-in ones can be offered; the server says which of them may be given.
        return builtInRoles.map((role) => ({ value: role, label: words.role(role, role), disabled: false }));
    }
    return data.items.map((role) => {
        const value = valueOfRole({ role: role.role, role_id: role.id });
        const name = words.role(role.role, role.name);
        const reason = whyNot(role);
        return { value, label: reason === null ? name : t('rights.notYours', { name, reason }), disabled: reason !== null && value !== kept };
    });
}

/** Every role as a filter of people offers it. */
export function useRoleFilter(): { value: string; label: string }[] {
    const { can } = useMe();
    const words = useRightWords();
    const { data } = useRoles(can('roles:read'));
    return useMemo(
        () =>
            data === undefined
                ? builtInRoles.map((role) => ({ value: role, label: words.role(role, role) }))
                : data.items.map((role) => ({ value: valueOfRole({ role: role.role, role_id: role.id }), label: words.role(role.role, role.name) })),
        [data, words],
    );
}
