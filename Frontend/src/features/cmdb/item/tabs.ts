import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Permission } from '../../../app/me';
import { isMachine } from '../software/machine';
import type { Ci } from '../types';

export interface CiTab {
    /** In the address: ?tab=<id>. The first one is the page without it. */
    id: string;
    /** The key of its name, with its namespace: "cmdb:tabs.overview". */
    label: string;
    permission?: Permission;
    /** For tabs that say nothing of most classes. */
    shown?: (ci: Ci) => boolean;
    /** Loaded when it is opened; brings its own words. */
    Content: LazyExoticComponent<ComponentType<{ ci: Ci }>>;
}

/**
 * The parts of a CI's page, in their order. A module adds a line here, the name under `tabs` in locales/{en,pl}/cmdb.ts, and a component in its own
 * folder that is exported by default and takes `{ ci }`:
 *
 *     { id: 'relations', label: 'cmdb:tabs.relations', Content: lazy(() => import('../graph/RelationsTab')) },
 */
export const ciTabs: readonly CiTab[] = [
    { id: 'overview', label: 'cmdb:tabs.overview', Content: lazy(() => import('./OverviewTab')) },
    { id: 'relations', label: 'cmdb:tabs.relations', Content: lazy(() => import('../graph/RelationsTab')) },
    { id: 'impact', label: 'cmdb:tabs.impact', Content: lazy(() => import('../graph/ImpactTab')) },
    { id: 'software', label: 'cmdb:tabs.software', shown: isMachine, Content: lazy(() => import('../software/SoftwareTab')) },
    { id: 'services', label: 'cmdb:tabs.services', shown: isMachine, Content: lazy(() => import('../software/ServicesTab')) },
    { id: 'ports', label: 'cmdb:tabs.ports', shown: isMachine, Content: lazy(() => import('../software/PortsTab')) },
    { id: 'network', label: 'cmdb:tabs.network', shown: isMachine, Content: lazy(() => import('../software/NetworkTab')) },
    { id: 'disks', label: 'cmdb:tabs.disks', shown: isMachine, Content: lazy(() => import('../software/DisksTab')) },
    { id: 'certificates', label: 'cmdb:tabs.certificates', shown: isMachine, Content: lazy(() => import('../software/CertificatesTab')) },
    { id: 'records', label: 'cmdb:tabs.records', Content: lazy(() => import('./RecordsTab')) },
    { id: 'history', label: 'cmdb:tabs.history', Content: lazy(() => import('./HistoryTab')) },
];
