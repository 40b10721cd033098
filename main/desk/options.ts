import { resolve } from 'node:path';

/** How the app was started. */
export interface StartOptions {
  /** Sync, print the corridor, save a screenshot, exit. */
  once: boolean;
  /** Archive folder lived in by the embedded tenant; null = the built-in story. */
  tenant: string | null;
  /** Whose desk, for `--tenant`; null = as the archive's story.json says. */
  me: string | null;
  /** A tenant already running elsewhere on loopback, instead of the embedded one. */
  graphUrl: string | null;
  /** ms since the epoch where the demo clock starts; null = as the story says. */
  clock: number | null;
  /** Demo clock milliseconds per real millisecond. */
  speed: number;
  /** Where `--once` saves its picture. */
  screenshot: string;
  /** Starts hidden, in the tray only. */
  hidden: boolean;
  /** Signs in for real, at the demo's own sign-in pages. */
  signIn: boolean;
  /** The sign-in of a tenant that already runs on this machine. */
  signInUrl: string | null;
}

/** Reads the app's own arguments (Chromium's and Electron's are left alone). Throws a sentence on a bad one. */
export function readOptions(argv: readonly string[], cwd: string, outDir: string): StartOptions {
  const value = (name: string): string | null => {
    const joined = argv.find((a) => a.startsWith(`--${name}=`));
    if (joined !== undefined) return joined.slice(name.length + 3);
    const at = argv.indexOf(`--${name}`);
    if (at < 0) return null;
    const next = argv[at + 1];
    if (next === undefined || next.startsWith('--')) throw new Error(`--${name} needs a value.`);
    return next;
  };
  const tenant = value('tenant');
  const clock = value('clock');
  const at = clock === null ? null : Date.parse(clock);
  if (at !== null && Number.isNaN(at))
    throw new Error(`--clock takes an ISO date and time, not "${clock ?? ''}".`);
  const speed = Number(value('speed') ?? '1');
  if (!(speed >= 0 && speed <= 7200))
    throw new Error('--speed takes a number from 0 (stands still) to 7200.');
  const screenshot = value('screenshot');
  const local = (name: string): string | null => {
    const url = value(name);
    if (url !== null && !/^http:\/\/(?:127\.0\.0\.1|localhost):\d+(?:\/|$)/.test(url))
      throw new Error(`--${name} takes the address of a tenant on this machine.`);
    return url;
  };
  const graphUrl = local('graph-url');
  const signInUrl = local('sign-in-url');
  if (signInUrl !== null && graphUrl === null)
    throw new Error('--sign-in-url goes with --graph-url.');
  return {
    once: argv.includes('--once'),
    tenant: tenant === null ? null : resolve(cwd, tenant),
    me: value('me')?.toLowerCase() ?? null,
    graphUrl,
    clock: at,
    speed,
    screenshot: screenshot === null ? resolve(outDir, 'corridor.png') : resolve(cwd, screenshot),
    hidden: argv.includes('--hidden'),
    signIn: signInUrl !== null || argv.includes('--sign-in'),
    signInUrl,
  };
}
