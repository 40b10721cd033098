import { ruled, settingOf } from '../../shared/reading/acts';
import { features, oddsAlone } from '../../shared/reading/learned/asks';
import { found } from '../../shared/reading/learned/features';
import { linesOf } from '../../shared/reading/lines';
import { Addressing, type Around } from '../../shared/reading/people';
import { sentencesOf } from '../../shared/reading/sentences';

export { BUCKETS } from '../../shared/reading/learned/features';
export { readText } from '../../shared/reading';

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

export * as F from '../../shared/reading/learned/features';

/** The same for one utterance of a meeting: the cues' names alone. */
export function factsOf(text: string): number[] {
  const lines = linesOf(text);
  const sentences = sentencesOf(
    text,
    lines,
    lines.map(() => true),
  );
  const scene = {
    around: { ...around, channel: 'meeting' as const },
    sending: undefined,
    language: 'en',
    hostile: false,
    muted: false,
  };
  const facts = sentences.flatMap(
    (s, i) => ruled(settingOf(sentences, s, i), scene, new Addressing(scene.around)).study.facts,
  );
  return [...new Set(facts)];
}
