export * from './client';
export * from './live';
export * from './problem';
export * from './session';
