import { groupOf } from '../handoff/groups';
import type { Person } from '../handoff/item';
import type { Handoff } from '../handoff/model';

/** The words of drafts: short, neutral, answerable in one line. Each names the work by its own words. */

/** First name where there is one, else the address. */
export function named(person: Person): string {
  return person.name !== '' ? person.name : person.address;
}

/** "2026-10-14" as people write it. */
export function dayWords(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${String(date)} ${MONTHS[month - 1] ?? ''} ${String(year)}`;
}
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function hello(person: Person): string {
  // "Hi County" is said to nobody.
  const first = groupOf(person) !== null ? '' : (person.name.split(/\s+/)[0] ?? '');
  return first === '' ? 'Hello,' : `Hi ${first},`;
}

/** "Re: subject", once. */
export function answerSubject(subject: string): string {
  if (subject === '') return '';
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

function quoted(handoff: Handoff): string {
  const words = handoff.quote.replace(/\s+/g, ' ').trim();
  return words.length > 200 ? `“${words.slice(0, words.lastIndexOf(' ', 199))}…”` : `“${words}”`;
}

function when(handoff: Handoff): string {
  return handoff.due === null || handoff.due.text === '' ? '' : ` (${handoff.due.text})`;
}

/** Is this yours? */
export function confirm(handoff: Handoff, to: Person): string {
  return `${hello(to)}

A short check on this one${when(handoff)}:

${quoted(handoff)}

Is it with you? “Yes, by …” or “not mine, ask …” is all that is needed.

Thanks`;
}

/** What came back undelivered, told again. */
export function sentAnew(handoff: Handoff, to: Person): string {
  return `${hello(to)}

My earlier message may not have reached you${when(handoff)}:

${quoted(handoff)}

Is it with you? “Yes, by …” or “not mine, ask …” is all that is needed.

Thanks`;
}

/** The same, short enough for a chat. */
export function confirmInChat(handoff: Handoff, to: Person): string {
  return `${hello(to)} about ${quoted(handoff)}${when(handoff)}: is it with you? A “yes, by …” or “not mine, ask …” is enough.`;
}

/** A part has come: when does the rest? */
export function askRest(handoff: Handoff, to: Person): string {
  return `${hello(to)}

Thank you for the first part of this${when(handoff)}:

${quoted(handoff)}

When can the rest be here? A date is enough, or what is missing for it.

Thanks`;
}

/** The same, short enough for a chat. */
export function askRestInChat(handoff: Handoff, to: Person): string {
  return `${hello(to)} thank you for the first part of ${quoted(handoff)}${when(handoff)}: when can the rest be here?`;
}

export function askProgress(handoff: Handoff, to: Person): string {
  return `${hello(to)}

Where does this stand${when(handoff)}?

${quoted(handoff)}

A date is enough, or what is missing for it.

Thanks`;
}

/** New request to whoever covers. */
export function toCover(handoff: Handoff, to: Person): string {
  const away = handoff.taker ? named(handoff.taker) : 'the person asked';
  return `${hello(to)}

${away} is away and names you for the meantime. This is open${when(handoff)}:

${quoted(handoff)}

Can you take it? If not, who can?

Thanks`;
}

/** New request to whoever the note of one who has left names. */
export function toSuccessor(handoff: Handoff, to: Person): string {
  const left = handoff.taker ? named(handoff.taker) : 'the person asked';
  return `${hello(to)}

I wrote to ${left}, whose mailbox answers that you have this now. This is open${when(handoff)}:

${quoted(handoff)}

Can you take it? If not, who can?

Thanks`;
}

/** New request to a colleague of the one who was asked. */
export function toColleague(handoff: Handoff, to: Person, asked: Person): string {
  const so =
    handoff.takerEnd.is === 'declined' ? ', who cannot take it:' : ' and have no answer yet:';
  return `${hello(to)}

I asked ${named(asked)} for this${when(handoff)}${so}

${quoted(handoff)}

Could you take it? If not, who can?

Thanks`;
}

/** Nobody took it: back to the one who gave it, said plainly. */
export function backToGiver(handoff: Handoff, to: Person): string {
  return `${hello(to)}

This is open, and nobody has taken it${when(handoff)}:

${quoted(handoff)}

It was asked again without an answer. Who else could it go to, or can it rest?

Thanks`;
}

/** New request to the one the taker named instead. */
export function toNext(handoff: Handoff, to: Person): string {
  const from = handoff.taker ? named(handoff.taker) : 'The person asked';
  return `${hello(to)}

${from} points to you for this one${when(handoff)}:

${quoted(handoff)}

Can you take it? If not, who can?

Thanks`;
}

/** The neutral card of a standoff: the open move and a default both can accept. */
export function surface(handoff: Handoff, to: readonly Person[]): string {
  const names = to.map((p) => p.name.split(/\s+/)[0] ?? '').filter((n) => n !== '');
  return `Hi${names.length > 0 ? ` ${names.join(' and ')}` : ''},

I think this one is waiting on both sides at once:

${quoted(handoff)}

What is still missing for it, and from whom? If nothing is, I suggest it goes ahead as it stands${when(handoff)}, and whatever is left follows after.

Thanks`;
}

/** The taker asked for something first and the person has not answered: their question on top, the answer to be written. */
export function answerBack(handoff: Handoff, to: Person): string {
  const back = [...handoff.evidence]
    .reverse()
    .find((e) => e.end === 'taker' && (e.kind === 'questioned' || e.kind === 'waiting'));
  const question = back
    ? `You wrote: “${back.quote.replace(/\s+/g, ' ').trim()}”`
    : quoted(handoff);
  return `${hello(to)}

${question}

`;
}

function whichDay(handoff: Handoff): string {
  return when(handoff) === ''
    ? 'By which day is it needed at the latest?'
    : `Is the date${when(handoff)} still the right one?`;
}

/** The same as an answer to the post, whose words stand above it. */
export function whereItStandsInPost(handoff: Handoff, to: Person): string {
  return `${hello(to)} this is with me. ${whichDay(handoff)}`;
}

/** The person is the taker: say that it is in hand, and ask which day counts. */
export function whereItStands(handoff: Handoff, to: Person): string {
  return `${hello(to)}

About this:

${quoted(handoff)}

It is with me. ${whichDay(handoff)}

Best regards`;
}

/** To the one in whose name somebody promised something. */
export function tellTaker(handoff: Handoff, to: Person, byMe: boolean): string {
  const who = byMe || !handoff.saidBy ? 'I' : named(handoff.saidBy);
  return `${hello(to)}

${who} told ${named(handoff.giver)} this about your part${when(handoff)}:

${quoted(handoff)}

Can you do that? If not, a line with what is possible is enough, and it can still be put right.

Thanks`;
}

/** What was said, in two lines, answerable by a reply. */
export function readBack(handoff: Handoff, to: readonly Person[]): string {
  const names = to.map((p) => p.name.split(/\s+/)[0] ?? '').filter((n) => n !== '');
  return `Hi${names.length > 0 ? ` ${names.join(' and ')}` : ''},

As I noted it from “${handoff.subject}”${when(handoff)}:

${quoted(handoff)}
${otherVersions(handoff)}
Is that right? A correction by reply is enough.

Thanks`;
}

/** Versions that differ, each with its day, so that both ends can settle which holds. */
function otherVersions(handoff: Handoff): string {
  const lines = handoff.evidence
    .filter((e) => e.kind === 'differs')
    .map(
      (e) =>
        `Also said${e.by ? ` by ${named(e.by)}` : ''}: “${e.quote.replace(/\s+/g, ' ').trim()}”`,
    );
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n\nWhich of these holds?\n`;
}

/** The step that was finished, to the next hand. */
export function passOn(handoff: Handoff, to: Person): string {
  return `${hello(to)}

This is finished on our side and goes to you from here${when(handoff)}:

${quoted(handoff)}

Is it with you? If something is missing for it, a line is enough.

Thanks`;
}
