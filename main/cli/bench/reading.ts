import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readText, type ReadInput } from '../../../shared/reading';
import { timed, type Figures } from './figures';
import { taken, type World } from './world';

/** Messages whose words are read over and over. */
const PART = 600;
const ROUNDS = 4;
/** Sentences handed to the whole command: a few seconds of work. */
const HANDED = 40_000;

const inputsOf = (world: World): ReadInput[] =>
  taken(world.items(), PART).map((item) => ({
    text: item.body.content,
    from: item.from,
    to: item.kind === 'mail' ? item.to : item.members,
    sentAt: item.sentAt,
    channel: item.kind,
  }));

const readAll = (inputs: readonly ReadInput[]): number =>
  inputs.reduce((n, input) => n + readText(input).sentences.length, 0);

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Sentences read each second on the words of the world's messages, once the code is warm: by the clock, and
 * by the time the processor spent on it, which other programs on the machine bend less.
 */
export function measureReading(world: World, figures: Figures): void {
  const inputs = inputsOf(world);
  readAll(inputs);
  const from = cpuSeconds();
  const { ms, value } = timed(() => {
    let sentences = 0;
    for (let round = 0; round < ROUNDS; round++) sentences += readAll(inputs);
    return sentences;
  });
  figures.add('reading', value / (ms / 1000), 'sentences/s');
  figures.add('reading, by CPU time', value / (cpuSeconds() - from), 'sentences/CPU s');
}

const lineOf = (input: ReadInput, id: number): string => {
  const people = (list: ReadInput['to']) => (list ?? []).map((p) => `${p.name} <${p.address}>`);
  const { text, sentAt, channel } = input;
  const [from] = people(input.from ? [input.from] : []);
  return `${JSON.stringify({ id, text, from, to: people(input.to), sentAt, channel })}\n`;
};

/** What the command has cost when it ends, written where nothing else is: the runtime's helpers are in it. */
const TELLS_COST =
  "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.cpuUsage())));\n";

/** The `read` command from its start to its end, file in and file out: its seconds of CPU time. It stands beside this one in the bundle. */
function commandSeconds(folder: string, lines: string): number {
  const [given, answers] = [join(folder, 'lines.jsonl'), join(folder, 'answers.jsonl')];
  const cost = join(folder, 'cost.cjs');
  writeFileSync(given, lines);
  writeFileSync(cost, TELLS_COST);
  const [stdin, stdout] = [openSync(given, 'r'), openSync(answers, 'w')];
  try {
    const command = join(dirname(process.argv[1] ?? ''), 'read.js');
    const { status, output } = spawnSync(process.execPath, ['--require', cost, command], {
      stdio: [stdin, stdout, 'inherit', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0 || (lines !== '' && statSync(answers).size === 0))
      throw new Error(`${command} ended with status ${String(status)}`);
    const { user, system } = JSON.parse(output[3] ?? '') as NodeJS.CpuUsage;
    return (user + system) / 1e6;
  } finally {
    closeSync(stdin);
    closeSync(stdout);
  }
}

/** Sentences the whole `read` command reads in a second of CPU time, its start included and not: one a line, and whole messages. */
export function measureReadCommand(world: World, folder: string, figures: Figures): void {
  const messages = inputsOf(world);
  const sentences = messages.flatMap((input) =>
    readText(input).sentences.map(({ text }) => ({ ...input, text })),
  );
  const start = commandSeconds(folder, '');
  figures.add('reading, start of the command', start, 'CPU s');
  for (const [name, inputs] of [
    ['one sentence a line', sentences],
    ['whole messages', messages],
  ] as const) {
    const rounds = Math.ceil(HANDED / sentences.length);
    const lines = inputs.map((input, i) => lineOf(input, i)).join('');
    const spent = commandSeconds(folder, lines.repeat(rounds));
    const count = rounds * sentences.length;
    const what = `reading, whole command, ${name} (${count} sentences)`;
    figures.add(`${what}, start included`, count / spent, 'sentences/CPU s');
    figures.add(`${what}, start not included`, count / (spent - start), 'sentences/CPU s');
  }
}
