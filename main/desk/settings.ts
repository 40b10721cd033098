import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { MonthsBack, type ModelInput } from '../../shared/contract';
import { completionsUrl, type ModelAccess } from '../engine/proposing/endpoint';

/** What the person has chosen, in one small file beside the ledger. A key is in it only as the system sealed it. */
export interface Settings {
  model(): KeptModel;
  /** The endpoint to ask; null while it is switched off. */
  access(): ModelAccess | null;
  /** The endpoint as typed, with the key that would go there. Throws a sentence on an address that is none. */
  accessFor(input: ModelInput): ModelAccess;
  keepModel(input: ModelInput & { on: boolean }): void;
  /** How far back mail, chats and meetings are read. */
  monthsBack(): MonthsBack;
  keepMonthsBack(months: MonthsBack): void;
}

export interface KeptModel {
  on: boolean;
  url: string;
  name: string;
  key: 'none' | 'sealed' | 'memory';
}

/** The system's key store. */
export interface Sealing {
  available(): boolean;
  seal(secret: string): string;
  /** Null when this system cannot open it (another account, another machine). */
  open(sealed: string): string | null;
}

const Kept = z.object({
  version: z.literal(1),
  model: z.object({
    on: z.boolean(),
    url: z.string(),
    name: z.string(),
    /** Base64 of what the system sealed; null where there is no key. */
    sealedKey: z.string().nullable(),
  }),
  monthsBack: MonthsBack.default(3),
});
type Kept = z.infer<typeof Kept>;

/** Reads the settings at `path`. A file that cannot be read is set aside and everything is off; `notice` says so. */
export function openSettings(parts: {
  path: string;
  sealing: Sealing;
  /** CORRIDOR_MODEL_URL, _NAME and _KEY fill the fields of a first start; they never switch anything on. */
  env: Readonly<Record<string, string | undefined>>;
  notice: (words: string) => void;
}): Settings {
  const { path, sealing, env } = parts;
  const found = read(path, parts.notice);
  let kept: Kept = found ?? {
    version: 1,
    model: {
      on: false,
      url: env['CORRIDOR_MODEL_URL'] ?? '',
      name: env['CORRIDOR_MODEL_NAME'] ?? '',
      sealedKey: null,
    },
    monthsBack: 3,
  };
  // A key the system cannot seal lives until Corridor ends, and never in a file.
  let inMemory: string | null = found ? null : (env['CORRIDOR_MODEL_KEY'] ?? null);

  const key = (): string | null => {
    if (inMemory !== null) return inMemory;
    const { sealedKey } = kept.model;
    return sealedKey === null ? null : sealing.open(sealedKey);
  };
  /** The key for what was typed. One that was given for another address does not go to a new one. */
  const keyFor = (input: ModelInput): string | null => {
    if (input.key !== null) return input.key === '' ? null : input.key;
    return originOf(input.url) === originOf(kept.model.url) ? key() : null;
  };

  return {
    model: () => ({
      on: kept.model.on,
      url: kept.model.url,
      name: kept.model.name,
      key:
        inMemory !== null
          ? 'memory'
          : kept.model.sealedKey !== null && key() !== null
            ? 'sealed'
            : 'none',
    }),
    access() {
      const { on, url, name } = kept.model;
      return on ? { url, name, key: key() } : null;
    },
    accessFor(input) {
      completionsUrl(input.url);
      if (input.name.trim() === '') throw new Error('The model’s name is missing.');
      return { url: input.url.trim(), name: input.name.trim(), key: keyFor(input) };
    },
    keepModel(input) {
      // Switched off, half-filled fields may be kept.
      if (input.on) this.accessFor(input);
      const secret = keyFor(input);
      const seals = sealing.available();
      const next: Kept = {
        ...kept,
        model: {
          on: input.on,
          url: input.url.trim(),
          name: input.name.trim(),
          sealedKey: secret !== null && seals ? sealing.seal(secret) : null,
        },
      };
      write(path, next);
      kept = next;
      inMemory = seals ? null : secret;
    },
    monthsBack: () => kept.monthsBack,
    keepMonthsBack(months) {
      const next = { ...kept, monthsBack: months };
      write(path, next);
      kept = next;
    },
  };
}

function originOf(url: string): string {
  try {
    return new URL(url.trim()).origin;
  } catch {
    return '';
  }
}

function read(path: string, notice: (words: string) => void): Kept | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    const aside = `${path}.damaged`;
    renameSync(path, aside);
    notice(
      `The settings could not be read; the file was set aside as ${aside} and everything is off.`,
    );
    return null;
  }
}

/** Whole or not at all: a crash in between leaves the file as it was. */
function write(path: string, kept: Kept): void {
  const next = `${path}.next`;
  writeFileSync(next, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, path);
}
