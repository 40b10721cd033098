import { plain } from '../chars';
import type { Clause } from '../clauses';
import type { Sentence } from '../sentences';
import type { Speech } from './tongue';

/** The clauses of a sentence in another language: the same shape as English ones, cut by that language's words. */

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}";
const CALLED = new RegExp(`^@?(${NAME})\\s*(?:,|:|\\s[-–—]{1,2}\\s)\\s*`, 'u');
const MENTION = new RegExp(`^@(${NAME}|\\p{L}[\\p{L}'’.-]+)[,:]?\\s*`, 'u');
/** Greeting and name, nothing between them and what follows but a blank: "Hola Marta puedes…". */
const GREETED = new RegExp(
  `^@?(\\p{L}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2})\\s*[,!:.–-]+\\s*`,
  'u',
);
const GREETED_BARE = /^@?(\p{Lu}[\p{L}'’-]+)\s+(?=[\p{Ll}¿¡])/u;
/** "Frau Brandt", "Sig.ra Ferro": the name is what people are known by. */
const TITLE =
  /^(?:Herrn?|Frau|Hr\.|Fr\.|Monsieur|Madame|Mme|M\.|Señora?|Sra?\.|Don|Doña|Senhora?|Meneer|Mevrouw|[Dd]hr\.|[Mm]evr\.|Signora?|Sig\.(?:ra)?|Dott\.(?:ssa)?)\s+(?:(?:Dr|Prof)\.\s+)?(?=\p{Lu})/u;
const OPENING_MARKS = /^[\s,.:!¡¿"'“„«(–-]+/u;

interface Head {
  head: string;
  called: string | null;
  toAll: boolean;
}

function headOf(text: string, speech: Speech, isMember: (word: string) => boolean): Head {
  let head = text.replace(/[‘’ʼ]/g, "'").replace(OPENING_MARKS, '');
  let called: string | null = null;
  let toAll = false;
  const isName = (word: string | undefined): word is string =>
    word !== undefined && !speech.noName.test((word.split(' ')[0] ?? '').toLowerCase());
  for (let turn = 0; turn < 6; turn++) {
    const before = head;
    const greeting = speech.greeting.exec(head);
    if (greeting) {
      head = head.slice(greeting[0].length).trimStart();
      if (speech.toAll.test(head)) toAll = true;
      const name = GREETED.exec(head) ?? GREETED_BARE.exec(head);
      if (name && isName(name[1])) {
        called = name[1];
        head = head.slice(name[0].length);
      } else if (/^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*$/u.test(head) && isName(head)) {
        called = head;
        head = '';
      }
      head = head.replace(OPENING_MARKS, '');
    }
    head = head.replace(TITLE, '');
    const name = MENTION.exec(head) ?? CALLED.exec(head);
    if (name && isName(name[1])) {
      called = name[1];
      head = head.slice(name[0].length);
    }
    const bare = /^([\p{L}'-]{3,}) (?=\S)/u.exec(head);
    if (bare?.[1] && isMember(bare[1]) && isName(bare[1])) {
      called = bare[1];
      head = head.slice(bare[0].length);
    }
    head = head.replace(speech.lead, '').replace(OPENING_MARKS, '');
    if (head === before) break;
  }
  return { head, called, toAll };
}

/** True for words that call somebody and belong to what follows the comma: "Jana", "Hallo Herr Brandt". */
function isCall(words: string, speech: Speech): boolean {
  const text = words.trim().replace(OPENING_MARKS, '');
  if (text.split(/\s+/).length > 5) return false;
  const name = text.replace(speech.greeting, '').trim();
  if (name === '') return true;
  return (
    new RegExp(`^@?${NAME}$`, 'u').test(name) &&
    !speech.noName.test((name.split(' ')[0] ?? '').toLowerCase())
  );
}

const nobody = (): boolean => false;

/** The clauses of a sentence, in order; at least one unless it is blank. */
export function foreignClauses(
  sentence: Sentence,
  speech: Speech,
  isMember: (word: string) => boolean = nobody,
): Clause[] {
  const { text } = sentence;
  const straight = text.replace(/[‘’ʼ]/g, "'");
  const cuts: [number, number][] = [];
  let from = 0;
  for (const m of straight.matchAll(speech.joint)) {
    if (m[0].length === 0) continue;
    const before = straight.slice(from, m.index);
    if (/[:–—-]/.test(m[0]) && before.trim().split(/\s+/).length <= 3) continue;
    if (m[0].startsWith(',') && isCall(before, speech)) continue;
    cuts.push([from, m.index]);
    from = m.index + m[0].length;
  }
  cuts.push([from, text.length]);
  const question = /\?["'”’)\]»]*\s*$/.test(text);
  return cuts
    .filter(([a, b]) => straight.slice(a, b).trim() !== '')
    .map(([a, b], i, all): Clause => {
      const words = text.slice(a, b);
      const { head, called, toAll } = headOf(words, speech, isMember);
      const lower = plain(words).normalize('NFC').trim();
      const small = head.toLowerCase().normalize('NFC').trimEnd();
      return {
        lower,
        head: small,
        headCased: head.trimEnd(),
        called,
        start: sentence.start + a,
        subordinate: speech.subordinate.test(small),
        asks: question && (i === all.length - 1 || words.includes('?')),
        toAll,
        toSome: speech.toSome.test(lower),
      };
    });
}
