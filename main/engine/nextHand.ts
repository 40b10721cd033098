import type { Act } from '../../shared/handoff/act';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { DueRef } from '../../shared/handoff/act';
import { contentWords } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import type { Correlated } from './correlated';
import type { Utterance } from './utterance';

/**
 * Done on my side: the upstream end finished, and the next hand, named earlier in the same conversation, was not
 * told. Each did their part; the one who is next never knew.
 */

interface Plan {
  next: Person;
  due: DueRef | null;
  /** In whose hands the step before it is. */
  before: Person[];
}

/** "… goes from you straight to Rohit", "then she sends it to the printer". */
const ONWARD =
  /\b(?:go(?:es)?|going|sends?|pass(?:es)?|hands?|forwards?|moves?)\b[^.!?\n]{0,60}\b(?:to|with)\s/i;
/** It is a later step, not an ask of now. */
const LATER = /\b(?:once|when|then|after|as soon as|afterwards|next|final|finished|done|signed)\b/i;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Completions whose next hand was named and not written to in this conversation. */
export function unpassed(
  said: readonly Utterance[],
  ctx: { thread: string; isMe(person: Person): boolean; reopenedAt(id: string): number | null },
): Correlated[] {
  let plan: Plan | null = null;
  let finished: { said: Utterance; act: Act; plan: Plan } | null = null;
  for (const utterance of said) {
    if (utterance.nature !== 'human') continue;
    const act = finishing(utterance);
    if (plan && act && plan.before.some((p) => samePerson(p, utterance.from)))
      finished = { said: utterance, act, plan };
    // Written to the next hand, by whomever: it has been passed on.
    const told = finished?.plan.next;
    if (finished && told && utterance.audience.some((p) => samePerson(p, told))) finished = null;
    plan = planOf(utterance) ?? plan;
  }
  if (!finished) return [];
  const { said: last, act } = finished;
  const { next, due } = finished.plan;
  const subject = last.item.kind === 'mail' ? last.item.subject : (last.item.topic ?? '');
  const id = stableId('unpassed', last.source.kind, last.source.id, next.address);
  return [
    {
      seed: {
        id,
        opening: {
          act: 'completion',
          giver: last.from,
          taker: next,
          asked: [next],
          what: workWords(subject === '' ? act.quote : subject.replace(/^(?:\w{2,3}:\s*)+/i, '')),
          quote: act.quote,
          source: last.source,
          saidAt: last.at,
          due,
          confidence: Math.min(act.confidence, 0.8),
          thread: ctx.thread,
          subject,
          observed: ![last.from, next].some((p) => ctx.isMe(p)),
          parent: null,
        },
        words: contentWords(act.quote),
        subjectWords: contentWords(subject),
      },
      evidence: [],
      reopenedAt: ctx.reopenedAt(id),
    },
  ];
}

function finishing(said: Utterance): Act | null {
  const acts = said.acts.filter((a) => a.kind === 'completion' || a.kind === 'delivery');
  return acts.find((a) => a.kind === 'completion') ?? acts[0] ?? null;
}

/** A conversation is gone through again with each message of it; what one message plans stays what it is. */
const plans = new WeakMap<Utterance, { plan: Plan | null }>();
function planOf(said: Utterance): Plan | null {
  let known = plans.get(said);
  if (!known) {
    known = { plan: planIn(said) };
    plans.set(said, known);
  }
  return known.plan;
}

function planIn(said: Utterance): Plan | null {
  const sentences = said.ownText.split(/(?<=[.!?])\s+|\n+/);
  for (const [n, sentence] of sentences.entries()) {
    if (!ONWARD.test(sentence) || !LATER.test(sentence)) continue;
    const next = nextIn(sentence, said);
    if (!next) continue;
    const near = `${sentence} ${sentences[n + 1] ?? ''}`;
    const due = said.acts.find((a) => a.due && near.includes(a.quote.slice(0, 40)))?.due ?? null;
    const own = /\b(?:i|we)(?:'ll| will| can)?\s+(?:then |will )?(?:send|pass|hand|forward)/i.test(
      sentence,
    );
    return { next, due, before: own ? [said.from] : said.to };
  }
  return null;
}

/** The one named behind the "to" of the onward step, who is neither the author nor already addressed. */
function nextIn(sentence: string, said: Utterance): Person | null {
  const onward = sentence.slice(sentence.search(ONWARD));
  const address = ADDRESS.exec(onward)?.[0].toLowerCase();
  const named = said
    .named(onward)
    .find((p) => !samePerson(p, said.from) && !said.to.some((q) => samePerson(p, q)));
  if (named && named.address !== '') return named;
  if (address === undefined || said.to.some((p) => p.address === address)) return null;
  const name = /\bto\s+((?:\p{Lu}[\p{L}'-]+\s?){1,3})/u.exec(onward)?.[1]?.trim() ?? '';
  return { name, address };
}
