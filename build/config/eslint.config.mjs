import path from 'node:path';
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**'];
const clock = 'Time is a dependency: take a Clock (shared/timing/clock.ts) as a parameter.';
const wire =
  'Raw IPC lives in main/desk/ipc.ts and preload/index.ts only: use the checked calls built there.';
const shell = 'Only main/index.ts and main/desk know Electron: take what is needed as a parameter.';
const pure = 'shared/ is pure: what reaches outside is handed in as a parameter.';

const timers = ['setTimeout', 'setInterval', 'setImmediate'];
const holders = ['globalThis', 'window', 'self', 'global'];

const timeProperties = [
  { object: 'Date', property: 'now', message: clock },
  { object: 'performance', property: 'now', message: clock },
  { object: 'performance', property: 'timeOrigin', message: clock },
  { object: 'process', property: 'hrtime', message: clock },
  { object: 'process', property: 'uptime', message: clock },
  { object: 'AbortSignal', property: 'timeout', message: clock },
  { object: 'Temporal', property: 'Now', message: clock },
  ...holders.flatMap((object) =>
    [...timers, 'performance'].map((property) => ({ object, property, message: clock })),
  ),
];

const timeSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];

// `import { ipcMain } from 'electron'` by name; the wall around electron itself is told by paths.
const ipcNames = ['ipcMain', 'ipcRenderer'];
const timeModules = ['timers', 'node:timers', 'timers/promises', 'node:timers/promises'].map(
  (name) => ({ name, message: clock }),
);
const clockFromPerf = ['perf_hooks', 'node:perf_hooks'].map((name) => ({ name, message: clock }));
const wireNames = { name: 'electron', importNames: ipcNames, message: wire };

/** One rule, said whole each time: in flat config a later entry replaces an earlier one. */
const imports = (...paths) => ['error', { paths: [...timeModules, ...clockFromPerf, ...paths] }];

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'out/**',
      'dist/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      '.cache/**',
      'main/demo/story/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': ['error', ...timers.map((name) => ({ name, message: clock }))],
      'no-restricted-properties': ['error', ...timeProperties],
      'no-restricted-syntax': ['error', ...timeSyntax],
      'no-restricted-imports': imports({ name: 'electron', message: shell }),
    },
  },
  {
    files: ['main/index.ts', 'main/desk/**/*.ts'],
    rules: { 'no-restricted-imports': imports(wireNames) },
  },
  {
    files: ['main/desk/ipc.ts', 'preload/index.ts'],
    rules: { 'no-restricted-imports': imports() },
  },
  {
    // A namespace import would carry ipcMain along unseen.
    files: ['main/index.ts', 'main/desk/**/*.ts'],
    ignores: ['main/desk/ipc.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...timeSyntax,
        {
          selector: "ImportDeclaration[source.value='electron'] > ImportNamespaceSpecifier",
          message: wire,
        },
        {
          selector:
            "MemberExpression[property.name='ipc']:matches([object.name=/ontents$/], [object.property.name=/ontents$/])",
          message: wire,
        },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...timers.map((name) => ({ name, message: clock })),
        ...[
          'window',
          'document',
          'navigator',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'location',
          'fetch',
          'XMLHttpRequest',
          'WebSocket',
          'process',
          'Buffer',
          'require',
          '__dirname',
          '__filename',
        ].map((name) => ({ name, message: pure })),
      ],
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    extends: [hooks.configs.flat.recommended],
    // Props are taken apart in every component; functions among them have no `this`.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Command-line programs answer on stdout.
    files: ['main/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The one place where the machine's clock is read.
    files: ['shared/timing/clock.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    // What measures needs a stopwatch.
    files: ['main/cli/bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A clock whose time leaps when nothing moves: it takes turns of the event loop, no time of the machine.
    files: ['main/cli/bench/leaping.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [{ name: 'electron', message: shell }] }],
    },
  },
  {
    // Tests and build programs may look at the clock and reach into what they test.
    files: [...tests, 'build/**/*.ts', 'build/**/*.mts'],
    rules: {
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // Node programs without a build step; they are not in tsconfig, so no types are asked of them.
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      ecmaVersion: 2024,
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'AbortSignal',
          'performance',
          ...timers,
          'clearTimeout',
          'clearInterval',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
);
