import type { Act } from '../handoff/act';
import { isBound } from './due';
import type { Tongue } from './languages';
import { REASONS } from './languages/besideAsks';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/**
 * What stands beside an ask and reads like one. "I need two things for the audit. Could you send me …": it counts what
 * comes and asks for nothing that is not asked behind it. "How many are left? I need it for the order": it tells what the
 * thing just asked for is wanted for.
 */

const NUMBER =
  'two|three|four|five|six|a (?:few|couple of)|some|zwei|drei|vier|fünf|ein paar|einige|deux|trois|quatre|cinq|quelques|due|tre|quattro|cinque|un paio di|alcune|alcuni|dos|tres|cuatro|cinco|unas?|unos|algunas?|algunos|un par de|duas|dois|três|quatro|umas|uns|algumas|alguns|twee|drie|vier|vijf|een paar|enkele';
const THINGS =
  'things|points|questions|requests|favou?rs|asks|bits|queries|matters|details|dinge|sachen|punkte|fragen|bitten|anliegen|themen|choses|points|questions|demandes|précisions|services|cose|punti|domande|richieste|questioni|favori|cosas|puntos|preguntas|peticiones|favores|dudas|coisas|pontos|perguntas|pedidos|dúvidas|dingen|punten|vragen|verzoeken|zaken|dingetjes|vraagjes';
/** "I have a small favour to ask", "eine kurze Bitte": one thing, which is always said next. */
const ONE =
  'an?|one|another|eine?n?|une?|una|uno?|um|uma|een|nog een|noch eine?n?|encore une?|otra?|outra?';
const FAVOUR =
  'favou?r|question|request|query|bitte|frage|anliegen|gefallen|service|demande|favore|domanda|cortesia|richiesta|favor|pregunta|petición|duda|pergunta|pedido|dúvida|vraag|vraagje|verzoek|gunst';
const SMALL = "(?:[\\p{L}'-]+ )?";
/** Behind what is counted: whose, what for and by when, and nothing else. */
const LEADS = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:${NUMBER}) ${SMALL}(?:${THINGS})|(?:${ONE}) ${SMALL}(?:${FAVOUR}))(?![\p{L}])[^:?!;]{0,60}[\s.:?!…–-]*$`,
  'iu',
);
/** A thing of its own beside the count: "could you answer her two questions", "bring some bits over". */
const HAS_OWN =
  /(?<![\p{L}])(?:answer|reply|solve|settle|bring|carry|collect|beantworte\p{L}*|klär\p{L}*|répond\p{L}*|rispond\p{L}*|respond\p{L}*|contest\p{L}*|beantwoord\p{L}*)(?![\p{L}])/iu;
/** What follows is a further thing beside it. */
const FURTHER =
  /^(?:\W|(?:and|please|und|bitte|et|y|e|en) )*(?:also|besides|in addition|apart from that|auch|außerdem|aussi|en outre|también|además|anche|inoltre|também|além disso|ook|daarnaast)(?![\p{L}])/iu;

/** "A sketch will do, I only need to see where the doors are": how much of what was just asked for is enough. */
const ENOUGH =
  /^(?:[^,;.?!]{0,40}, )?(?:i|we)(?:'d| would)? (?:really )?(?:only|just) need to (?:see|know|get an idea|understand|be sure)\b[^?]*$/iu;

const isAsk = ({ kind, confidence }: Act): boolean =>
  (kind === 'request' || kind === 'question') && confidence >= HELD;

/** Takes back what only leads to asks or tells what they are for. `acts` are those of the sentences, in order of the text. */
export function withoutCompany(
  acts: readonly Act[],
  sentences: readonly Sentence[],
  tongues: readonly (Tongue | undefined)[],
): void {
  for (const act of acts) {
    if (!isAsk(act)) continue;
    const asked = (index: number) => acts.find((a) => a.sentence === index && isAsk(a));
    if (leads(act, sentences, asked(act.sentence + 1) !== undefined)) {
      act.confidence = HELD - 0.1;
      if (act.due && isBound(act.due)) dateBelow(act, acts);
      continue;
    }
    const before = sentences[act.sentence - 1];
    const tongue = tongues[act.sentence];
    const reason = tongue ? REASONS[tongue.code] : ENOUGH;
    if (act.due || before?.block !== sentences[act.sentence]?.block) continue;
    if (reason?.test(act.quote) && asked(act.sentence - 1)) act.confidence = HELD - 0.1;
  }
}

function leads(act: Act, sentences: readonly Sentence[], asksNext: boolean): boolean {
  const next = sentences[act.sentence + 1];
  return (
    asksNext &&
    next !== undefined &&
    LEADS.test(act.quote) &&
    !HAS_OWN.test(act.quote) &&
    !FURTHER.test(next.text)
  );
}

/** "By Friday I need two things: …": the day is that of each. */
function dateBelow(lead: Act, acts: readonly Act[]): void {
  let last = lead.sentence;
  for (const act of acts) {
    if (act.sentence <= lead.sentence || !isAsk(act)) continue;
    if (act.sentence - last > 1) break;
    act.due ??= lead.due;
    last = act.sentence;
  }
}
