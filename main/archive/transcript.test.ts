import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { knownPeople, speakerResolver } from './people';
import { meetingFromVtt } from './transcript';
import { clockText, parseVtt } from './vtt';

function cuesOf(content: string) {
  const said: string[] = [];
  const { cues } = parseVtt(content, (where, what) => said.push(`${where}: ${what}`));
  return { cues, said };
}

test('cues as Teams writes them: unpadded, negative, classed, on several lines, escaped, repeated', () => {
  const { cues, said } = cuesOf(
    [
      '\uFEFFWEBVTT',
      '',
      'b9a1/3-0',
      '0:0:-4.120 --> 0:0:9.870',
      '<v Jonas Weil>Kiln four is &quot;yours&quot;',
      'from tomorrow, <i>Mira</i> &amp; co &#8211; ok.</v>',
      '',
      '0:0:9.870 --> 0:0:11.2',
      '<v.loud.first Mira Okonjo>Got it.',
      '',
      '1:02:03,500 --> 1:02:04,000',
      '<v Mira Okonjo>Got it.</v>',
      '',
      '01:05.000 --> 01:06.000 align:start',
      '<v Jonas Weil>Good.</v>',
      '<v Mira Okonjo>Bye.</v>',
    ].join('\r\n'),
  );
  expect(said).toEqual([]);
  expect(cues.map(({ t, time, speaker, text }) => [t, time, speaker, text])).toEqual([
    [-4.12, '-00:00:04', 'Jonas Weil', 'Kiln four is "yours" from tomorrow, Mira & co – ok.'],
    [9.87, '00:00:09', 'Mira Okonjo', 'Got it.'],
    [3723.5, '01:02:03', 'Mira Okonjo', 'Got it.'],
    [65, '00:01:05', 'Jonas Weil', 'Good.'],
    [65, '00:01:05', 'Mira Okonjo', 'Bye.'],
  ]);
  expect(clockText(-3.5)).toBe('-00:00:03');
});

test('a cue that cannot be timed is told and costs only itself; notes and styles are no words', () => {
  const { cues, said } = cuesOf(
    'WEBVTT\n\nNOTE made by a machine\n\nSTYLE\n::cue { color: red }\n\nsoon --> later\n<v A B>lost</v>\n\n00:01.000 --> 00:02.000\nAna Ruiz: I have it\n',
  );
  expect(said).toEqual(['line 8: cue time not readable: "soon --> later"']);
  expect(cues).toMatchObject([{ t: 1, speaker: 'Ana Ruiz', text: 'I have it' }]);
  expect(cuesOf('<html>not a transcript</html>').said).toEqual([
    'whole file: no cue with words in it',
  ]);
});

const people: Person[] = [
  { name: 'Mira Okonjo', address: 'mira.okonjo@brackwater.test' },
  { name: 'Jonas Weil', address: 'jonas.weil@brackwater.test' },
  { name: 'Ana Ruiz', address: 'ana.ruiz@brackwater.test' },
  { name: 'Ana Ruiz', address: 'ana.ruiz2@brackwater.test' },
];
const known = new Map(people.map((p) => [p.address, p]));

function resolved(names: string[], invited: Person[]) {
  return [...speakerResolver(known)(names, invited).values()].map((p) => p.address);
}
const only = (address: string): Person => ({ name: '', address });

test('speakers are resolved by name where one person fits, and left open where two do', () => {
  expect(resolved(['Okonjo, Mira (Guest)', 'jonas  weil'], people)).toEqual([
    'mira.okonjo@brackwater.test',
    'jonas.weil@brackwater.test',
  ]);
  expect(resolved(['Ana Ruiz', 'Ana'], people)).toEqual(['', '']);
  expect(resolved(['Mira'], people)).toEqual(['mira.okonjo@brackwater.test']);
  // Not invited, but the archive knows one of that name.
  expect(resolved(['Mira Okonjo'], [])).toEqual(['mira.okonjo@brackwater.test']);
  expect(resolved(['Conference Room 4', ''], people)).toEqual(['', '']);
});

