// Desks as stories: what of each work is open and what is over when the last message has come, and no more open than that.

const OVER = ['done', 'content', 'withdrawn'];
/** Two hours later, the desk is looked at. */
const LATER_MS = 7_200_000;
/** A line of a meeting follows the one before at least so many seconds later. */
const LINE_S = 5;
const ACTS = {
  promise: ['commitment', 'request'],
  request: ['request', 'question'],
  question: ['question', 'request'],
};

const addressOf = (person) => /<(.*)>/.exec(person)?.[1] ?? '';
const nameOf = (person) => person.replace(/\s*<.*/, '');
const instant = (at) => new Date(`${at}Z`).toISOString();
const clock = (s) => new Date(s * 1000).toISOString().slice(11, 19);

/** One of `desks.jsonl` in the form of the handoff scenarios. */
export function storyOf(desk, id) {
  const address = (key) => addressOf(desk.people[key]);
  const everybody = (messages) => [
    ...new Set(messages.flatMap((m) => [m.by, ...m.to, ...(m.cc ?? [])]).map(address)),
  ];
  const items = [];
  const sourceOf = new Map();
  for (const conv of new Set(desk.messages.map((m) => m.conv))) {
    const messages = desk.messages.filter((m) => m.conv === conv);
    const [first] = messages;
    if (first.channel === 'meeting') {
      let last = -LINE_S;
      const cues = messages.map((m) => {
        last = Math.max(last + LINE_S, (Date.parse(m.at) - Date.parse(first.at)) / 1000);
        sourceOf.set(m.n, `${conv}#${clock(last)}`);
        return { t: clock(last), speaker: nameOf(desk.people[m.by]), text: m.text };
      });
      const [organizer] = [address(first.by)];
      const attendees = everybody(messages);
      items.push({
        ...{ type: 'meeting', id: conv, subject: first.subject, start: instant(first.at) },
        ...{ organizer, attendees, cues },
      });
      continue;
    }
    const before = [];
    for (const m of messages) {
      const common = { from: address(m.by), date: instant(m.at), body: m.text };
      const attachments = m.files ?? [];
      if (m.channel === 'mail') {
        const mail = `${conv}-${m.n}@desk.example`;
        const isAnswer = before.length > 0 && !/^re:/i.test(m.subject);
        items.push({
          ...{ type: 'mail', id: mail, ...common, attachments, headers: {} },
          ...{ to: m.to.map(address), cc: (m.cc ?? []).map(address) },
          subject: isAnswer ? `Re: ${m.subject}` : m.subject,
          ...{ inReplyTo: before.at(-1) ?? null, references: [...before] },
        });
        before.push(mail);
        sourceOf.set(m.n, mail);
      } else {
        const members = everybody(messages);
        const chatType = members.length > 2 ? 'group' : 'oneOnOne';
        items.push({
          ...{ type: 'chat', chatId: conv, id: String(m.n), chatType, topic: null, members },
          ...{ ...common, attachments, mentions: [], reactions: [] },
        });
        sourceOf.set(m.n, String(m.n));
      }
    }
  }
  const handoffs = desk.messages.flatMap(({ n, opens = [] }) =>
    opens.map(({ id: work, kind, quote, from, hand }) => {
      const moves = desk.messages.flatMap((m) => (m.moves ?? []).filter((v) => v.id === work));
      const end = moves.findLastIndex((v) => OVER.includes(v.how));
      const isOpen = end < 0 || moves.slice(end).some((v) => ['again', 'reminded'].includes(v.how));
      // Refused, it may be held or let go.
      const isRefused = isOpen && moves.some((v) => v.how === 'no');
      return {
        ...{ quoteContains: quote, source: sourceOf.get(n), act: ACTS[kind] },
        giver: address(from),
        ...(hand === null ? {} : { taker: [address(hand)] }),
        ...(isRefused ? {} : { state: isOpen ? 'open' : 'closed' }),
      };
    }),
  );
  const nothing = desk.messages.flatMap(({ n, none = [] }) =>
    none.map((quoteContains) => ({ quoteContains, source: sourceOf.get(n) })),
  );
  const me = address(desk.me);
  const house = me.slice(me.indexOf('@'));
  const last = Date.parse(`${desk.messages.at(-1).at}Z`);
  return {
    ...{ id, about: 'a desk', tags: [], me, items, at: new Date(last + LATER_MS).toISOString() },
    people: Object.values(desk.people)
      .filter((person) => addressOf(person).endsWith(house))
      .map((person) => ({ name: nameOf(person), address: addressOf(person) })),
    expect: {
      ...{ handoffs, nothing },
      maxOpen: handoffs.filter((h) => h.state !== 'closed').length,
    },
  };
}
