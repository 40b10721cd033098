import type { ActKind } from '../handoff/act';
import { factOf, type Setting } from './cues';
import { asks } from './learned/asks';
import { features } from './learned/features';
import { promises } from './learned/promises';
import { logistic, logit } from './learned/table';
import { conditionIn, onlyWaits } from './waiting';
import { cueNumber, numbersOf } from './weights';
import { ENGLISH, HELD, SEEN, type Candidate, type Found, type Scene } from './ruled';

/** Where one of these stands, asking is for the rules alone: a closing formula is learned as asking only too well. */
const RULES_ALONE = numbersOf([
  'closing-offer',
  'joins-in',
  'polite-filler',
  'points-elsewhere',
  'takes-back',
  'no-action',
  'no-action-next',
  'asks-time',
  'offers-self',
  'banner',
  'disclaimer',
  'bare-modal',
  'greeting',
  'self-answer',
  'contingent',
]);
/** Where one of these stands, the table must be surer by so much (log-odds). */
const DOUBT: ReadonlyMap<number, number> = new Map(
  Object.entries({
    phatic: 1.5,
    'conditional-offer': 1.2,
    optional: 1,
    opinion: 1,
    joke: 1.2,
    rhetorical: 1.2,
    marketing: 0.8,
  }).map(([name, doubt]) => [cueNumber(name), doubt]),
);
/** Rules as sure as this are believed whatever the table says: it knows the mail of one company and its time. */
const SURE = 0.85;
/** Handing a thing over in so many words: no labelled set knows it, and nothing may be lost between two hands. */
const HANDS_OVER = ['your-turn', 'for-your-act', 'needs-of-one'];
/** Not so where one of these stands: what looks like asking is an offer to whoever may want it. */
const NEVER_SURE = numbersOf(['optional', 'marketing', 'boilerplate']);
const UNDIRECTED = 0.6;
/** Words that turn to whoever reads. */
const DIRECTED =
  /\b(?:you|u|your|ur|yours|y'all|any(?:one|body)|some(?:one|body)|every(?:one|body)|people|folks|all|please|pls|let's|shall we|(?:can|could|should) we|thoughts|comments|ideas|ok|okay)\b/;
/** A plain question put to one person is one, whether or not it asks for a deed. */
const SURE_QUESTION = 0.75;
const ANSWERS: ReadonlySet<ActKind> = new Set([
  'commitment',
  'acceptance',
  'delivery',
  'completion',
  'decline',
  'deferral',
  'redirect',
  'withdrawal',
  'acknowledgement',
  'decision',
]);

