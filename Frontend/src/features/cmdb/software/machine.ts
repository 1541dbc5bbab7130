import type { Ci } from '../types';

const machineClasses: readonly string[] = ['computer', 'server', 'virtual_machine', 'workstation', 'edge_appliance'];
const machineAttributes = ['machine_id', 'os_name', 'kernel', 'memory_bytes'];

/** Whether an appliance may tell of it: one of the computers, or what has something that only they have, for classes of one's own. */
export function isMachine(ci: Pick<Ci, 'class_key' | 'attributes'>): boolean {
    return machineClasses.includes(ci.class_key) || machineAttributes.some((key) => (ci.attributes[key] ?? null) !== null);
}
