import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { answerLine, Meetings, MOST_WAITING, personOf, readLines } from './readLines';

interface Answer {
  id: unknown;
  error?: string;
  acts?: {
    kind: string;
    confidence: number;
    quote: string;
    start: number;
    addressee?: unknown;
    actor?: unknown;
  }[];
}

async function answers(input: (string | Buffer)[]): Promise<Answer[]> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await readLines(Readable.from(input), output);
  return Buffer.concat(chunks)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

test('answers every line in order; a bad line is answered with its error and stops nothing', async () => {
  const lines = [
    {
      id: 'a',
      text: 'Could you send the map?',
      from: 'Olga <Olga@fir.example>',
      to: ['bo@fir.example'],
    },
    'nonsense',
    { id: 7, from: 'x' },
    { id: 'b', text: '', channel: 'chat' },
    { id: null, text: 'Done.', to: null, cc: 'Ida Moe' },
  ].map((l) => (typeof l === 'string' ? l : JSON.stringify(l)));
  const [a, bad, seven, b, last, ...more] = await answers([lines.join('\n') + '\n\n']);
  expect(more).toEqual([]);
  expect(a).toMatchObject({
    id: 'a',
    acts: [
      {
        kind: 'request',
        quote: 'Could you send the map?',
        start: 0,
        actor: { name: 'Olga', address: 'olga@fir.example' },
        addressee: { name: '', address: 'bo@fir.example' },
      },
    ],
  });
  expect(bad).toMatchObject({ id: null });
  expect(bad?.error).toContain('JSON');
  expect(seven).toMatchObject({ id: 7 });
  expect(seven?.error).toContain('text');
  expect(b).toEqual({ id: 'b', acts: [] });
  expect(last).toMatchObject({ id: null, acts: [{ kind: 'completion' }] });
});

test('lines and letters cut in the middle of a chunk are put together; U+2028 ends no line', async () => {
  const line = Buffer.from(
    JSON.stringify({ id: 1, text: 'Grüße\u2028Könntest du es bitte schicken?' }),
  );
  const cut = line.indexOf(0xc3) + 1;
  const [only, ...more] = await answers([line.subarray(0, cut), line.subarray(cut)]);
  expect(more).toEqual([]);
  expect(only?.id).toBe(1);
  expect(only?.acts?.[0]?.quote).toContain('Könntest');
});

test('who spoke before in a meeting can be called by name', () => {
  const meetings = new Meetings();
  const say = (from: string, text: string): Answer =>
    JSON.parse(
      answerLine(
        JSON.stringify({ id: 1, text, from, channel: 'meeting', meeting: 'm1' }),
        meetings,
      ).text(),
    ) as Answer;
  say('Ida Moe <ida@fir.example>', 'Morning.');
  const { acts } = say('Olga Holm', 'Ida, can you send the map?');
  expect(acts?.[0]?.addressee).toEqual({ name: 'Ida Moe', address: 'ida@fir.example' });
});

test('utterances of a meeting wait for those after them and still come in order, the last ones too', async () => {
  const lines = Array.from({ length: 30 }, (_, i) =>
    JSON.stringify(
      i % 5 === 4
        ? { id: i, text: 'Could you send the map?' }
        : {
            id: i,
            text: `So that is point ${String(i)}.`,
            from: 'A',
            channel: 'meeting',
            meeting: 'm',
          },
    ),
  );
  const all = await answers([`${lines.join('\n')}\n`]);
  expect(all.map((a) => a.id)).toEqual(lines.map((_, i) => i));
});

const small = (meeting: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) =>
    JSON.stringify({
      id: `${meeting}${String(i)}`,
      text:
        i === n - 6 ? 'The Industrial Designer will be working on the working design.' : 'Okay.',
      from: i % 3 === 0 ? 'A' : 'B',
      channel: 'meeting',
      meeting,
    }),
  );

