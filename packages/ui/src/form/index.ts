// Apart from the rest, because forms bring their own libraries: pages load them when a form is opened.
export * from './ConfirmModal';
export * from './FormModal';
export * from './FormProblem';
export * from './OnceModal';
export * from './SecretOnce';
export * from './useDraftForm';
