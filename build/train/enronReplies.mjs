// Reads the reply record (sender, recipients, times; no bodies) as waits in working hours. Shared by the program that
// fits the silence model and the one that measures it.
import fs from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../bootstrap/paths.mjs';

/** A TypeScript module of the project, loaded as the app would see it. */
export async function load(file) {
  const { module } = await runnerImport(path.join(root, file), {
    root,
    configFile: false,
    logLevel: 'silent',
  });
  return module;
}

const folder =
  process.env.CORRIDOR_REPLY_DATA ?? path.join(root, '../shared/data/enron_reply_metadata');

// The record has two clocks, told apart by folder: in those of Lotus Notes the times lie 8 hours before Houston's, in the
// others 2. Found by moving each until most mail falls into office hours (71 % of both; --clocks prints the table);
// the dip at noon falls into place too.
const NOTES = new Set(['sent', 'all_documents', '_sent_mail', 'discussion_threads', 'notes_inbox']);
const clockOf = (row) => (NOTES.has(row.file.split('/')[1]) ? 'notes' : 'other');
const SHIFT_HOURS = { notes: 8, other: 2 };

// Houston office hours, Monday to Friday, as the app assumes them where it knows none. Local time read as UTC.
const OFFICE = { start: 9 * 60, end: 17.5 * 60 };
const HOUR = 3_600_000;
const WINDOW = 30 * 24 * HOUR;

/** Waits kept of one person, as main/engine/answerTimes.ts keeps them. */
export const KEPT = 60;

/** Working hours from the first Monday of 1970 to `at` (ms): two of them subtracted are what shared/timing counts. */
function workedUntil(at) {
  const days = at / (24 * HOUR) - 4;
  const day = Math.floor(days);
  const week = Math.floor(day / 7);
  const perDay = (OFFICE.end - OFFICE.start) / 60;
  const full = Math.min(5, day - week * 7);
  const today = Math.max(0, Math.min(perDay, (days - day) * 24 - OFFICE.start / 60));
  return (week * 5 + full) * perDay + (day - week * 7 < 5 ? today : 0);
}

/** Working hours between two instants (ms) on the record's calendar. */
export function hoursBetween(from, to) {
  return to <= from ? 0 : workedUntil(to) - workedUntil(from);
}

function rowsOf(part) {
  const file = path.join(folder, `${part}.jsonl`);
  if (!fs.existsSync(file))
    throw new Error(`${file} does not exist; CORRIDOR_REPLY_DATA names the folder of the record`);
  const text = fs.readFileSync(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Share of mail in office hours for each whole-hour shift of each clock. */
export function clocks(part) {
  const table = {};
  for (const row of rowsOf(part)) {
    const counts = (table[clockOf(row)] ??= Array.from({ length: 24 }, () => 0));
    for (let shift = 0; shift < 24; shift++) {
      const at = new Date((row.unix_time + shift * 3600) * 1000);
      const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
      const day = at.getUTCDay();
      if (day > 0 && day < 6 && minute >= OFFICE.start && minute < OFFICE.end) counts[shift]++;
    }
  }
  return table;
}

/**
 * One wait for each recipient of each mail, in the order of sending: `at` and `end` in ms, hours of working time.
 * A mail is watched for 30 days. Where another answered first, or the recipient wrote in the conversation without that
 * being known as the answer, nothing more is known from then on: the wait ends there, unanswered.
 */
export function waitsOf(parts) {
  const waits = [];
  for (const part of parts) {
    const rows = rowsOf(part);
    for (const row of rows) row.at = row.unix_time * 1000 + SHIFT_HOURS[clockOf(row)] * HOUR;
    const byId = new Map(rows.map((row) => [row.id, row]));
    const threads = groupBy(rows);
    for (const row of rows) {
      const reply = byId.get(row.replied_by);
      // Between the two clocks a reply may lie before its mail: then one of them is not to be trusted.
      if (reply && reply.at <= row.at) continue;
      for (const taker of row.to) waits.push({ part, ...waitOf(row, taker, reply, threads) });
    }
  }
  return waits.sort((a, b) => a.at - b.at || a.id - b.id || a.taker - b.taker);
}

function waitOf(row, taker, reply, threads) {
  const answered = reply?.from === taker;
  const ends = [row.at + WINDOW];
  if (reply) ends.push(reply.at);
  if (!answered)
    for (const other of threads.get(row.thread))
      if (other.from === taker && other.at > row.at) ends.push(other.at);
  const end = Math.min(...ends);
  const subject = row.subject.toLowerCase();
  const asks = subject.includes('?');
  const inReply = /^re\b/.test(subject);
  const local = new Date(row.at);
  const ofDay = local.getUTCHours() * 60 + local.getUTCMinutes();
  const workday = local.getUTCDay() > 0 && local.getUTCDay() < 6;
  const offHours = !workday || ofDay < OFFICE.start || ofDay >= OFFICE.end;
  return {
    id: row.id,
    taker,
    at: row.at,
    end,
    hours: hoursBetween(row.at, end),
    answered,
    giver: String(row.from),
    kind: asks ? 'asks' : inReply ? 'reply' : /^fwd?\b/.test(subject) ? 'forward' : 'new',
    recipients: row.to.length,
    inReply,
    offHours,
    lastHour: !offHours && ofDay >= OFFICE.end - 60,
    asks,
  };
}

/**
 * What had been put to the taker before each wait, as it was known then: what was still silent is cut off at that moment.
 * At most `kept` of the latest, as in the app.
 */
export function* withHistory(waits, kept) {
  const byTaker = new Map();
  for (const wait of waits) {
    const before = byTaker.get(wait.taker) ?? [];
    const history = before
      .slice(-kept)
      .map((w) =>
        w.end <= wait.at ? w : { ...w, answered: false, hours: hoursBetween(w.at, wait.at) },
      );
    yield { wait, history };
    before.push(wait);
    byTaker.set(wait.taker, before);
  }
}

function groupBy(rows) {
  const threads = new Map();
  for (const row of rows) {
    const known = threads.get(row.thread);
    if (known) known.push(row);
    else threads.set(row.thread, [row]);
  }
  return threads;
}