test.each([
  ['Wendy Achter', 'wendy@out.test'],
  ['Wendy Achter', 'wachter@out.test'],
  ['Wendy Achter', 'w.achter@out.test'],
  ['Phil Ossian', 'philip.ossian@out.test'],
  ['Léa Noël', 'lea.noel@out.test'],
])('"%s" may be %s, when nobody invited fits as well', (name, address) => {
  expect(resolved([name], [only(address), ...people])).toEqual([address]);
  expect(resolved([name], [only(address), only(address.replace('@', '@other.'))])).toEqual(['']);
});

test('an address is not shared by two names, nor taken from the person it is known to be', () => {
  expect(resolved(['Marek Wolny', 'Marek Cis'], [only('marek@out.test')])).toEqual(['', '']);
  expect(
    resolved(['Phil', 'Phil Ossian'], [only('p.ossian@out.test'), only('phil@out.test')]),
  ).toEqual(['phil@out.test', '']);
  expect(resolved(['Mira Olsen'], [{ name: 'Mira Okonjo', address: 'mira@out.test' }])).toEqual([
    '',
  ]);
});

const vtt = 'WEBVTT\n\n00:10.000 --> 00:12.000\n<v Mira Okonjo>I will send it.</v>\n';
function meeting(name: string, content: string, json: string | null) {
  const said: string[] = [];
  const made = meetingFromVtt(name, content, json, known, speakerResolver(known), (where, what) =>
    said.push(`${where}: ${what}`),
  );
  return { made, said };
}

test('the file beside a transcript gives subject, start and people', () => {
  const { made, said } = meeting(
    'standup',
    vtt,
    JSON.stringify({
      subject: 'Kiln standup',
      start: '2026-03-06T09:00:00-05:00',
      organizer: 'Jonas.Weil@brackwater.test',
      attendees: ['mira.okonjo@brackwater.test', { name: 'Guest', address: 'g@out.test' }],
    }),
  );
  expect(said).toEqual([]);
  expect(made).toEqual({
    kind: 'meeting',
    id: 'meeting:standup',
    subject: 'Kiln standup',
    startedAt: '2026-03-06T09:00:00-05:00',
    organizer: people[1],
    attendees: [people[0], { name: 'Guest', address: 'g@out.test' }],
    cues: [{ t: 10, time: '00:00:10', speaker: people[0], text: 'I will send it.' }],
  });
});

test('without a file beside it the start comes from the words, the clock or the name; else it is refused', () => {
  const start = (name: string, content: string) => meeting(name, content, null).made?.startedAt;
  expect(start('x', vtt.replace('\n\n', '\n\nNOTE recorded 2026-03-06T14:00:00Z\n\n'))).toBe(
    '2026-03-06T14:00:00+00:00',
  );
  expect(start('Kiln-20260306_140000-Meeting Recording', vtt)).toBe('2026-03-06T14:00:00+00:00');
  const clocked = JSON.stringify({
    startDateTime: '2026-03-06T14:00:10Z',
    speakerName: 'Mira Okonjo',
    spokenText: 'I will send it.',
  });
  const metadata = meeting('x', `WEBVTT\n\n0:0:10.0 --> 0:0:12.0\n${clocked}\n`, null).made;
  expect(metadata?.startedAt).toBe('2026-03-06T14:00:00.000Z');
  expect(metadata?.cues).toEqual([
    { t: 10, time: '00:00:10', speaker: people[0], text: 'I will send it.' },
  ]);
  const dayOnly = meeting('2026-03-06 Kiln', vtt, null);
  expect(dayOnly.made?.startedAt).toBe('2026-03-06T12:00:00+00:00');
  expect(dayOnly.said).toEqual([
    'whole file: only the date 2026-03-06 is known; noon UTC is assumed',
  ]);
  const none = meeting('kiln', vtt, '{ broken');
  expect(none.made).toBeNull();
  expect(none.said[0]).toMatch(/^the \.json beside it/);
  expect(none.said[1]).toMatch(/no start known/);
});

test('names are learned from the directory first, then from mail', () => {
  const found = knownPeople(
    [
      {
        id: 'u1',
        person: { name: 'Mira Okonjo', address: 'mira@b.test' },
        aliases: ['m.okonjo@b.test'],
        team: null,
        title: null,
        timeZone: null,
        workingHours: null,
      },
    ],
    [],
  );
  expect(found.get('m.okonjo@b.test')?.name).toBe('Mira Okonjo');
});
