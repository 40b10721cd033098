import { addFact, addFlavour, addNames, addText, begin } from './features';

/** What is known of one utterance of a meeting when it is judged. */
export interface Said {
  text: string;
  speaker: string;
  /** Names of the cues found in it. */
  facts: readonly number[];
  /** The one who has said most so far: mostly whoever leads the meeting. */
  leads: boolean;
}

/** How far a table looks around an utterance. */
export interface View {
  /** Utterances before and after whose words are looked at. */
  around: number;
  /** Whether it looks at how long the meeting has gone on. */
  placed: boolean;
}

const LEADS = 2001;
const SAME_SPEAKER = 2003;
const LENGTH = 3000;
const PLACE = 1000;

/** Fills the list of features for the utterance at `i`, its neighbours' words apart from its own. */
export function talkFeatures(said: readonly (Said | undefined)[], i: number, view: View): void {
  const here = said[i];
  begin();
  if (!here) return;
  addText(here.text, 0);
  addNames(here.facts);
  for (let k = 1; k <= view.around; k++) {
    const before = said[i - k];
    const after = said[i + k];
    if (before) addFlavour(before.text, k === 1 ? 100 : k <= 3 ? 110 : 115);
    if (after) addFlavour(after.text, k === 1 ? 120 : 130);
  }
  if (view.placed) addFact(PLACE + Math.min(8, Math.floor(i / 100)));
  addFact(here.leads ? LEADS : LEADS + 1);
  addFact(said[i - 1]?.speaker === here.speaker ? SAME_SPEAKER : SAME_SPEAKER + 1);
  const size = Math.min(9, Math.floor(Math.log2(here.text.length + 1)));
  addFact((here.leads ? LENGTH : LENGTH + 100) + size);
}
