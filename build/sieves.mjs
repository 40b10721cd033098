// Weaves the reader's sieves while the programs are bundled, so that none of them does it at its start.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './bootstrap/paths.mjs';

/** The module that has the woven sieves, empty in the sources. */
const place = path.join(root, 'shared/reading/woven.ts');

/** A plugin for Vite that puts `sieves` there. */
export const woven = (sieves) => ({
  name: 'woven-sieves',
  load: {
    filter: { id: /[\\/]reading[\\/]woven\.ts$/ },
    handler: (id) =>
      path.normalize(id) === place ? `export const WOVEN = ${JSON.stringify(sieves)};` : null,
  },
});

/** Every sieve by its name, found out by the reader's own code: it is bundled by itself and asked. */
export async function everySieve() {
  fs.mkdirSync(path.join(root, 'out'), { recursive: true });
  const outDir = fs.mkdtempSync(path.join(root, 'out', '.sieves-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      ssr: { target: 'node', noExternal: true },
      build: {
        ssr: true,
        target: 'node18',
        outDir,
        rolldownOptions: {
          input: { sieves: path.join(root, 'build/woven.ts') },
          output: { format: 'es', entryFileNames: '[name].mjs' },
        },
      },
    });
    const made = await import(pathToFileURL(path.join(outDir, 'sieves.mjs')).href);
    return made.everySieve();
  } finally {
    fs.rmSync(outDir, { recursive: true, force: true });
  }
}
