import type { Act } from '../../shared/handoff/act';
import type { Opening } from '../../shared/handoff/model';
import { isQuestion } from './plainSentences';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** What the learned judgements are told of some words: of which kind they are, where they are said, and what stands around them. */

export type Kind = 'request' | 'question' | 'promise';

export const kindOfAct = ({ kind }: Act): Kind =>
  kind === 'commitment' ? 'promise' : kind === 'question' ? 'question' : 'request';

export const kindOfWork = (opening: Opening): Kind =>
  opening.act === 'commitment' ? 'promise' : isQuestion(opening) ? 'question' : 'request';

export const channelOf = ({ item, to }: Utterance): 'mail' | 'chat' | 'group' =>
  item.kind === 'mail' ? 'mail' : to.length > 1 ? 'group' : 'chat';

/** Sentences of a text, the number of the one in which a quote begins (from 0), and those around it; '' where there is none. */
export function surroundings(quote: string, text: string) {
  const sentences = sentencesIn(text);
  const holds = (s: string): boolean => s.includes(quote) || quote.includes(s);
  const place = Math.max(0, sentences.findIndex(holds));
  const last = Math.max(place, sentences.findLastIndex(holds));
  return {
    sentences: sentences.length,
    place,
    before: sentences[place - 1] ?? '',
    after: sentences[last + 1] ?? '',
    beside: sentences.filter((_, n) => n < place || n > last),
  };
}
