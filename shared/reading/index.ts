import type { Act } from '../handoff/act';
import type { ChatItem, MailItem, Person } from '../handoff/item';
import { actsIn } from './acts';
import { plain } from './chars';
import { sendingOf } from './days';
import { isForm } from './forms';
import { languagesOf, tell, UNREAD } from './language';
import { tongueOf } from './languages';
import { linesOf, spansOf, type Line } from './lines';
import { natureOf, type Nature } from './nature';
import { forInformation as forInformationInEnglish, isHostile, waivesAnswer } from './negatives';
import { saidOutside } from './quotations';
import { quotedLines } from './quoted';
import { sentencesOf, type Sentence } from './sentences';
import { signatureLines } from './signature';
import { ITEM } from './signs';
import { rowActs, rowsOf } from './tables';
import { plainText } from './text';

export { HELD } from './ruled';
export { tongueOf } from './languages';
export { Listening, type Heard } from './listening';
export { conditionIn } from './waiting';
export { leadsToAsks } from './listing';
export { peopleNamedIn, personNamed, type Around } from './people';
export type { Nature } from './nature';

/** Handed over for the record only, in whichever language: nobody is asked to take anything up. */
export const forInformation = (words: string): boolean =>
  forInformationInEnglish(words) ||
  tongueOf(tell(words).language)?.forInformation.test(words) === true;

/** One item's words with what is known around them. Addresses are lower-case; ISO times carry their offset. */
export interface ReadInput {
  text: string;
  format?: 'text' | 'html';
  from?: Person;
  to?: Person[];
  cc?: Person[];
  /** Everyone in the chat or meeting, the writer included. */
  members?: Person[];
  mentions?: Person[];
  sentAt?: string;
  /** The sender's IANA zone; without it the offset of `sentAt` is their clock. */
  timeZone?: string;
  channel: 'mail' | 'chat' | 'meeting';
  subject?: string;
  /** It answers another item, as far as that is known. */
  answers?: boolean;
  /** Lower-case header names. */
  headers?: Record<string, string>;
  /** Colleagues who may be named without being addressed. */
  directory?: Person[];
  /** What is spoken where it was said: the language of words that do not tell their own. */
  spoken?: string;
  meeting?: string;
}

export interface ReadResult {
  acts: Act[];
  /** ISO 639-1, null when it cannot be told. */
  language: string | null;
  nature: Nature;
  /** The writer's own words: no quoted history, signature or disclaimer. */
  ownText: string;
  /** The plain text that was read; every offset points into it. */
  text: string;
  quotedSpans: { start: number; end: number }[];
  sentences: { start: number; end: number; text: string; language: string | null }[];
}

/** What the machinery of delivery says about an item, beyond `ReadInput`. */
interface Envelope {
  messageClass?: string;
  isReport?: boolean;
}

/** Past this many characters nobody writes by hand; the reader's time is bounded by it. */
const LONGEST = 200_000;

