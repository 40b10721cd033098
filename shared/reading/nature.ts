import type { Person } from '../handoff/item';
import { AUTOMATIC_SUBJECTS } from './languages/mailWords';
import { has, ITEM, type Found } from './signs';

/** Who is behind an item: only a human's words are acts that can be held. */
export type Nature = 'human' | 'automatic' | 'list' | 'report' | 'invitation';

export interface NatureFacts {
  from?: Person | undefined;
  subject?: string | undefined;
  /** Lower-case names. */
  headers?: Record<string, string> | undefined;
  messageClass?: string | undefined;
  isReport?: boolean | undefined;
  text: string;
  /** The signs of the text; see `ITEM` in signs.ts. */
  signs: Found;
}

const REPORT_SUBJECT =
  /^(?:undeliverable|undelivered|delivered|relayed|read|not read|delivery (?:status|has failed|failure|delayed)|mail delivery (?:failed|subsystem)|returned mail|failure notice|message recall|recall|unzustellbar|gelesen|zugestellt|lu|remis)\s*:/i;
const REPORT_SENDER = /^(?:postmaster|mailer-daemon|microsoftexchange[0-9a-f]+)@/i;
const AUTOMATIC_SUBJECT =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|answer|antwort)|autoreply|out of (?:the )?office|ooo\b|automatische antwort|abwesenheits\w*|abwesend|automatiskt svar|automatisch antwoord|réponse automatique|absence|respuesta automática|resposta automática|risposta automatica|automaattinen vastaus)\b/i;
const AUTOMATIC_SENDER =
  /^(?:no-?_?reply|do-?not-?reply|donotreply|notifications?|alerts?|mailer|bounces?|system|daemon|newsletters?|noreply-?\w*)(?:[+.-][\w.+-]*)?@/i;
const INVITATION_SUBJECT =
  /^(?:accepted|declined|tentative(?:ly accepted)?|cancell?ed(?: event)?|invitation|updated(?: invitation)?|new time proposed|meeting (?:forward notification|request)|zugesagt|abgelehnt|mit vorbehalt|abgesagt|aanvaard|geweigerd)\s*:/i;
const LIST_WORDS =
  /\b(?:unsubscribe|view (?:this|it)? ?(?:e-?mail )?in (?:your |a )?(?:web )?browser|you(?:'re| are) receiving this|update (?:your )?preferences|manage (?:your )?(?:subscription|preferences)|abmelden|abbestellen|se désabonner|darse de baja|afmelden)\b/gi;

const SAYS_LIST = ITEM.add([LIST_WORDS]);
const NO_HEADERS: Readonly<Record<string, string>> = {};

/** What an item is, from its headers, class, sender and subject; the words themselves only for newsletters without headers. */
export function natureOf(facts: NatureFacts): Nature {
  const address = facts.from?.address ?? '';
  if (address !== '' && REPORT_SENDER.test(address)) return 'report';
  const said = facts.headers || facts.subject || facts.messageClass || facts.isReport;
  const enveloped = said ? byEnvelope(facts) : undefined;
  if (enveloped) return enveloped;
  if (address !== '' && AUTOMATIC_SENDER.test(address)) return 'automatic';
  // One such phrase may stand in any footer or be talked about; two, or one at the very end, make a newsletter.
  if (!has(facts.signs, SAYS_LIST)) return 'human';
  const tail = facts.text.slice(-300);
  const phrases = facts.text.match(LIST_WORDS) ?? [];
  if (phrases.length >= 2 || (facts.text.length > 120 && /\bunsubscribe\b/i.test(tail)))
    return 'list';
  return 'human';
}

/** What the mail filter of the receiving side has judged to be spam or a forgery: Exchange's score, its verdict, others' flag. */
function isJunk(header: (name: string) => string): boolean {
  return (
    Number(header('x-ms-exchange-organization-scl')) >= JUNK_LEVEL ||
    /\b(?:sfv:(?:spm|sks|skb)|cat:(?:h?spm|h?phi?sh|malw|spoof|[du]imp|bimp))\b/.test(
      header('x-forefront-antispam-report'),
    ) ||
    header('x-spam-flag') === 'yes'
  );
}
/** From this confidence on Exchange puts a mail into Junk. */
const JUNK_LEVEL = 5;

/** What headers, class and subject tell; undefined where they tell nothing. */
function byEnvelope(facts: NatureFacts): Nature | undefined {
  const headers = facts.headers ?? NO_HEADERS;
  const header = (name: string): string => headers[name]?.trim().toLowerCase() ?? '';
  const subject = (facts.subject ?? '').trim();
  const messageClass = (facts.messageClass ?? '').toLowerCase();

  if (
    facts.isReport === true ||
    messageClass.startsWith('report.') ||
    header('content-type').startsWith('multipart/report') ||
    'x-failed-recipients' in headers ||
    (subject !== '' && REPORT_SUBJECT.test(subject))
  ) {
    return 'report';
  }
  if (
    messageClass.startsWith('ipm.schedule.meeting') ||
    header('content-class').includes('calendarmessage') ||
    header('content-type').startsWith('text/calendar') ||
    (subject !== '' && INVITATION_SUBJECT.test(subject))
  ) {
    return 'invitation';
  }
  if (isJunk(header)) return 'list';
  const auto = header('auto-submitted');
  const precedence = header('precedence');
  if (
    (auto !== '' && auto !== 'no') ||
    messageClass.includes('ooftemplate') ||
    'x-autoreply' in headers ||
    'x-autorespond' in headers ||
    precedence.includes('auto') ||
    (subject !== '' && (AUTOMATIC_SUBJECT.test(subject) || AUTOMATIC_SUBJECTS.test(subject)))
  ) {
    return 'automatic';
  }
  if (
    'list-id' in headers ||
    'list-unsubscribe' in headers ||
    'list-post' in headers ||
    precedence === 'bulk' ||
    precedence === 'list' ||
    precedence === 'junk'
  ) {
    return 'list';
  }
  return undefined;
}
