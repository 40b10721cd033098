import type { Act, ActKind } from '../handoff/act';
import type { Person } from '../handoff/item';
import { Judge, Talk } from './learned/hearing';
import type { Said } from './learned/talk';
import { ACTING, DECIDING } from './learned/talkTables';

/** Below this an utterance is not even listed; above, `confidence` says how little it is believed. */
const LISTED = 0.01;
const ACTIONS: ReadonlySet<ActKind> = new Set(['request', 'commitment']);
const OWN_DEED = /\b(?:i|we)(?:'ll| will|'m going| am going|'re going| can| shall)\b/i;

/** An utterance whose acts wait for what is said after it. */
export interface Heard {
  /** Enough has been said since. */
  ripe: () => boolean;
  /** Its acts, judged with all that has been heard by now. */
  acts: () => Act[];
}

/** A named person, or a day by which: the rules' own reading stands, whatever meetings it was learned from. */
const isPlain = (act: Act): boolean =>
  act.confidence >= 0.5 &&
  (act.due !== undefined || (act.addressee !== undefined && act.addressee !== null));

/**
 * One meeting heard line by line. What is to be done is seldom said in one utterance as mail says it; the
 * learned tables judge each with those around it, so an answer comes a few utterances late.
 */
export class Listening {
  private readonly talk = new Talk();
  private readonly said: Said[] = [];
  private readonly acting = new Judge(ACTING);
  private readonly deciding = new Judge(DECIDING);

  /** Takes in an utterance and what the rules found in it. */
  hear(text: string, speaker: Person | undefined, acts: Act[]): Heard {
    const i = this.said.push(this.talk.said(text, speaker?.address ?? speaker?.name ?? '')) - 1;
    return {
      ripe: () => this.said.length > i + Math.max(this.acting.delay, this.deciding.delay),
      acts: () => this.judged(i, text, speaker, acts),
    };
  }

  private judged(i: number, text: string, speaker: Person | undefined, acts: Act[]): Act[] {
    const acting = this.acting.confidence(this.said, i);
    const deciding = this.deciding.confidence(this.said, i);
    const out = acts.map((act) => {
      if (ACTIONS.has(act.kind))
        return isPlain(act) ? act : { ...act, confidence: rounded(acting) };
      if (act.kind === 'decision')
        return {
          ...act,
          confidence: rounded(act.confidence >= 0.9 ? Math.max(0.5, deciding) : deciding),
        };
      return act;
    });
    const whole = (kind: ActKind, confidence: number): Act => {
      const quote = text.trim();
      const start = text.indexOf(quote);
      return {
        kind,
        quote,
        start,
        end: start + quote.length,
        confidence: rounded(confidence),
        ...(speaker ? { actor: speaker } : {}),
        sentence: 0,
      };
    };
    if (text.trim() === '') return out;
    if (acting >= LISTED && !out.some((a) => ACTIONS.has(a.kind)))
      out.push(whole(OWN_DEED.test(text) ? 'commitment' : 'request', acting));
    if (deciding >= LISTED && !out.some((a) => a.kind === 'decision'))
      out.push(whole('decision', deciding));
    return out;
  }
}

const rounded = (p: number): number => Math.round(p * 1000) / 1000;
