import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditArchive } from '../cli/auditJobs';
import type { AuditReport } from '../engine/audit';

/**
 * The story was written before the reader and the holder were what they are, and says in its README what is true when it
 * starts: a second opinion of them. Rows are found by the id of their source, as the README names them.
 */

const START = '2026-10-19T08:50+02:00';
let held: AuditReport['handoffs'] = [];

beforeAll(async () => {
  const { report, problems } = await auditArchive(path.join(__dirname, 'story'), null, START);
  expect(problems).toEqual([]);
  held = report.handoffs;
}, 60_000);

const of = (source: string) => held.filter((h) => h.source.id.includes(source));

/** A handoff as the README has it: its source, its ends, and what is said of it. */
function row(source: string, giver: string, taker: string | null) {
  return of(source).find(
    (h) =>
      h.giver.name.startsWith(giver) &&
      (taker === null ? h.taker === null : h.taker?.name.startsWith(taker) === true),
  );
}

describe('unreceived', () => {
  test.each([
    ['20261012084251.7393d185', 'Jette', 'Pim', '2026-10-21T12:00:00+02:00'],
    ['20261014072101.1c3b0b7d', 'Jette', 'Famke', '2026-10-20T12:00:00+02:00'],
    ['20261008093123.87cae17a', 'Jette', 'Rients', '2026-10-16'],
    ['1791965797694', 'Jette', 'Arjen', '2026-10-20'],
    ['20261014130640.a9955bba', 'Jette', null, undefined],
  ])('%s', (source, giver, taker, due) => {
    const found = row(source, giver, taker);
    expect(found).toMatchObject({ shape: 'unreceived', state: 'open', stale: true });
    expect(found?.due?.at).toBe(due);
    expect(found?.catch).toBeDefined();
    expect(found?.turn).toBe(taker === null ? 'nobody' : 'taker');
  });

  test('the cover an absence note names is the way, the read receipt is no answer', () => {
    expect(row('20261014072101', 'Jette', 'Famke')?.catch).toMatchObject({
      verb: 'route',
      to: ['diederik.pruim@gistwaard.example'],
    });
    expect(row('20261008093123', 'Jette', 'Rients')?.rung).toBe(2);
  });

  test('what bounced is with its sender again', () => {
    const [bounced] = of('20261013095204.708bb65e');
    expect(bounced).toMatchObject({ state: 'open', rung: 0, turn: 'giver', stale: true });
  });
});

describe('unpassed', () => {
  test.each([
    ['20261013122006.5b74dcd6', 'Saskia', 'Diederik'],
    ['MhJyFWSNNSdPz1IU1xG4ktT2UWk=', 'Tjalling', 'Arjen'],
  ])('%s: %s, then %s', (source, giver, taker) => {
    expect(row(source, giver, taker)).toMatchObject({
      shape: 'unpassed',
      state: 'open',
      turn: 'giver',
    });
  });
});

describe('standoff', () => {
  test.each([
    ['20260929142040.274cc14b', 'Jette', 'Annegret', ['a.lueders@thermowald.example']],
    [
      '1791808315514',
      'Fenna',
      'Hassan',
      ['fenna.zandbergen@gistwaard.example', 'hassan.belkadi@gistwaard.example'],
    ],
    [
      '20261009065842.d9d14225',
      'Diederik',
      'Saskia',
      ['diederik.pruim@gistwaard.example', 'saskia.boomgaard@gistwaard.example'],
    ],
  ])('%s: %s and %s', (source, giver, taker, to) => {
    expect(row(source, giver, taker)).toMatchObject({
      shape: 'standoff',
      turn: 'contested',
      stale: true,
      catch: { verb: 'surface', to },
    });
  });
});

describe('open', () => {
  test.each([
    ['20261015091128.2194c4a3', 'Sanne', 'Jette', true],
    ['20261015202244.23004842', 'Loretta', 'Jette', false],
    ['20261009140217.50e9a300', 'Ruben', 'Jette', false],
    ['20261008134026.99a5cb8f', 'Jette', 'Teun', true],
    ['20261012150518.8f6ab5e3', 'Jette', 'Kayla', true],
    ['20261012070412.537cee9d', 'Jette', 'Diederik', true],
    ['20261012173134.25ae441d', 'Tom', 'Jette', false],
  ])('%s: %s waits for %s', (source, giver, taker, stale) => {
    expect(row(source, giver, taker)).toMatchObject({ state: 'open', turn: 'taker', stale });
  });

  test('what was put off with consent is not late', () => {
    expect(row('20261012075043.813ec911', 'Jette', 'Yusra')).toMatchObject({
      state: 'open',
      stale: false,
    });
  });
});

describe('closed', () => {
  test.each([
    '20261013064106.fea17ba4',
    '20261006073048.cb1e5638',
    '20260928070654.ed46685a',
    '20261001181544.90a00921',
    '20261006141529.220e2496',
  ])('%s', (source) => {
    expect(of(source).length).toBeGreaterThan(0);
    expect(of(source).filter((h) => h.state === 'open')).toEqual([]);
  });
});

test.each([
  '20260929053040.617e298d@thecrumb.example',
  '20261006044542.9b58afa3@calmops.example',
  '20261015041027.e7481505@ondernemendzwolle.example',
  '20260928160203.545af023@ci.gistwaard.example',
  '20261014163359.a06d3960@ci.gistwaard.example',
  '20260930040022.856808e1@claimwise.example',
  '20261007050038.edc561ee@shieldacademy.example',
  '20261006140018.c81fe366@gistwaard.example',
  '20261015080042.da55cbaa@gistwaard.example',
  '20261012011101.d7435d21@voice-release.test',
  '20261014112049.a10f0df8@gistwaard.example',
  '20261012080544.b5199a4a@gistwaard.example',
  '20261014134031.e9dc0f84@gistwaard.example',
  '20261015075506.99a6dbc5@maisondelacour.example',
  '20261005121212.c1d11b04@vitrapan.example',
  '20261012144043.700fc2d4@gistwaard.example',
  '20261009204029.e4a424aa@gistwaard.example',
  '20261005220200.eb391c65@gistwaard.example',
  '1791897625174',
  // Told in passing or joined in, by people whose mail holds other things.
  '20261002153038.8c08a937@gistwaard.example',
  '20261005095810.ab34bdb5@gistwaard.example',
  '20261006130215.480b0786@noordstroom.example',
])('nothing is held of %s', (source) => {
  expect(of(source).filter((h) => h.state === 'open')).toEqual([]);
});