test('a meeting is judged whole, whether it comes alone or mixed with another', async () => {
  const [one, two] = [small('x', 120), small('y', 120)];
  const sure = (all: Answer[], id: string): number =>
    all.find((a) => a.id === id)?.acts?.[0]?.confidence ?? 0;
  const apart = await answers([[...one, ...two].join('\n')]);
  const mixed = await answers([one.flatMap((line, i) => [line, two[i] ?? '']).join('\n')]);
  expect(sure(apart, 'x114')).toBeGreaterThan(0.1);
  expect(sure(mixed, 'x114')).toBe(sure(apart, 'x114'));
  expect(sure(mixed, 'y114')).toBe(sure(apart, 'y114'));
});

test('a meeting is answered once it is over, not at the end of the stream', async () => {
  const output = new PassThrough();
  const seen: string[] = [];
  output.on('data', (chunk: Buffer) => seen.push(chunk.toString('utf8')));
  const input = new PassThrough();
  const reading = readLines(input, output);
  input.write(`${small('x', 100).join('\n')}\n`);
  input.write(`${small('y', 70).join('\n')}\n`);
  await vi.waitFor(() => {
    expect(seen.join('').split('\n').length - 1).toBe(100);
  });
  input.end();
  await reading;
  expect(seen.join('').trimEnd().split('\n')).toHaveLength(170);
});

test('a meeting without an end is answered in parts', async () => {
  const lines = Array.from({ length: MOST_WAITING + 5 }, (_, id) =>
    JSON.stringify({ id, text: 'Okay.', from: 'A', channel: 'meeting', meeting: 'm' }),
  );
  const all = await answers([lines.join('\n')]);
  expect(all.map((a) => a.id)).toEqual(lines.map((_, i) => i));
}, 60_000);

test('a reader that leaves early ends the reading quietly', async () => {
  const output = new PassThrough({ highWaterMark: 1 });
  const endless = Readable.from(
    (function* () {
      for (let i = 0; i < 1e6; i++) yield `${JSON.stringify({ id: i, text: 'Done.' })}\n`;
    })(),
  );
  output.once('data', () => {
    output.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
  });
  await expect(readLines(endless, output)).resolves.toBeUndefined();
});

test.each([
  ['Ana Brandt <Ana@Yew.example>', { name: 'Ana Brandt', address: 'ana@yew.example' }],
  ['"Brandt, Ana" <ana@yew.example>', { name: 'Brandt, Ana', address: 'ana@yew.example' }],
  ['<ana@yew.example>', { name: '', address: 'ana@yew.example' }],
  ['ANA@yew.example', { name: '', address: 'ana@yew.example' }],
  ['Ana Brandt', { name: 'Ana Brandt', address: '' }],
])('person %s', (text, person) => {
  expect(personOf(text)).toEqual(person);
});

test.each<[object, string]>([
  [{ text: 3 }, 'text:'],
  [{ text: 'Done.', from: 4 }, 'from:'],
  [{ text: 'Done.', to: ['a', null] }, 'to'],
  [{ text: 'Done.', cc: { a: 1 } }, 'cc:'],
  [{ text: 'Done.', channel: 'letter' }, 'channel:'],
  [{ text: 'Done.', sentAt: 20260310 }, 'sentAt:'],
  [[], 'line:'],
])('a line that is not as it should be names the field: %j', (line, where) => {
  const answer = JSON.parse(answerLine(JSON.stringify(line), new Meetings()).text()) as Answer;
  expect(answer.error?.startsWith(where)).toBe(true);
  expect(answer.acts).toBeUndefined();
});

test('whoever hands in one line at a time gets its answer before the next', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const read = readLines(input, output);
  for (const id of [1, 2, 3]) {
    input.write(`${JSON.stringify({ id, text: 'Done.' })}\n`);
    const [chunk] = (await once(output, 'data')) as [Buffer];
    expect(JSON.parse(chunk.toString('utf8'))).toMatchObject({ id });
  }
  input.end();
  await read;
});

const line = (id: unknown, text: string): string => JSON.stringify({ id, text });
const ASK = 'Could you send the map?';

