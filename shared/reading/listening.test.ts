import { expect, test } from 'vitest';
import { Listening } from './listening';
import { readText } from './index';

const ana = { name: 'Ana', address: '' };
const bo = { name: 'Bo', address: '' };
const FILLER = [
  'Mm-hmm.',
  'Yeah, I think so.',
  'The colour was fine on the last one.',
  'Okay.',
  'It was a bit heavy to hold.',
];

type Line = readonly [typeof ana, string];

/** A meeting of `n` lines of small talk, with some lines put where they are wanted. */
const meeting = (n: number, put: Record<number, Line>): Line[] =>
  Array.from({ length: n }, (_, i) => put[i] ?? [i % 3 === 0 ? ana : bo, FILLER[i % 5] ?? '']);

function heard(lines: readonly Line[]) {
  const listening = new Listening();
  const all = lines.map(([from, text]) =>
    listening.hear(text, from, readText({ text, channel: 'meeting', from }).acts),
  );
  return all.map((h) => h.acts());
}

const toBeDone = (acts: ReturnType<typeof heard>[number] | undefined): number =>
  Math.max(
    0,
    ...(acts ?? [])
      .filter((a) => a.kind === 'request' || a.kind === 'commitment')
      .map((a) => a.confidence),
  );

const TASK: Line = [
  ana,
  'And the Industrial Designer will be working on the working design for the next meeting.',
];

test('what is to be done is believed at the end of a meeting more than amid it', () => {
  const early = heard(meeting(300, { 60: TASK }));
  const late = heard(meeting(300, { 290: TASK }));
  expect(toBeDone(late[290])).toBeGreaterThan(0.5);
  expect(toBeDone(early[60])).toBeLessThan(toBeDone(late[290]));
});

test('it is the surest of its meeting, and what is said in passing is hardly believed', () => {
  const all = heard(meeting(300, { 290: TASK })).map(toBeDone);
  expect(Math.max(...all)).toBe(all[290]);
  expect(all.slice(0, 250).every((p) => p < 0.25)).toBe(true);
});

test('a few lines are no meeting: the rules speak alone', () => {
  const text = 'I will send the minutes around.';
  const lines = meeting(20, { 19: [ana, text] });
  expect(heard(lines)[19]).toEqual(readText({ text, channel: 'meeting', from: ana }).acts);
});

test("a day keeps the rules' reading wherever it is said", () => {
  const text = 'I will send you the contract by Friday.';
  const own = readText({ text, channel: 'meeting', from: bo, sentAt: '2026-03-10T09:00:00Z' }).acts;
  const listening = new Listening();
  const first = listening.hear(text, bo, own);
  for (const [from, said] of meeting(200, {})) listening.hear(said, from, []);
  expect(toBeDone(own)).toBeGreaterThanOrEqual(0.5);
  expect(toBeDone(first.acts())).toBe(toBeDone(own));
});

test('people without an address are told apart by name', () => {
  const lines = meeting(300, { 290: TASK });
  const oneVoice = lines.map(([, text]) => [ana, text] as const);
  expect(heard(oneVoice)[290]).not.toEqual(heard(lines)[290]);
});

test('quotes stand where they were said', () => {
  const [speaker, text] = TASK;
  const acts = heard(meeting(300, { 290: [speaker, `  ${text} `] }))[290] ?? [];
  expect(acts.length).toBeGreaterThan(0);
  for (const act of acts) expect(`  ${text} `.slice(act.start, act.end)).toBe(act.quote);
});

const amid = (line: Line, others: Record<number, Line> = {}) => {
  const own = readText({ text: line[1], channel: 'meeting', from: line[0] }).acts;
  return { own: toBeDone(own), whole: toBeDone(heard(meeting(300, { 60: line, ...others }))[60]) };
};

test("a colleague called by name keeps the rules' reading, if there is one of that name", () => {
  const line: Line = [ana, 'Rose, please send me the notes.'];
  const stranger = amid(line);
  expect(stranger.own).toBeGreaterThanOrEqual(0.5);
  expect(stranger.whole).toBeLessThan(0.5);
  const present = amid(line, { 100: [{ name: 'Rose Mbeki', address: '' }, 'Okay.'] });
  expect(present.whole).toBe(present.own);
});

test('the course of the meeting is no deadline, an event is', () => {
  const course = amid([ana, "I'll send you the notes before we move on."]);
  expect(course.own).toBeGreaterThanOrEqual(0.5);
  expect(course.whole).toBeLessThan(0.5);
  const event = amid([ana, "I'll send you the notes before the board meeting."]);
  expect(event.own).toBeGreaterThanOrEqual(0.5);
  expect(event.whole).toBe(event.own);
});
