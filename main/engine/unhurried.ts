import { isAsk, type Act } from '../../shared/handoff/act';
import { sentenceAround, sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** "No rush on this one": an ask that is said to have time. */

/** Do the words of an ask, or the sentence right behind them that asks nothing itself, give it time? */
export function hasTime(act: Act, said: Utterance): boolean {
  if (!isAsk(act)) return false;
  if (GIVES_TIME.test(sentenceAround(said.ownText, act.quote))) return true;
  const at = said.ownText.indexOf(act.quote);
  if (at < 0) return false;
  const [behind = ''] = sentencesIn(
    said.ownText.slice(at + act.quote.length).split(/\n\s*\n/)[0] ?? '',
  );
  const asks = said.acts.some((a) => isAsk(a) && behind.includes(a.quote));
  return !asks && GIVES_TIME.test(behind);
}

/** That there is no hurry, or that other things come first. "Not urgent, but by Friday" has its day besides. */
const GIVES_TIME =
  /\b(?:no|not any|without|zero|not in (?:a|any)|isn't a|there's no) (?:real |great |particular |big |immediate )?(?:rush|hurry|urgency|panic)\b|\b(?:not|isn't|nothing)(?: at all| very| super| that| so)? urgent\b|\bin your own time\b|\bwhenever (?:you|u|ye)(?:'ve| have| get| find)(?: got)? (?:a |some |the |any )?(?:(?:free|spare|quiet|idle) )?(?:time|chance|moment|minute|min|sec(?:ond)?|hour|gap|breather)\b|\bwhen(?:ever)? (?:(?:things|it|life|work|the \p{L}+|this \p{L}+|all this)(?:'s| is| are| has)? (?:\p{L}+ )?(?:over|calms? down|quiet(?:er|ens?)?|settles?(?: down)?|done|behind (?:you|us)|passed)|it suits)\b|(?<![\p{L}])(?:eilt nicht|keine eile|hat zeit|nicht eilig|rien d['’]urgent|pas urgent|pas pressé|sans urgence|sin prisa|no corre prisa|no hay prisa|sem pressa|não (?:é|há) (?:urgente|pressa)|geen haast|heeft geen haast|niet dringend|senza fretta|non c['’]è fretta|nessuna fretta|con calma)(?![\p{L}])/iu;
