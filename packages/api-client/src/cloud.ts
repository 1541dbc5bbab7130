import type { components, paths } from './generated/cloud';

export type CloudPaths = paths;
export type CloudSchemas = components['schemas'];
