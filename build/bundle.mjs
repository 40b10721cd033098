// Turns the sources into out/: four bundles and the demo story. Plain Vite, one call per part.
// usage: node build/bundle.mjs [main] [preload] [renderer] [cli] [story]   (nothing named: all)
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { allParts, partHash, writeStamp } from './bootstrap/bundle-stamp.mjs';
import { root } from './bootstrap/paths.mjs';
import { say } from './bootstrap/say.mjs';
import { everySieve, woven } from './sieves.mjs';

// The lower of the two runtimes (docs/runtime.md): what compiles for these runs on both.
const nodeTarget = 'node18';
const browserTarget = 'chrome114';
/** The parts that have the reader in them. */
const readers = new Set(['main', 'cli']);
const cliNames = ['read', 'audit', 'bench', 'tenant'];

// stdout belongs to the answer of the command that asked for the bundle.
const logger = {
  hasWarned: false,
  info() {},
  warn(text) {
    logger.hasWarned = true;
    process.stderr.write(`${text}\n`);
  },
  warnOnce(text) {
    logger.warn(text);
  },
  error(text) {
    process.stderr.write(`${text}\n`);
  },
  clearScreen() {},
  hasErrorLogged() {
    return false;
  },
};

/** Settings for code that runs in Node or Electron: CommonJS, because Electron 25 loads nothing
 * else as its main script, and everything inside except the two things that hold native code. */
function nodeBuild(input, { target = nodeTarget, single = false } = {}) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    customLogger: logger,
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: ['electron', '@photostructure/sqlite'] },
    build: {
      ssr: true,
      target,
      // Every window reads the preload anew; the rest is read once and wants readable stacks.
      minify: single,
      sourcemap: true,
      emptyOutDir: true,
      rolldownOptions: {
        input,
        external: ['electron', '@photostructure/sqlite'],
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // A sandboxed preload can load no second file.
          ...(single ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

function rendererBuild(input) {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    customLogger: logger,
    plugins: [react()],
    build: {
      target: browserTarget,
      minify: true,
      sourcemap: true,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4000,
      // Inlined as data: URLs, small pictures and fonts would be refused by the window's policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: input } },
    },
  };
}

const entry = (file) => path.join(root, file);

function plan(part) {
  if (part === 'main') return only({ index: entry('main/index.ts') }, nodeBuild);
  if (part === 'preload') {
    return only({ index: entry('preload/index.ts') }, (input) =>
      nodeBuild(input, { single: true }),
    );
  }
  if (part === 'renderer') {
    return only({ index: entry('renderer/index.html') }, (input) => rendererBuild(input.index));
  }
  const names = cliNames.map((name) => [name, entry(`main/cli/${name}.ts`)]);
  return only(Object.fromEntries(names), nodeBuild);
}

/** Settings for the entries that exist; undefined when none does. */
function only(input, settings) {
  const found = Object.entries(input).filter(([, file]) => {
    if (fs.existsSync(file)) return true;
    say(`${path.relative(root, file)} does not exist; left out of the bundle`);
    return false;
  });
  return found.length > 0 ? settings(Object.fromEntries(found)) : undefined;
}

async function make(part) {
  const hash = partHash(part);
  const target = path.join(root, 'out', part);
  const fresh = path.join(root, 'out', `.fresh-${part}-${process.pid}`);
  try {
    if (part === 'story') {
      const story = entry('main/demo/story');
      if (fs.existsSync(story)) fs.cpSync(story, fresh, { recursive: true });
      else fs.mkdirSync(fresh, { recursive: true });
    } else {
      const settings = plan(part);
      if (settings) {
        settings.build.outDir = fresh;
        if (readers.has(part)) settings.plugins = [woven(await everySieve())];
        await build(settings);
      } else {
        fs.mkdirSync(fresh, { recursive: true });
      }
    }
    // Swapped in whole: a build that fails leaves the last good one, and nobody loads half of one.
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(fresh, target);
    writeStamp(part, hash);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/** Builds the named parts of out/ one after the other. */
export async function bundle(parts) {
  for (const part of parts) await make(part);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((part) => !allParts.includes(part));
  if (unknown.length > 0) {
    say(`there is no part ${unknown.join(', ')}; the parts are ${allParts.join(', ')}`);
    process.exit(2);
  }
  try {
    await bundle(asked.length > 0 ? asked : allParts);
  } catch (error) {
    say(`bundling failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
