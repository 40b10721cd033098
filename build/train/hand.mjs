// The hand labels of this project: sentences of real mail by place, their words staying outside.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rows } from './common.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'labels');

/** Letters and digits only: two mails that say the same are one lesson. */
export const norm = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const people = (addresses = '', names = '') => {
  const called = names.split(',').map((n) => n.trim());
  return addresses
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean)
    .map((address, i) => ({ name: called[i] || address.split('@')[0].replace('.', ' '), address }));
};

/** What the reader is given of one of these mails: its own words and who is on it. */
export const inputOf = (mail) => ({
  text: mail.new_text,
  channel: 'mail',
  from: people(mail.from, mail.x_from)[0],
  to: people(mail.to, mail.x_to),
  cc: people(mail.cc),
  sentAt: mail.date,
});

const joined = (mails, labels) => {
  const byMail = new Map();
  for (const { id, ...label } of labels) {
    const mail = mails.get(id);
    if (!mail) continue;
    const entry = byMail.get(id) ?? { id, input: inputOf(mail), labels: [] };
    entry.labels.push({ ...label, text: mail.new_text.slice(label.start, label.end) });
    byMail.set(id, entry);
  }
  return [...byMail.values()];
};

/**
 * Every labelled mail with its labelled sentences: `[{id, input, labels: [{start, end, kinds, text}]}]`.
 * `kinds` holds act kinds and 'courtesy'; empty: nothing is done in the sentence.
 */
export function handLabelled() {
  const mails = new Map(rows('threads_enron/train.jsonl').map((m) => [m.id, m]));
  const labels = fs
    .readdirSync(folder)
    .filter((name) => /^mail-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return joined(mails, labels);
}

const ownRows = (name) =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const ASKER = { name: 'Ann Lee', address: 'ann.lee@firm.example' };
const OTHER = { name: 'Bo Ray', address: 'bo.ray@firm.example' };
const between = (channel) => ({
  channel,
  from: ASKER,
  to: [OTHER],
  cc: [],
  sentAt: '2026-03-10T10:00:00+01:00',
});

/**
 * Lines and whole messages invented for this project, in the shape of `handLabelled`; `by` is the hand that wrote
 * them. What is measured on them is measured by tables that have seen nothing of that hand.
 */
export function invented() {
  const lines = ownRows('lines.jsonl').map(({ by, channel, kind, text }) => ({
    by,
    set: 'lines',
    input: { text, ...between(channel) },
    labels: [labelled(kind, text, 0)],
  }));
  const messages = ownRows('messages.jsonl').map(({ by, channel, sentences }) => {
    let text = '';
    const labels = sentences.map(([kind, sentence]) => {
      if (text !== '') text += /[.!?:]$/.test(text) ? ' ' : '\n';
      text += sentence;
      return labelled(kind, sentence, text.length - sentence.length);
    });
    return { by: `m${by}`, set: 'messages', input: { text, ...between(channel) }, labels };
  });
  return [...lines, ...messages];
}

const labelled = (kind, text, start) => ({
  start,
  end: start + text.length,
  kinds: kind === 'none' ? [] : [kind],
  text,
});

/** Conversations with several pieces of work, as `labels/threads.jsonl` has them. */
export const conversations = () => ownRows('threads.jsonl');

/** Asks with what was answered and what the answer did to them: `[{by, channel, ask, answer, attachments, outcome}]`. */
export const answered = () => ownRows('answers.jsonl');

/** The part of what was read that lies at a label: most characters in common; undefined where nothing is. */
export function at(label, read) {
  let [best, most] = [undefined, 0];
  for (const r of read) {
    const common = Math.min(r.end, label.end) - Math.max(r.start, label.start);
    if (common > most) [best, most] = [r, common];
  }
  return best;
}

/** Works that were asked for in one conversation and spoken of in others, as `labels/elsewhere.jsonl` has them. */
export const endings = () => ownRows('elsewhere.jsonl');

/**
 * Some days of one person's conversations each, with all that is asked, promised and moved in them, as `labels/desks.jsonl`
 * has them.
 */
export const desks = () => ownRows('desks.jsonl').filter(({ by }) => !without.includes(by));
/** Hands that are kept apart (`--without LETTERS`): what is fitted then can be measured on their desks. */
const without = process.argv[process.argv.indexOf('--without') + 1 || Infinity] ?? '';

/** Labels of conversations for those of desks. What is put with a third, refused or said again is no outcome there. */
const OUTCOME = {
  ...{ taken: 'taken', asks: 'question_back', later: 'deferred', part: 'partial' },
  ...{ content: 'settled', withdrawn: 'withdrawn', reminded: 'chased', done: 'done' },
};
const nameOf = (person) => person.replace(/\s*<.*/, '');

/** In the shape of `conversations`. */
export const deskConversations = () =>
  desks().flatMap((desk) => {
    const people = Object.fromEntries(
      Object.entries(desk.people).map(([key, person]) => [key, nameOf(person)]),
    );
    return [...new Set(desk.messages.map((m) => m.conv))].flatMap((conv) => {
      const messages = desk.messages.filter((m) => m.conv === conv);
      const { channel } = messages[0];
      const works = messages.flatMap(({ n, opens = [] }) =>
        opens.map(({ id, kind, quote, from, hand }) => ({
          ...{ w: id, in: n, quote, kind, giver: from, taker: hand },
        })),
      );
      if (channel === 'meeting' || works.length === 0) return [];
      const moves = messages.flatMap(({ n, by, moves = [] }) =>
        moves.flatMap(({ id, how, quote = '' }) => {
          const work = works.find((w) => w.w === id);
          if (!work) return [];
          const outcome = how === 'done' && by === work.giver ? 'settled' : (OUTCOME[how] ?? how);
          return [{ n, w: id, outcome, quote }];
        }),
      );
      return [{ by: `d${desk.by}`, channel, people, messages, works, moves }];
    });
  });
