import { NoPermissionState, NotLicensedState } from '@monozu/ui';
import type { ReactNode } from 'react';
import { useMe, type Feature, type Permission } from './me';

/** The gate of a page that was reached by its address: says which of the two is missing, and asks the server for nothing. */
export function Module({ feature, permission, children }: { feature?: Feature; permission: Permission; children: ReactNode }) {
    const { can, has } = useMe();
    if (feature !== undefined && !has(feature)) {
        return <NotLicensedState whole />;
    }
    return can(permission) ? children : <NoPermissionState whole />;
}
