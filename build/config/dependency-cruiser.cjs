// The walls of the house. Each has a test that breaks it on purpose: build/walls.test.ts.
const tests = '\\.test\\.tsx?$';
const core = { dependencyTypes: ['core'] };

// The libraries shared/ may stand on: each runs the same in Node, in Electron and in a window.
const pureLibraries = [
  'zod',
  'date-fns',
  '@date-fns/tz',
  'chrono-node',
  'html-to-text',
  'postal-mime',
  'windows-iana',
  'ical\\.js',
  '@microsoft/microsoft-graph-types',
].join('|');
const anyLibrary = '(^|/)node_modules/';
// @types stand in for libraries that bring none of their own.
const pureLibrary = `(^|/)node_modules/(@types/)?(${pureLibraries})/`;
const electron = '^electron($|/)|(^|/)node_modules/electron/';

const wall = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    wall(
      'shared-stands-alone',
      'shared/ imports nothing of the house but itself.',
      { path: '^shared/' },
      { path: '^(main|preload|renderer|build|tests)/' },
    ),
    wall(
      'shared-has-no-node',
      'shared/ is pure: no Node core modules.',
      { path: '^shared/', pathNot: tests },
      core,
    ),
    wall(
      'shared-declares-its-libraries',
      'shared/ imports only the libraries listed here.',
      { path: '^shared/', pathNot: tests },
      { path: anyLibrary, pathNot: pureLibrary },
    ),
    wall(
      'renderer-knows-shared-only',
      'renderer/ imports itself, shared/ and libraries.',
      { path: '^renderer/' },
      { path: '^(main|preload|build|tests)/' },
    ),
    wall(
      'renderer-has-no-node',
      'A window has no Node.',
      { path: '^renderer/', pathNot: tests },
      core,
    ),
    wall(
      'preload-knows-the-contract-only',
      'preload/ imports shared/contract and electron, nothing else.',
      { path: '^preload/', pathNot: tests },
      { pathNot: ['^preload/', '^shared/contract/', electron] },
    ),
    wall(
      'electron-stays-at-the-desk',
      'Only main/index.ts, main/desk and preload/ import electron.',
      { path: '^(main|renderer|shared)/', pathNot: ['^main/index\\.ts$', '^main/desk/'] },
      { path: electron },
    ),
    wall(
      'desk-is-above',
      'Only main/index.ts puts the desk together with the rest.',
      { path: '^main/', pathNot: ['^main/index\\.ts$', '^main/desk/'] },
      { path: ['^main/desk/', '^main/index\\.ts$'] },
    ),
    wall(
      'nothing-imports-the-root',
      'main/index.ts is where everything is put together; nothing is taken from it.',
      { path: '^(main|preload|renderer|shared)/' },
      { path: '^main/index\\.ts$' },
    ),
    wall(
      'demo-is-a-stranger',
      'The demo tenant speaks Graph over HTTP; it shares no ledger and no engine with the app.',
      { path: '^main/demo/', pathNot: tests },
      { path: '^main/(ledger|engine)/' },
    ),
    wall(
      'app-does-not-know-the-demo',
      'What runs on a real tenant cannot tell that there is a made-up one.',
      { path: '^main/(engine|ledger|graph|archive)/', pathNot: tests },
      { path: '^main/demo/' },
    ),
    wall(
      'no-circles',
      'Two files that need each other are one idea in two places.',
      {},
      {
        circular: true,
        // A circle of types alone is gone before anything runs.
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    wall(
      'no-orphans',
      'A file nothing needs is dead code.',
      {
        orphan: true,
        pathNot: [
          tests,
          '\\.d\\.ts$',
          '^main/index\\.ts$',
          '^main/cli/[^/]+\\.ts$',
          '^preload/index\\.ts$',
          '^renderer/[^/]+\\.tsx?$',
        ],
      },
      {},
    ),
    wall('no-lost-imports', 'Every import is found.', {}, { couldNotResolve: true }),
    wall(
      'tests-stay-tests',
      'Product code imports no test.',
      { path: '^(main|preload|renderer|shared)/', pathNot: tests },
      { path: [tests, '^tests/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    // Types count: a type taken through a wall is knowledge taken through a wall.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
