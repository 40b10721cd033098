import type { Act, ActKind } from '../handoff/act';
import type { Person } from '../handoff/item';
import { Hearing } from './learned/hearing';
import { Talk, type Said } from './learned/talk';
import { HEARD } from './learned/talkTables';

/** Below this an utterance is not even listed; above, `confidence` says how little it is believed. */
const LISTED = 0.01;
/** Utterances below which there is no whole meeting to stand in: the shortest learned from had 140. */
const LEAST_HEARD = 80;
const ACTIONS: ReadonlySet<ActKind> = new Set(['request', 'commitment']);
const OWN_DEED = /\b(?:i|we)(?:'ll| will|'m going| am going|'re going| can| shall)\b/i;

let hearing: Hearing | undefined;

/** An utterance whose acts wait for the whole meeting. */
export interface Heard {
  /** Its acts, judged with all that has been heard by now. */
  acts: () => Act[];
}

/** Events that are no deadline but the talk itself: "before we move on", "for this meeting". */
const OF_THE_TALK = /\b(?:i|you|we|he|she|they|it|this|these)\b/i;

/** A deadline: a day, or for what one promises oneself an event of its own. */
const isDue = ({ kind, due }: Act): boolean =>
  due !== undefined && (due.at !== null || (kind === 'commitment' && !OF_THE_TALK.test(due.text)));

/**
 * One meeting heard line by line, judged as a whole. What is to be done is seldom said in one utterance as
 * mail says it, and where in the meeting it is said tells as much as the words: so an answer is best asked
 * for when the last line has come. A few lines are no meeting: they keep the rules' reading.
 */
export class Listening {
  private readonly talk = new Talk();
  private readonly said: Said[] = [];
  /** First and last names of those who spoke, lower case. */
  private readonly names = new Set<string>();
  private judged: { acting: Float64Array; deciding: Float64Array } | undefined;

  /** Takes in an utterance and what the rules found in it. */
  hear(text: string, speaker: Person | undefined, acts: Act[]): Heard {
    const i = this.said.push(this.talk.said(text, keyOf(speaker))) - 1;
    for (const name of namesOf(speaker?.name ?? '')) this.names.add(name);
    this.judged = undefined;
    return { acts: () => this.actsOf(i, text, speaker, acts) };
  }

  /** A person who is known, or a day by which: the rules' own reading stands, whatever meetings it was learned from. */
  private isPlain(act: Act): boolean {
    return act.confidence >= 0.5 && (isDue(act) || this.isKnown(act.addressee));
  }

  /** A word before a comma is called like a name ("Rubber, can you …"): only somebody who is here is meant. */
  private isKnown(person: Person | null | undefined): boolean {
    if (!person) return false;
    return person.address !== '' || namesOf(person.name).some((name) => this.names.has(name));
  }

  private actsOf(i: number, text: string, speaker: Person | undefined, acts: Act[]): Act[] {
    if (this.said.length < LEAST_HEARD) return acts;
    hearing ??= new Hearing(HEARD);
    this.judged ??= hearing.confidences(this.said);
    const acting = this.judged.acting[i] ?? 0;
    const deciding = this.judged.deciding[i] ?? 0;
    const out = acts.map((act) => {
      if (ACTIONS.has(act.kind))
        return this.isPlain(act) ? act : { ...act, confidence: rounded(acting) };
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

/** Who speaks. Most transcripts give a name and no address, which must not make all of them one. */
const keyOf = (speaker: Person | undefined): string =>
  speaker === undefined ? '' : speaker.address === '' ? speaker.name : speaker.address;

const namesOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);

/** To five digits: the order of the many hardly believed counts too. */
const rounded = (p: number): number => Math.round(p * 1e5) / 1e5;