function read(input: ReadInput, envelope: Envelope): ReadResult {
  const text = plainText(input.text, input.format ?? 'text');
  const lines = linesOf(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const lower = plain(text);
  const signs = ITEM.in(lower);
  const quoted = input.channel === 'mail' ? quotedLines(lines, signs) : NONE;
  const signature =
    input.channel === 'mail' ? signatureLines(lines, quoted, input.from, signs) : NONE;
  const own: boolean[] = [];
  for (let i = 0; i < lines.length; i++) own.push(!quoted[i] && !signature[i]);
  const table = rowsOf(text, lines, own);
  const spoken = table.taken.size === 0 ? own : own.map((is, i) => is && !table.taken.has(i));
  const sentences = sentencesOf(text, lines, spoken);
  const ownText = wordsOf(lines, own);
  const nature = natureOf({
    from: input.from,
    subject: input.subject,
    headers: input.headers,
    messageClass: envelope.messageClass,
    isReport: envelope.isReport,
    text,
    signs,
  });
  const itself = tell(ownText);
  const told =
    input.spoken !== undefined && itself.language === null && !itself.other
      ? { ...itself, language: input.spoken }
      : itself;
  const languages = languagesOf(sentences, told);
  const silent = nature === 'automatic' || nature === 'report';
  const around = {
    from: input.from,
    to: input.channel === 'mail' ? (input.to ?? []) : (input.members ?? input.to ?? []),
    cc: input.cc ?? [],
    mentions: input.mentions ?? [],
    directory: input.directory ?? [],
    channel: input.channel,
  };
  const sending = sendingOf(input.sentAt, input.timeZone);
  const hostile = isHostile(text, signs) || isHostileIn(languages, text);
  const acts = silent
    ? []
    : saidOutside(
        text,
        actsIn(sentences, {
          around,
          sending,
          subject: input.subject,
          languages,
          hostile,
          waived: waivesAnswer(ownText, signs),
          answers: input.answers === true,
          muted: nature !== 'human' || isForm(ownText, signs),
          known: { text, lower, signs },
        }),
      );
  if (table.rows.length > 0 && nature === 'human' && !hostile)
    acts.push(
      ...rowActs(text, table.rows, {
        ...{ around, sending, language: told.language, first: sentences.length },
      }),
    );
  return {
    acts,
    language: told.language,
    nature,
    ownText,
    text,
    quotedSpans: spansOf(lines, quoted),
    sentences: shownOf(sentences, languages),
  };
}

/** No line at all is someone else's, or a signature. */
const NONE: boolean[] = [];

/** The writer's own lines, one after the other. */
function wordsOf(lines: readonly Line[], own: readonly boolean[]): string {
  let words = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || !own[i]) continue;
    words = words === '' ? line.text : `${words}\n${line.text}`;
  }
  return words.trim();
}

/** Whether the text is hostile in one of the languages of its sentences. */
function isHostileIn(languages: readonly (string | null)[], text: string): boolean {
  let before: string | null = null;
  for (const language of languages) {
    if (language !== before && tongueOf(language)?.hostile.test(text)) return true;
    before = language;
  }
  return false;
}

function shownOf(
  sentences: readonly Sentence[],
  languages: readonly (string | null)[],
): ReadResult['sentences'] {
  const shown: ReadResult['sentences'] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence) continue;
    const { start, end, text } = sentence;
    const language = languages[i] ?? null;
    shown.push({ start, end, text, language: language === UNREAD ? null : language });
  }
  return shown;
}

/** Reads one text: who does or asks what of whom, by when, with the exact words. Never throws on any text. */
export function readText(input: ReadInput): ReadResult {
  return read(input, {});
}

export interface ReadOptions {
  directory?: Person[];
  /** The sender's IANA zone where the directory knows it. */
  timeZone?: string | null;
  /** The language of the conversation, where the words do not tell their own. */
  spoken?: string;
}

/** Reads a mail's own words. */
export function readMail(mail: MailItem, options: ReadOptions = {}): ReadResult {
  return read(
    {
      text: mail.body.content,
      format: mail.body.type,
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      sentAt: mail.sentAt,
      channel: 'mail',
      subject: mail.subject,
      answers: mail.inReplyTo !== null || mail.references.length > 0,
      headers: mail.headers,
      ...(options.directory ? { directory: options.directory } : {}),
      ...(options.timeZone ? { timeZone: options.timeZone } : {}),
    },
    { messageClass: mail.messageClass, isReport: mail.report !== null },
  );
}

/** Reads a chat message. A deleted one has no words left to hold anybody to. */
export function readChat(chat: ChatItem, options: ReadOptions = {}): ReadResult {
  return read(
    {
      text: chat.deleted ? '' : chat.body.content,
      format: chat.body.type,
      from: chat.from,
      members: chat.members,
      mentions: chat.mentions,
      sentAt: chat.sentAt,
      channel: 'chat',
      ...(options.spoken === undefined ? {} : { spoken: options.spoken }),
      ...(options.directory ? { directory: options.directory } : {}),
      ...(options.timeZone ? { timeZone: options.timeZone } : {}),
    },
    {},
  );
}
