import { settingOf } from './acts';
import { ruled } from './ruled';
import { linesOf } from './lines';
import { Addressing, type Around } from './people';
import { sentencesOf } from './sentences';

const around: Around = { to: [], cc: [], mentions: [], directory: [], channel: 'meeting' };
const scene = {
  around,
  sending: undefined,
  languages: [],
  hostile: false,
  waived: false,
  muted: false,
};

/** The names of the cues in an utterance, whoever says it to whom. */
export function factsIn(text: string): number[] {
  const lines = linesOf(text);
  const own = lines.map(() => true);
  const sentences = sentencesOf(text, lines, own);
  const facts = sentences.flatMap(
    (s, i) => ruled(settingOf(sentences, s, i), scene, new Addressing(around)).study.facts,
  );
  return [...new Set(facts)];
}
