import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { coverIn } from '../../shared/reading/absence';
import { namePartsOf } from '../../shared/reading/people';
import type { Ledger } from '../ledger/types';
import { sentencesIn } from './sentences';
import type { Readings, Utterance } from './utterance';

/**
 * "Rupert leaves us on 8 May, and Shona (shona@southport.example) takes on his certificates", "from this month I can be
 * reached at miles@hollow.example": what comes back from an address was often told about long before, in passing.
 */
export interface Succession {
  /** Where it goes now: the same person at another address, or whoever has their work. */
  to: Person;
  /** The sentence that says so, who wrote it, and when (ISO). */
  quote: string;
  by: Person;
  at: string;
}

/** How long before it is remembered. */
const REACH_MS = 400 * 86_400_000;
const LOOKED_AT = 50;
/** A shorter name before the @ ("info", "anna") is many people's. */
const LEAST_LOCAL = 5;

/** What was told, before `until` (ISO), of where the mail of somebody goes now; the latest word; null where nothing was. */
export function successionOf(
  gone: Person,
  until: string,
  { ledger, readings }: { ledger: Ledger; readings: Pick<Readings, 'byId'> },
): Succession | null {
  const [from, to] = [Date.parse(until) - REACH_MS, Date.parse(until)];
  const [local = '', house] = gone.address.split('@');
  if (house === undefined) return null;
  const called = new Set(namePartsOf(gone).flatMap((part) => [...contentWords(part)]));
  // Whoever moves writes of it from the old address or from the new one.
  const ids = [
    ...(local.length < LEAST_LOCAL
      ? ledger.written(gone, from, to).slice(-LOOKED_AT)
      : ledger.writtenFrom({ local }, new Set(), from, to, LOOKED_AT)),
    ...(called.size === 0 ? [] : ledger.writtenFrom({ house }, called, from, to, LOOKED_AT)),
  ];
  const told = [...new Set(ids)]
    .flatMap((id) => {
      const said = readings.byId(id);
      return said && said.at < until ? (toldIn(said, gone) ?? []) : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return told[0] ?? null;
}

/** The same name before another house. */
function isOf({ address }: Person, gone: Person): boolean {
  const [local = '', house] = gone.address.split('@');
  const [other, where] = address.split('@');
  return local.length >= LEAST_LOCAL && local === other && where !== house;
}

function toldIn(said: Utterance, gone: Person): Succession | null {
  const moved = isOf(said.from, gone);
  const own = moved || samePerson(said.from, gone);
  const sentences = sentencesIn(said.ownText);
  const parts = namePartsOf(gone);
  for (const [n, quote] of sentences.entries()) {
    if (/\?\s*$/.test(quote)) continue;
    // The one who leaves is named in the sentence that gives the other, or right before it.
    const around = `${sentences[n - 1] ?? ''} ${quote}`;
    if (own ? !MOVES.test(quote) : !(names(around, parts) && HANDS_OVER.test(around))) continue;
    const to = moved ? said.from : otherIn(quote, said, gone);
    if (to) return { to, quote, by: said.from, at: said.at };
  }
  return null;
}

const names = (text: string, parts: readonly string[]): boolean => {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return parts.some((part) => part.length > 2 && words.has(part));
};

/** Whom a sentence gives by their address; else the one person known here whom it names. */
function otherIn(quote: string, said: Utterance, gone: Person): Person | null {
  const others = said.named(quote).filter((p) => !samePerson(p, gone));
  const own = samePerson(said.from, gone);
  const given = coverIn(quote, gone);
  if (given && given.address !== '' && !said.audience.some((p) => samePerson(p, given)))
    return (
      others.find((p) => samePerson(p, given)) ??
      (own && given.name === '' ? { ...given, name: gone.name } : given)
    );
  if (own) return null;
  const [one, ...more] = others.filter((p) => p.address !== '' && !samePerson(p, said.from));
  return one && more.length === 0 ? one : null;
}

/** Somebody goes, or their work does. */
const HANDS_OVER =
  /(?<![\p{L}])(?:leav(?:es|ing)|left|retir(?:es|ed|ing)|mov(?:es|ed|ing) (?:on|to)|last day|no longer|hand(?:s|ed|ing)? over|t(?:akes?|aking|ook) (?:\S+ ){0,3}?(?:on|over)|succeed\p{L}*|replac\p{L}+|follow(?:s|ed)? (?:him|her|them)|will (?:be looking|look) after|looks after|verlässt|verlassen|übernimmt|Nachfolge\p{L}*|quitte|succède|remplace|reprend|deja la|sustituye|releva|vertrekt|neemt \S+ over|volgt \S+ op)(?![\p{L}])/iu;
/** The same person at another address. */
const MOVES =
  /(?<![\p{L}])(?:reach(?:ed)?|write|new (?:e-?mail )?address|address is|from (?:now|this (?:month|week|year)|today)|trade as|instead|erreich\p{L}+|neue (?:E-?Mail-?)?Adresse|nouvelle adresse|nueva dirección|nieuw(?:e)? (?:mail)?adres|nuovo indirizzo|novo endereço)(?![\p{L}])/iu;