/** "Nora, you are with Lien from now on", "I heard you're short of chairs": how it stands with whoever reads. */
const TELLS_OF_YOU =
  /^(?:[^\p{L}]*(?:\p{L}+ )?\p{L}+,)? ?(?:you(?:'re| are| have| were)\b|(?:i|we) (?:hear|heard|see|saw|read|gather|noticed)(?: that)? (?:you|u)(?:'re|'ve)?\b)/u;

/** Whether the rules' reading of an asking clause stands by itself. */
function isSure(c: Candidate, directed: () => boolean): boolean {
  if (c.kind === 'question') return c.confidence >= SURE_QUESTION && directed();
  return (
    c.confidence >= SURE ||
    (c.confidence >= HELD && HANDS_OVER.some((name) => c.cues.includes(name)))
  );
}

/** What is needed of the reader, named; or "please" or "could you" with its deed, and nothing in the sentence that speaks against it. */
const isPlain = (c: Candidate, { against }: Found['study']): boolean =>
  PLAIN.some((name) => c.cues.includes(name)) ||
  (against.length === 0 &&
    c.confidence >= SURE &&
    PLAIN_ALONE.some((name) => c.cues.includes(name)));
const PLAIN = ['needs-of-one', 'needs-deed', 'handed-for-act'];
/** Plain where nothing speaks against it. */
const PLAIN_ALONE = [
  'please-verb',
  'modal-you',
  'point-verb',
  'asks-to-have',
  'commands-plainly',
  'commands-called',
];

/** It does nothing but wait; or it promises what hangs on the other side ("We decide as soon as we have your dates"). */
const isWait = ({ byKind }: Found, setting: Setting): boolean =>
  onlyWaits(setting) ||
  (byKind.has('commitment') &&
    conditionIn(setting.sentence, undefined, setting)?.on === 'addressee');

const ENGLISH_WORD =
  /\b(?:the|you|your|our|and|of|please|pls|with|this|that|will|can|have|has|my|it|for|from|u|not|i'(?:ll|m|ve)|we'(?:ll|re|ve)|what|when|who|how|any|to|if|at|on|get|send|need|up)\b/;

/** Bends what the rules say about asking and promising by what was learned from labelled lines. */
export function bend(found: Found, setting: Setting, scene: Scene): void {
  const { study } = found;
  if (study.book !== ENGLISH || scene.hostile) return;
  // A few words of which no language can be told are English only where one of them is.
  if (scene.languages[setting.index] !== 'en' && !ENGLISH_WORD.test(setting.lower)) return;
  features(setting.sentence.text, study.facts);
  const alone = scene.around.channel === 'chat' && setting.count === 1;
  bendPromise(found, alone);
  bendAsk(found, setting, scene, alone);
}

/** The least raw confidence of a plain ask: calibrated it stays above what the holder demands (`hold.ts`). */
const PLAINLY = HELD + 0.3;
/** What the other hand will get, and when, whoever brings it about, or what a third will do for them. */
const isToCome = ({ cues }: Candidate): boolean =>
  cues.includes('to-follow') ||
  cues.includes('on-its-way') ||
  cues.includes('other-will') ||
  (cues.includes('you-will-have') && cues.includes('dated'));
/** What the rules see, though not surely, and nothing speaks against, is so much likelier than the table has it (log-odds). */
const SEEN_BY_RULES = 0.9;
/** "I'll be out", "I'll drink to that": the words of a promise around no deed. */
const STATE = factOf('commitment', 'state-not-deed');
/** There the table must be surer by so much (log-odds). */
const OF_STATE = 0.6;

/** Where one of these stands, a promise that no rule sees must be surer by so much: of another world, or another's. */
const NO_PROMISE: ReadonlyMap<number, number> = new Map(
  ['if-world', 'hypothetical', 'joke', 'reported', 'conditional-offer'].map((name) => [
    cueNumber(name),
    1.2,
  ]),
);

/** Of two acts in one sentence that no rule saw together, the table must be sure. */
const BESIDE = 0.8;

/**
 * A promise by the rules, `confidence` being what the table makes of it with them; answers 0..1. Where nothing in the
 * sentence speaks against it the table must be the surer; what the rules see surely is held whatever the table says,
 * and what tells the other hand that a thing comes keeps its confidence: nothing may be lost between two hands.
 */
function bendRuledPromise(
  ruled: Candidate,
  confidence: number,
  { against }: Found['study'],
): number {
  if (against.length > 0) return confidence;
  if (ruled.confidence < HELD) return confidence;
  if (isToCome(ruled)) return Math.max(confidence, ruled.confidence);
  const believed = logistic(logit(confidence) + SEEN_BY_RULES);
  return ruled.confidence >= SURE ? Math.max(believed, HELD + 0.05) : believed;
}

function bendPromise({ byKind, study, main, addressee }: Found, alone: boolean): void {
  let confidence = promises.confidence(study.promises, alone);
  const ruled = byKind.get('commitment');
  if (ruled) {
    ruled.confidence = bendRuledPromise(ruled, confidence, study);
    return;
  }
  let doubt = study.facts.includes(STATE) ? OF_STATE : 0;
  for (const cue of study.against) doubt = Math.max(doubt, NO_PROMISE.get(cue) ?? 0);
  if (doubt > 0) confidence = logistic(logit(confidence) - doubt);
  const accepts = (byKind.get('acceptance')?.confidence ?? 0) >= HELD;
  if (!main || confidence < SEEN || accepts) return;
  const other = [...byKind.values()].some(
    (c) => c.confidence >= HELD && (isAsked(c) || ENDS.has(c.kind)),
  );
  byKind.set('commitment', {
    kind: 'commitment',
    confidence: other && confidence < BESIDE ? Math.min(confidence, HELD - 0.05) : confidence,
    cues: [],
    clause: main,
    addressee,
  });
}
const isAsked = ({ kind }: Candidate): boolean => kind === 'request' || kind === 'question';
/** What is refused, put off or passed on is not promised; what has come needs no promise. */
const ENDS: ReadonlySet<ActKind> = new Set([
  'delivery',
  'completion',
  'decline',
  'deferral',
  'redirect',
  'withdrawal',
]);

/** "Tell me the colour and I'll mix it": where the rules see both an ask and a promise, neither stands for the other. */
const BOTH = 0.8;
const isPromisedToo = ({ byKind }: Found): boolean => {
  const promise = byKind.get('commitment');
  return promise !== undefined && promise.cues.length > 0 && promise.confidence >= HELD;
};

function bendAsk(found: Found, setting: Setting, scene: Scene, alone: boolean): void {
  const { byKind, study, main, addressee } = found;
  if (study.against.some((cue) => RULES_ALONE.has(cue))) return;
  let doubt = 0;
  // A question to nobody in particular may be thinking aloud: somebody must be there to answer it.
  let known: boolean | undefined;
  const directed = (): boolean =>
    (known ??= (addressee !== null && addressee !== undefined) || DIRECTED.test(setting.lower));
  if (setting.lower.includes('?') && !directed()) doubt = UNDIRECTED;
  for (const cue of study.against) doubt = Math.max(doubt, DOUBT.get(cue) ?? 0);
  const confidence = asks.confidence(study.asks, alone, doubt);
  const asked = [byKind.get('request'), byKind.get('question')].filter((c) => c !== undefined);
  if (asked.length > 0) {
    const best = Math.max(...asked.map((c) => c.confidence));
    const sure = asked.some((c) => isSure(c, directed)) || (best >= BOTH && isPromisedToo(found));
    const bent =
      sure && !study.against.some((cue) => NEVER_SURE.has(cue))
        ? Math.max(confidence, asked.some((c) => isPlain(c, study)) ? PLAINLY : HELD + 0.05)
        : confidence;
    const most = scene.waived ? Math.min(bent, best) : bent;
    for (const c of asked)
      c.confidence = c.confidence === best ? most : Math.min(c.confidence, most);
  } else if (main && confidence >= SEEN && !scene.waived && !isWait(found, setting)) {
    // No rule sees anything asked and another act is there: the table must be sure.
    const other =
      TELLS_OF_YOU.test(setting.lower) ||
      [...byKind.values()].some((c) => ANSWERS.has(c.kind) && c.confidence >= HELD);
    byKind.set('request', {
      kind: 'request',
      confidence: other && confidence < BESIDE ? Math.min(confidence, HELD - 0.05) : confidence,
      cues: [],
      clause: main,
      addressee,
    });
  }
}