test('UTF-16 in either order, a mark before UTF-8, and lines ended as Windows ends them', async () => {
  const lines = `${line('ä', ASK)}\r\n${line(2, ASK)}`;
  const little = Buffer.from(`\ufeff${lines}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const input of [
    [little],
    [big],
    [little.subarray(0, 1), little.subarray(1, 7), little.subarray(7)],
    [Buffer.from(`\ufeff${lines}`)],
    [`${lines}\r\n`],
  ]) {
    const all = await answers(input);
    expect(all.map((a) => [a.id, a.acts?.length])).toEqual([
      ['ä', 1],
      [2, 1],
    ]);
  }
});

test('bytes that are no UTF-8, NUL and halves of pairs are read as they stand', async () => {
  const torn = Buffer.concat([
    Buffer.from(`{"id":1,"text":"Caf`),
    Buffer.from([0xe9, 0xff, 0xc3]),
    Buffer.from(`. ${ASK}"}\n`),
  ]);
  const odd = `${line(2, `\u0000 ${ASK}`)}\n${line(3, `\ud83d. ${ASK} \udc00`)}\n{"id":4,"text":"\u0000"}`;
  const [one, two, three, four] = await answers([torn, odd]);
  expect([one, two, three].map((a) => a?.acts?.[0]?.kind)).toEqual(Array(3).fill('request'));
  expect(four?.error).toContain('JSON');
});

test('what is JSON but no line of input is answered with its error', async () => {
  const bad = ['[]', '7', 'null', '"text"', '{}', '[{"text":"Send it."}]'];
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const nested = `{"id":"n","text":"Done.","more":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
  const all = await answers([[...bad, deep, nested, line('last', ASK)].join('\n')]);
  expect(all).toHaveLength(bad.length + 3);
  for (const { error } of all.slice(0, bad.length + 1)) expect(error).toMatch(/\w/);
  expect(all.slice(-2).map((a) => a.id)).toEqual(['n', 'last']);
});

test('an id comes back as it was given, whatever it is', async () => {
  const ids = ['', 'é"\\\n', 0, -1.5, 1e21, true, false, [1, 'a'], { b: { c: null } }];
  const all = await answers([ids.map((id) => line(id, ASK)).join('\n')]);
  expect(all.map((a) => a.id)).toEqual(ids);
});

test('nothing in gives nothing out', async () => {
  for (const input of [[], [''], ['\n\n \r\n'], [Buffer.alloc(0)]]) {
    const output = new PassThrough();
    await readLines(Readable.from(input as string[]), output);
    expect(output.read()).toBeNull();
  }
});

test('a line of 20 MB and 100,000 short ones are all answered', { timeout: 120_000 }, async () => {
  const long = line('long', `${ASK} ${'word '.repeat(4_000_000)}`);
  const short = Array.from({ length: 100_000 }, (_, i) => `{"id":${String(i)},"text":"ok"}\n`);
  const all = await answers([`${long}\n`, short.join('')]);
  expect(all).toHaveLength(100_001);
  expect(all[0]?.acts?.[0]?.quote).toContain('send the map');
  expect(all.at(-1)?.id).toBe(99_999);
});

test.each([
  ' ',
  ',',
  ', ',
  'please ',
  '> a\n',
  '> > ',
  '1',
  '1. a\n',
  'http://a.b/c ',
  '- ',
  '-',
  '.',
  '... ',
  '?',
  '"“',
  '(',
  ') ',
  'a',
  'Aa, ',
  '@A ',
  '😀',
  'é',
  '\n',
  '\t',
  '| a | b |\n',
  'if you ',
  'not ',
  'by friday ',
  'and i ',
  'From: a\n',
  "n't ",
  '_',
  ': ',
  '\r\n',
  'so, ',
  'Hi Ben, ',
])('a text of nothing but %j takes no time in its square', { timeout: 120_000 }, async (part) => {
  const timed = async (size: number): Promise<number> => {
    const text = part.repeat(Math.ceil(size / part.length));
    const from = process.cpuUsage();
    const [one] = await answers([line(1, text)]);
    const { user, system } = process.cpuUsage(from);
    expect(one?.error).toBeUndefined();
    return (user + system) / 1000;
  };
  await timed(1000);
  const few = await timed(12_500);
  // Sixteen times as much in its square would take two hundred times as long.
  expect(await timed(200_000)).toBeLessThan(80 * Math.max(few, 20));
});
