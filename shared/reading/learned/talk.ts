import { addFact, addFlavour, addNames, addText, begin, flavourOf, found } from './features';
import { factsIn } from '../facts';

/** What is known of one utterance of a meeting when it is judged. */
export interface Said {
  text: string;
  speaker: string;
  words: number;
  /** Names of the cues found in it. */
  facts: readonly number[];
  /** Its words and word pairs, for those around it. */
  flavour: Int32Array;
  /** The one who has said most so far: mostly whoever leads the meeting. */
  leads: boolean;
}

/** One meeting as it is heard: who has spoken how much. */
export class Talk {
  private readonly words = new Map<string, number>();
  private most = '';

  said(text: string, speaker: string): Said {
    const words = text.split(' ').length;
    const count = (this.words.get(speaker) ?? 0) + words;
    this.words.set(speaker, count);
    if (count > (this.words.get(this.most) ?? 0)) this.most = speaker;
    const leads = this.most === speaker;
    return { text, speaker, words, facts: factsIn(text), flavour: flavourOf(text), leads };
  }
}

const LEADS = 2001;
const SAME_SPEAKER = 2003;
const LENGTH = 3000;

/** How far a table looks: the first so many of the features are those of one, three or five around. */
export interface Reach {
  one: number;
  three: number;
  five: number;
}

/**
 * Fills the list of features for the utterance at `i`, its neighbours' words apart from its own. The nearest
 * come first, so one pass serves tables that look differently far.
 */
export function talkFeatures(said: readonly Said[], i: number): Reach {
  const here = said[i];
  begin();
  if (!here) return { one: 0, three: 0, five: 0 };
  addText(here.text, 0);
  addNames(here.facts);
  addFact(here.leads ? LEADS : LEADS + 1);
  addFact(said[i - 1]?.speaker === here.speaker ? SAME_SPEAKER : SAME_SPEAKER + 1);
  const size = Math.min(9, Math.floor(Math.log2(here.text.length + 1)));
  addFact((here.leads ? LENGTH : LENGTH + 100) + size);
  const around = (from: number, to: number): number => {
    for (let k = from; k <= to; k++) {
      const before = said[i - k];
      const after = said[i + k];
      if (before) addFlavour(before.flavour, k === 1 ? 100 : k <= 3 ? 110 : 115);
      if (after) addFlavour(after.flavour, k === 1 ? 120 : 130);
    }
    return found.count;
  };
  return { one: around(1, 1), three: around(2, 3), five: around(4, 5) };
}

/** Utterances on each side that make a window: what is looked at first is scored by it. */
const WINDOW = 3;

/** Fills the list of features with the words said within three of `i`, wherever, and those of `i` once more. */
export function windowFeatures(said: readonly Said[], i: number): void {
  begin();
  const here = said[i];
  if (!here) return;
  addFlavour(here.flavour, 140);
  for (let j = i - WINDOW; j <= i + WINDOW; j++) {
    const near = said[j];
    if (near) addFlavour(near.flavour, 150);
  }
}
