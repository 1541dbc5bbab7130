import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  // What is generated is checked against its source instead.
  { ignores: ['**/.astro/', '**/dist/', '**/node_modules/', '**/generated/', '**/*.generated.ts', 'build/', 'var/'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-alert': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['Frontend/src/features/*/*', 'Management/management-frontend/src/features/*/*'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./(?!\\.)', message: 'A feature never imports another one; what they share stands in src/app.' }] },
      ],
    },
  },
  // Scripts report to the terminal.
  { files: ['**/scripts/**', '**/e2e/**', '**/*.config.{js,ts,mjs}'], rules: { 'no-console': 'off' } },
);
