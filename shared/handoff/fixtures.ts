import type { Patience } from '../timing/silence';
import type { WorkingHours } from '../timing/workingHours';
import type { DirectoryEntry, Person } from './item';
import type { Evidence, EvidenceKind, Handoff, LogBody, Opening } from './model';
import { fold } from './fold';
import type { StandingContext } from './standing';

/** Made-up people and facts for the tests of shared/. */

export const MIRA: Person = { name: 'Mira Holt', address: 'mira@lantern.example' };
export const TOMAS: Person = { name: 'Tomas Vey', address: 'tomas@lantern.example' };
export const ODETTE: Person = { name: 'Odette Ruhl', address: 'odette@lantern.example' };
export const PIM: Person = { name: 'Pim Saris', address: 'pim@harbour.example' };

/** Monday 2 March 2026, 09:00 in Amsterdam (08:00 UTC), plus hours. */
export const at = (hours: number) =>
  new Date(Date.UTC(2026, 2, 2, 8) + hours * 3_600_000).toISOString();

export const AMSTERDAM: WorkingHours = {
  timeZone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  start: 9 * 60,
  end: 17 * 60,
  known: true,
};

export function opening(over: Partial<Opening> = {}): Opening {
  const taker = over.taker === undefined ? TOMAS : over.taker;
  return {
    act: 'request',
    giver: MIRA,
    taker,
    asked: taker === null ? [TOMAS, ODETTE] : [taker],
    what: 'Send the tariff sheet for Dock Nine',
    quote: 'Could you send the tariff sheet for Dock Nine?',
    source: { kind: 'mail', id: 'm0@lantern.example' },
    saidAt: at(0),
    due: null,
    confidence: 0.9,
    thread: 'mail:m0@lantern.example',
    subject: 'Tariff sheet',
    observed: false,
    parent: null,
    ...over,
  };
}

/** One fact; the giver speaks in reminders and withdrawals, the taker in everything else. */
export function fact(kind: EvidenceKind, hours: number, over: Partial<Evidence> = {}): Evidence {
  const end = over.end ?? (kind === 'reminded' || kind === 'withdrawn' ? 'giver' : 'taker');
  return {
    id: `${kind}@${hours}/${end}`,
    kind,
    end,
    by: end === 'giver' ? MIRA : TOMAS,
    at: at(hours),
    source: { kind: 'mail', id: `m${hours}@lantern.example` },
    quote: `words of ${kind}`,
    until: null,
    to: null,
    believes: null,
    link: { reason: 'made up', confidence: 1 },
    ...over,
  };
}

export const opened = (over: Partial<Opening> = {}, generation = 1): LogBody => ({
  entry: 'opened',
  generation,
  opening: opening(over),
});

export const observed = (evidence: Evidence, generation = 1): LogBody => ({
  entry: 'observed',
  generation,
  evidence,
});

/** A handoff of its opening and facts. */
export function handoff(facts: readonly Evidence[] = [], over: Partial<Opening> = {}): Handoff {
  const folded = fold('h1', [opened(over), ...facts.map((f) => observed(f))]);
  if (!folded) throw new Error('the fixture has an opening and folds to nothing');
  return folded;
}

/** Everybody keeps Amsterdam hours and nobody's pace is known, unless said otherwise. */
export function deskAt(now: string, over: Partial<StandingContext> = {}): StandingContext {
  return {
    now: Date.parse(now),
    me: [MIRA],
    timeZone: 'Europe/Amsterdam',
    hoursOf: () => AMSTERDAM,
    patienceWith: (): Patience => ({ usual: 3, limit: 15.9, basis: 0 }),
    ...over,
  };
}

export function entry(person: Person, over: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    id: person.address,
    person,
    aliases: [],
    team: null,
    title: null,
    timeZone: 'Europe/Amsterdam',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    ...over,
  };
}
