import { lazy, Suspense, useSyncExternalStore } from 'react';
import { asking } from './asking';
import type { FactorPorts } from './AskedModal';

const AskedModal = lazy(() => import('./AskedModal'));

/** Once in the shell: waits until something asks the person to prove who they are. */
export function AskedDialog(ports: FactorPorts) {
    const asked = useSyncExternalStore(asking.subscribe, asking.get);
    return <Suspense>{asked !== null && <AskedModal asked={asked} {...ports} />}</Suspense>;
}
