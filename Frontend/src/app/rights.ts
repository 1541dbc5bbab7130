import { answer } from '@monozu/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from './api';
import { useMe } from './me';
import { lacking } from './rightGroups';
import type { RoleView } from './types';
import './administrationWords';

export const rolesKey = ['roles'] as const;

export const permissionsQuery = queryOptions({ queryKey: ['permissions'], queryFn: ({ signal }) => answer(api.GET('/api/v1/permissions', { signal })), staleTime: Infinity });
export const rolesQuery = queryOptions({ queryKey: [...rolesKey, 'all'], queryFn: ({ signal }) => answer(api.GET('/api/v1/roles', { signal })) });

/** What a role or a right is called here: built-in ones in the reader's language, custom ones by the name that the tenant gave them. */
export function useRightWords() {
    const { t } = useTranslation();
    return useMemo(
        () => ({
            right: (permission: string) => t(`rights.can.${permission.replace(/[:-]/g, '_')}`, { defaultValue: permission }),
            module: (module: string) => t(`rights.modules.${module}`, { defaultValue: module }),
            role: (role: string, name: string) => (role === 'custom' ? name : t(`users.roles.${role}`, { defaultValue: name })),
        }),
        [t],
    );
}

/** Why the person who asks may not give a role away, or null where they may. The server has the last word; this saves a vain try. */
export function useWhyNot(): (role: Pick<RoleView, 'role' | 'permissions'>) => string | null {
    const { t } = useTranslation();
    const { me } = useMe();
    const { right } = useRightWords();
    return ({ role, permissions }) => {
        if (role === 'owner' && !me.roles.includes('owner')) {
            return t('rights.ownersOnly');
        }
        const missing = lacking(me.permissions, permissions);
        return missing.length === 0 ? null : t('rights.youLack', { rights: missing.map(right).join(', ') });
    };
}

export function useRoles(enabled = true) {
    return useQuery({ ...rolesQuery, enabled });
}
