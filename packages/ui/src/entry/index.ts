// The pages before a console: apart from the rest, because nobody who is signed in needs them.
export * from './EntryFrame';
export * from './LoginProblem';
export * from './LoginScreen';
export * from './next';
export * from './Notice';
export { safeNext } from './next';
