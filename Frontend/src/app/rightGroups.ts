import type { PermissionInfo } from './types';

export const lacking = (own: readonly string[], wanted: readonly string[]): string[] => wanted.filter((permission) => !own.includes(permission));

/** Permissions in the order of their modules, each module once. */
export function byModule(permissions: readonly PermissionInfo[]): { module: string; permissions: PermissionInfo[] }[] {
    const modules = [...new Set(permissions.map((permission) => permission.module))];
    return modules.map((module) => ({ module, permissions: permissions.filter((permission) => permission.module === module) }));
}
