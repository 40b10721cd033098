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

/** The `read` command from its start to its end, file in and file out; it stands beside this one in the bundle. */
export function measureReadCommand(world: World, folder: string, figures: Figures): void {
  const inputs = inputsOf(world);
  const each = readAll(inputs);
  const rounds = Math.ceil(HANDED / each);
  const file = join(folder, 'lines.jsonl');
  const once = inputs.map((input, i) => lineOf(input, i)).join('');
  writeFileSync(file, once.repeat(rounds));
  const [stdin, stdout] = [openSync(file, 'r'), openSync(join(folder, 'answers.jsonl'), 'w')];
  try {
    const command = join(dirname(process.argv[1] ?? ''), 'read.js');
    const { ms, value } = timed(() =>
      spawnSync(process.execPath, [command], { stdio: [stdin, stdout, 'inherit'] }),
    );
    if (value.status !== 0 || statSync(join(folder, 'answers.jsonl')).size === 0)
      throw new Error(`${command} ended with status ${String(value.status)}`);
    const name = `reading, whole command (${rounds * inputs.length} lines, start included)`;
    figures.add(name, (rounds * each) / (ms / 1000), 'sentences/s');
  } finally {
    closeSync(stdin);
    closeSync(stdout);
  }
}
