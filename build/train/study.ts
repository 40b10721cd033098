import { settingOf } from '../../shared/reading/acts';
import { ruled, type Scene } from '../../shared/reading/ruled';
import { asks } from '../../shared/reading/learned/asks';
import { promises } from '../../shared/reading/learned/promises';
import { features, found } from '../../shared/reading/learned/features';
import {
  Talk,
  talkFeatures,
  windowFeatures,
  type Reach,
  type Said,
} from '../../shared/reading/learned/talk';
import { linesOf } from '../../shared/reading/lines';
import { Addressing, type Around } from '../../shared/reading/people';
import { sentencesOf } from '../../shared/reading/sentences';
import { cueName } from '../../shared/reading/weights';

export { BUCKETS } from '../../shared/reading/learned/features';
export { asks } from '../../shared/reading/learned/asks';
export { promises } from '../../shared/reading/learned/promises';
export { replaceKnots } from '../../shared/reading/learned/calibration';
export { scoresOf, shareOf } from '../../shared/reading/learned/hearing';
export { placesToLook } from '../../shared/reading/learned/peaks';
export { COURSED, COURSED_TO, PLACED, placesOf } from '../../shared/reading/learned/places';
export { Listening, readText } from '../../shared/reading';

const alone: Around = { to: [], cc: [], mentions: [], directory: [], channel: 'mail' };

/** What the reader sees of one sentence before anything learned is asked. */
export interface Lesson {
  start: number;
  end: number;
  /** Hashed features. */
  ids: number[];
  /** The rules' confidence that something is asked. */
  rules: number;
  /** The rules' confidence of every kind, 0 where none speaks. */
  kinds: Record<string, number>;
  /** The rules' confidence that something is promised. */
  promises: number;
  /** The tables' log-odds that something is asked, and promised. */
  table: number;
  promising: number;
  /** Names of the cues that speak against an act. */
  against: string[];
}

/** What the reader sees of each sentence of a labelled text. */
export function study(text: string, around: Partial<Around> = {}): Lesson[] {
  const lines = linesOf(text);
  const own = lines.map(() => true);
  const sentences = sentencesOf(text, lines, own);
  const scene: Scene = {
    around: { ...alone, ...around },
    sending: undefined,
    languages: [],
    hostile: false,
    waived: false,
    muted: false,
  };
  const addressing = new Addressing(scene.around);
  return sentences.map((sentence, index) => {
    const setting = settingOf(sentences, sentence, index);
    const { study: seen, byKind } = ruled(setting, scene, addressing);
    features(sentence.text, seen.facts);
    return {
      start: sentence.start,
      end: sentence.end,
      ids: [...found.ids.subarray(0, found.count)],
      rules: seen.asks,
      promises: seen.promises,
      kinds: Object.fromEntries([...byKind].map(([kind, c]) => [kind, c.confidence])),
      table: asks.oddsAlone(),
      promising: promises.oddsAlone(),
      against: [...new Set(seen.against.map(cueName))],
    };
  });
}

/** A meeting as the reader hears it: each utterance, the features of its words and how far a table looks, and of its window. */
export function lessonsOf(meeting: { text: string; speaker: string }[]): {
  said: Said[];
  lessons: { ids: Int32Array; reach: Reach; window: Int32Array }[];
} {
  const talk = new Talk();
  const said = meeting.map(({ text, speaker }) => talk.said(text, speaker));
  const lessons = said.map((_, i) => {
    const reach = talkFeatures(said, i);
    const ids = found.ids.slice(0, found.count);
    windowFeatures(said, i);
    return { ids, reach, window: found.ids.slice(0, found.count) };
  });
  return { said, lessons };
}
