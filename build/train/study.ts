import { ruled, settingOf } from '../../shared/reading/acts';
import { features, oddsAlone } from '../../shared/reading/learned/asks';
import { found } from '../../shared/reading/learned/features';
import { Talk, talkFeatures, type Reach, type Said } from '../../shared/reading/learned/talk';
import { linesOf } from '../../shared/reading/lines';
import { Addressing, type Around } from '../../shared/reading/people';
import { sentencesOf } from '../../shared/reading/sentences';

export { BUCKETS } from '../../shared/reading/learned/features';
export { liftedOdds, scoresOf, shareOf } from '../../shared/reading/learned/hearing';
export { PLACED, placesOf } from '../../shared/reading/learned/places';
export { Listening, readText } from '../../shared/reading';

const around: Around = { to: [], cc: [], mentions: [], directory: [], channel: 'mail' };

/** What the reader sees of each sentence of a labelled text: features, the rules' confidence, the table's log-odds. */
export function study(
  text: string,
): { ids: number[]; rules: number; table: number; against: string[] }[] {
  const lines = linesOf(text);
  const own = lines.map(() => true);
  const sentences = sentencesOf(text, lines, own);
  const scene = { around, sending: undefined, language: 'en', hostile: false, muted: false };
  return sentences.map((sentence, index) => {
    const { study } = ruled(settingOf(sentences, sentence, index), scene, new Addressing(around));
    features(sentence.text, study.facts);
    const ids = [...found.ids.subarray(0, found.count)];
    return { ids, rules: study.asks, table: oddsAlone(), against: [...study.against] };
  });
}

/** A meeting as the reader hears it: each utterance, the features of its words and how far a table looks. */
export function lessonsOf(meeting: { text: string; speaker: string }[]): {
  said: Said[];
  lessons: { ids: Int32Array; reach: Reach }[];
} {
  const talk = new Talk();
  const said = meeting.map(({ text, speaker }) => talk.said(text, speaker));
  const lessons = said.map((_, i) => {
    const reach = talkFeatures(said, i);
    return { ids: found.ids.slice(0, found.count), reach };
  });
  return { said, lessons };
}
