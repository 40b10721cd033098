import type { DueRef } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { neededBy } from '../../shared/reading/due';
import type { Utterance } from './utterance';

/** What a message lays down of the steps of some work: whose comes after whose, and by when. */

export interface Plan {
  next: Person;
  due: DueRef | null;
  /** In whose hands the step before it is. */
  before: Person[];
  said: Utterance;
}

/** What is known of where people are. */
interface Zones {
  /** IANA zone of a person; null when it is not known. */
  zoneOf?(person: Person): string | null;
}

/** "… goes from you straight to Rohit", "then she sends it to the printer". */
const ONWARD =
  /\b(?:go(?:es)?|going|sends?|pass(?:es)?|hands?|forwards?|moves?)\b[^.!?\n]{0,60}\b(?:to|with)\s/i;
/** "… Kofi tells Ines", "please let Vera know": the next hand is the one who is told. */
const TELLS =
  /\b(?:tells?|inform(?:s|ing)?|notif(?:y|ies)|alerts?|brief(?:s|ing)?|gives? (?:it|them|this|that|the \w+) to|hands? over to|lets?(?= \p{Lu}[\p{L}' -]{1,40} know\b))\s+(?:then |directly )?(?=[\p{Lu}@])/u;
/** It is a later step, not an ask of now. */
const LATER =
  /\b(?:once|when|then|after|as soon as|afterwards|next|final|finished|done|signed|from there|(?:straight|directly|right)(?: on)? to)\b|\bfrom (?=\p{Lu})|\bon to (?=\p{Lu})/iu;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** A conversation is gone through again with each message of it; what one message plans stays what it is. */
const plans = new WeakMap<Utterance, { plan: Plan | null }>();
export function planOf(said: Utterance, ctx: Zones): Plan | null {
  let known = plans.get(said);
  if (!known) {
    known = { plan: planIn(said, ctx.zoneOf?.(said.from) ?? null) };
    plans.set(said, known);
  }
  return known.plan;
}

/** `zone`: IANA, of whoever laid down the plan; null when it is not known. */
function planIn(said: Utterance, zone: string | null): Plan | null {
  const sentences = said.ownText.split(/(?<=[.!?])\s+|\n+/);
  for (const [n, sentence] of sentences.entries()) {
    if (!LATER.test(sentence)) continue;
    const from = passAt(sentence, said);
    if (from < 0) continue;
    const ahead = said.named(sentence.slice(0, from));
    // "- Ike transcribes the part. - Then it goes to Maya": the step before stands in the line before.
    const doer =
      ahead.length === 0 && GOES_ON.test(sentence) ? said.named(sentences[n - 1] ?? '') : ahead;
    const next = nextIn(sentence.slice(from), said, doer);
    if (!next) continue;
    const near = `${sentence} ${sentences[n + 1] ?? ''}`;
    // "He must have it by Monday": no act of its own, and its day stands with the ask before.
    const due =
      said.acts.find(
        ({ due, quote }) =>
          due &&
          (near.includes(quote.slice(0, 40)) || (due.text !== '' && near.includes(due.text))),
      )?.due ??
      neededBy(near, said.item.sentAt, zone) ??
      null;
    const own = /\b(?:i|we)(?:'ll| will| can)?\s+(?:then |will )?(?:send|pass|hand|forward)/i.test(
      sentence,
    );
    // "Then Jun sends the files to Osvaldo": the step before is Jun's.
    const named = doer.filter((p) => !samePerson(p, next));
    const before = own ? [said.from] : named.length > 0 ? named : said.to;
    return { next, due, before, said };
  }
  return null;
}

/** Where a sentence begins to say to whom the work goes on; -1 where it does not. */
function passAt(sentence: string, said: Utterance): number {
  const onward = sentence.search(ONWARD);
  if (onward >= 0) return onward;
  const tells = sentence.search(TELLS);
  return tells >= 0 ? tells : stepAt(sentence, said);
}

/**
 * "When they're through, Noor needs her form from you", "Then Lou orders": where the one stands who does the step after;
 * they are not written to as the one who does this one.
 */
function stepAt(sentence: string, said: Utterance): number {
  const after = AFTERWARDS.exec(sentence);
  if (!after) return -1;
  for (const match of sentence.matchAll(DOES)) {
    if (match.index < after.index) continue;
    const [person] = said.named(match[1] ?? '');
    const alone = said.to.length === 1;
    if (person && !(alone && said.to.some((p) => samePerson(p, person)))) return match.index;
  }
  return -1;
}
const GOES_ON = /^\W*(?:and )?(?:then|after (?:that|which|this)|afterwards|next|from there)\b/i;
const AFTERWARDS = /\b(?:once|when|then|after|as soon as|afterwards|next)\b/i;
/** A name and the plain present of what its bearer does: "Noor Aziz in payroll needs", "Lou orders". */
const DOES =
  /(?<![\p{L}'’])(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?:,? (?:in|from|at|over in) [\p{L} ]{2,20}?)?,? (?:then |can |will )?(?:(?!is\b|was\b|has\b|says\b|as\b|its\b|this\b|always\b|perhaps\b|thinks\b|hopes\b|knows\b)\p{Ll}{2,}s|(?<=(?:can|will) )\p{Ll}{3,})\b/gu;

/**
 * The one named behind the "to" of the onward step, who is not the author. Somebody the message is addressed to is asked
 * now and not later, unless the sentence itself says who comes before them.
 */
function nextIn(onward: string, said: Utterance, doer: readonly Person[]): Person | null {
  const addressed = (p: Person) => said.to.some((q) => samePerson(p, q));
  const address = ADDRESS.exec(onward)?.[0].toLowerCase();
  const named = said
    .named(onward)
    .find(
      (p) =>
        !samePerson(p, said.from) &&
        !doer.some((q) => samePerson(p, q)) &&
        (!addressed(p) || (said.to.length > 1 && doer.some(addressed))),
    );
  if (named && named.address !== '') return named;
  if (address === undefined || said.to.some((p) => p.address === address)) return null;
  const name = /\bto\s+((?:\p{Lu}[\p{L}'-]+\s?){1,3})/u.exec(onward)?.[1]?.trim() ?? '';
  return { name, address };
}
