import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The fences: which folder may import which. Each entry forbids what the architecture's table does not
 * allow, so a rule cannot move into the wrong room unnoticed.
 */
const rooms = [
  'domain',
  'workflows',
  'activities',
  'watch',
  'store',
  'api',
  'pack',
  'intake',
  'cli',
  'local',
  'courier',
  'worker',
  'config',
];

const mayImport = {
  domain: [],
  workflows: ['domain', 'activities'], // types only, see below
  store: ['domain'],
  courier: ['domain', 'workflows'],
  worker: ['domain', 'store', 'activities', 'courier', 'workflows'],
  activities: ['domain', 'store', 'courier'],
  watch: ['domain', 'store', 'courier'],
  api: ['domain', 'store', 'courier', 'pack', 'intake'],
  pack: ['domain'],
  intake: ['domain', 'store'],
};

const fence = (room) => ({
  files: [`src/${room}/**/*.ts`, `src/${room}.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [...rooms, 'web']
          .filter((other) => other !== room && !mayImport[room].includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+(src/)?${other}(/|\\.js$)|^\\./${other}(/|\\.js$)`,
            message: `${room} must not import ${other}.`,
          })),
      },
    ],
  },
});

/** The pages share words and types with the engine, and nothing else; the engine does not know them. */
const webFences = [
  {
    files: ['web/**/*.{ts,tsx}', 'test/web/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+src/(?!(api/contract|api/words|domain)/)',
              message:
                "Of the engine the pages know the API's contract, its words and the types of the domain.",
            },
            {
              regex: '^(\\.\\./)+src/(api/contract|domain)/',
              allowTypeImports: true,
              message: 'Types only: rules and validation stay with the API.',
            },
          ],
        },
      ],
    },
  },
  {
    // What tests of the pages compare with may be anything of the domain.
    files: ['test/web/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'coverage/', '.duzhan/', 'bin/', 'eslint.config.js', 'web/dist*/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' },
      ],
      'import-x/no-cycle': ['error', { maxDepth: 8, ignoreExternal: true }],
    },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js', '.json'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
    },
  },
  ...Object.keys(mayImport).map(fence),
  ...webFences,
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The core takes now.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core takes now.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'No randomness in the core.',
        },
      ],
    },
  },
  {
    files: ['src/config.ts', 'test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
);
