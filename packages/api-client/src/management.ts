import type { components, paths } from './generated/management';

export type ManagementPaths = paths;
export type ManagementSchemas = components['schemas'];
