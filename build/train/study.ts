import { ruled, settingOf } from '../../shared/reading/acts';
import { features, oddsAlone } from '../../shared/reading/learned/asks';
import { found } from '../../shared/reading/learned/features';
import { talkFeatures, type View } from '../../shared/reading/learned/talk';
import { Talk } from '../../shared/reading/learned/hearing';
import { linesOf } from '../../shared/reading/lines';
import { Addressing, type Around } from '../../shared/reading/people';
import { sentencesOf } from '../../shared/reading/sentences';

export { BUCKETS } from '../../shared/reading/learned/features';
export { Listening, readText } from '../../shared/reading';

const around: Around = { to: [], cc: [], mentions: [], directory: [], channel: 'mail' };

/** What the reader sees of each sentence of a labelled text: features, the rules' confidence, the table's log-odds. */
export function study(
  text: string,
): { ids: number[]; rules: number; table: number; against: string[] }[] {
  const lines = linesOf(text);
  const own = lines.map(() => true);
  const sentences = sentencesOf(text, lines, own);
  const scene = { around, sending: undefined, languages: [], hostile: false, muted: false };
  return sentences.map((sentence, index) => {
    const { study } = ruled(settingOf(sentences, sentence, index), scene, new Addressing(around));
    features(sentence.text, study.facts);
    const ids = [...found.ids.subarray(0, found.count)];
    return { ids, rules: study.asks, table: oddsAlone(), against: [...study.against] };
  });
}

/** The features of every utterance of a meeting, as the reader hears it line by line. */
export function lessonsOf(meeting: { text: string; speaker: string }[], view: View): number[][] {
  const talk = new Talk();
  const said = meeting.map(({ text, speaker }) => talk.said(text, speaker));
  return said.map((_, i) => {
    talkFeatures(said, i, view);
    return [...found.ids.subarray(0, found.count)];
  });
}
