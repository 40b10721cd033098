import { isAsk, type Act } from '../handoff/act';
import { straight } from './chars';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/**
 * "Could you ask the museum about the kitchen? Actually no, leave it.": what is asked or promised and dropped in the same
 * breath was never said to anybody.
 */

const HESITATES =
  '(?:(?:oh|ah|er|erm|um|uh|hm+|well|actually|sorry|wait|no|nope|hang on|hold on|on second thoughts?|come to think of it|or|and|ach|nein|doch|non|ah non|en fait|no espera|espera|de hecho|in realtà|anzi|nee|wacht|toch|não|aliás)[\\s,.;:…–—-]+)*';
/** Dropped, whatever it was; "leave it with Ana", "never mind if it rains" and "don't worry about the rest" go on. */
const DROPS =
  "(?:never ?mind|scratch (?:that|it)|strike that|scrap (?:that|it)|forget (?:it|that|about it|i (?:said|asked))|ignore (?:that|this|me)|leave (?:it|that)|skip (?:it|that)|don't bother|no need|vergiss (?:es|das)|lass (?:es|gut sein|mal)|laisse tomber|oubliez?(?: ça)?|olvíd(?:alo|elo)|déj(?:alo|elo)|lascia (?:perdere|stare)|laat maar|vergeet (?:het|dat)|esque[cç]e(?: isso)?|deixa (?:estar|lá))(?![\\p{L}])(?! (?:if|about|to|with|for|on|in|at|until|till|there|by|as|when|while|open|off|out|the|your|my|our|for now|mail|message|e-?mail|one|it's|how|what|who|why|wenn|bis|bei|auf|si|jusqu|hasta|se|als|tot)(?![\\p{L}]))";
/** Only behind a change of mind: "on second thoughts don't", "oh no wait, I have them". */
const CHANGES_MIND =
  "(?:(?:on second thoughts?|actually)[\\s,]+(?:don't|do not|please don't)(?=\\s*(?:[,.!;]|$))|(?:oh|ah)?[\\s,]*(?:no[\\s,]+wait|wait[\\s,]+no|hang on|oh wait|no wait)[\\s,.…–—-]+(?:no[\\s,]+)?(?:i|we)(?:'ve| have)?(?: already| just)?(?: got| found| have)? (?:it|them|that|one|some)(?=\\s*(?:[,.!;]|$| (?:now|here|already))))";
const DROPPED = new RegExp(`^[\\s.,;:!?"'”)–—-]*(?:${HESITATES}${DROPS}|${CHANGES_MIND})`, 'iu');
/** So far behind it the words still are of it. */
const NEAR = 80;

/** Do the words right behind something asked or promised drop it? */
const drops = (behind: string): boolean => DROPPED.test(straight(behind.slice(0, NEAR)));

/** Takes back what the words right behind it drop, and those words with it. `acts` are those of the sentences, in order of the text. */
export function withoutDropped(acts: Act[], sentences: readonly Sentence[], text: string): void {
  for (const act of [...acts]) {
    if (!isAsk(act) && act.kind !== 'commitment') continue;
    const sentence = sentences[act.sentence];
    const next = sentences[act.sentence + 1];
    if (!sentence || next?.block !== sentence.block) continue;
    if (!drops(text.slice(sentence.end, sentence.end + NEAR))) continue;
    act.confidence = Math.min(act.confidence, HELD - 0.1);
    const dropping = acts.filter(
      (a) => a.sentence === act.sentence + 1 && (DROPPING.has(a.kind) || drops(a.quote)),
    );
    for (const other of dropping) acts.splice(acts.indexOf(other), 1);
  }
}
/** What the words that drop it may be read as. */
const DROPPING: ReadonlySet<Act['kind']> = new Set(['withdrawal', 'decline', 'acceptance']);
