import { defineConfig } from 'oxlint';
import { ROOMS, roomRules } from './src/dev/rooms.ts';

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'import', 'promise', 'node'],
  options: { typeAware: true, typeCheck: false },
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    'no-control-regex': 'error',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'unicorn/no-array-sort': 'error',
    'import/no-unassigned-import': 'off',
    // fast-check's own way of being imported.
    'import/no-named-as-default-member': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    // There are no classes here, so a method is a function.
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    ...ROOMS.map((room) => roomRules(room)),
    { files: ['src/dev/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  ],
  ignorePatterns: ['dist', 'fixtures'],
});
