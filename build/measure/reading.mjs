// Measures the reader on labelled data that nobody here wrote.
// usage: node build/measure/reading.mjs [mail] [dates] [meetings] [hand] [speed] [--part train] [--errors]
import { load, meetingsOf, needData, rows, score, shown, windowsOf } from '../train/common.mjs';
import { hand } from './hand.mjs';

needData();
const args = process.argv.slice(2);
const part = args.includes('--part') ? args[args.indexOf('--part') + 1] : 'dev';
const errors = args.includes('--errors');
const wanted = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--part');
const asked = (name) => wanted.length === 0 || wanted.includes(name);
const reader = await load('build/train/study.ts');
const { readText, study, Listening } = reader;
const HELD = 0.5;
const most = (acts, kinds) =>
  acts.reduce((m, a) => (kinds.includes(a.kind) ? Math.max(m, a.confidence) : m), 0);

function mail() {
  const sets = [
    ['parakweet', rows(`parakweet_email_intent/${part}.jsonl`)],
    [
      'bc3, unquoted',
      rows(`bc3_email_acts/${part}.jsonl`)
        .filter((r) => !r.quoted && !r.dup_in_train)
        .map((r) => ({ ...r, y: r.label === 'request' ? 1 : 0 })),
    ],
  ];
  for (const [name, list] of sets) {
    const truth = list.map((r) => r.y);
    const acts = list.map((r) => readText({ text: r.text, channel: 'mail' }).acts);
    const request = acts.map((a) => most(a, ['request']));
    const asking = acts.map((a) => most(a, ['request', 'question']));
    const seen = list.map((r) => study(r.text));
    const rules = seen.map((s) => Math.max(0, ...s.map((x) => x.rules)));
    const table = seen.map((s) => Math.max(-9, ...s.map((x) => x.table)));
    console.log(`${name} ${part}, ${list.length} texts, ${truth.filter(Boolean).length} positive`);
    const line = (what, held) => console.log(`  ${what.padEnd(34)} ${shown(score(held, truth))}`);
    line(
      'rules alone',
      rules.map((p) => p >= HELD),
    );
    line(
      'learned table alone',
      table.map((z) => z >= 0),
    );
    line(
      'reader: request held',
      request.map((p) => p >= HELD),
    );
    line(
      'reader: request or question held',
      asking.map((p) => p >= HELD),
    );
    console.log('  confidence   texts   asked');
    for (let low = 0; low < 1; low += 0.1) {
      const inside = asking.flatMap((p, i) =>
        p >= low && p < low + 0.1 + (low > 0.89 ? 0.1 : 0) ? [truth[i]] : [],
      );
      if (inside.length === 0) continue;
      const share = inside.reduce((s, y) => s + y, 0) / inside.length;
      console.log(
        `  ${low.toFixed(1)}-${(low + 0.1).toFixed(1)}  ${String(inside.length).padStart(8)}   ${share.toFixed(2)}`,
      );
    }
    if (!errors) continue;
    const worst = list
      .map((r, i) => ({ text: r.text, y: r.y, p: asking[i] }))
      .sort((a, b) => Math.abs(b.p - b.y) - Math.abs(a.p - a.y));
    for (const { text, y, p } of worst.slice(0, 40))
      console.log(`    ${y ? 'missed' : 'wrong '} ${p.toFixed(2)} ${text.slice(0, 160)}`);
  }
}

/** Single dates put where a deadline stands: is the day right? The future reading where several are given. */
function dates() {
  const counts = {};
  for (const row of rows(`datetime_recognizers/${part}.jsonl`)) {
    if (row.src !== 'DateTimeModel' || row.entities.length !== 1) continue;
    const [entity] = row.entities;
    const type = /^datetimeV2\.(date|datetime)$/.exec(entity.type)?.[1];
    const days = (entity.values ?? []).map((v) => v.value ?? '').filter((v) => /^\d{4}-/.test(v));
    const want = days
      .map((v) => v.slice(0, 10))
      .sort()
      .at(-1);
    if (!type || !want) continue;
    const words = row.text.slice(entity.start, entity.end + 1);
    const { acts } = readText({
      text: `Please send it to me by ${words}.`,
      channel: 'mail',
      sentAt: row.reference,
    });
    const got = acts
      .map((a) => a.due?.at)
      .find(Boolean)
      ?.slice(0, 10);
    const kind = want < row.reference.slice(0, 10) ? 'long past' : `${type} still to come`;
    const count = (counts[kind] ??= { right: 0, wrong: 0, none: 0 });
    count[got === want ? 'right' : got ? 'wrong' : 'none']++;
    if (errors && got !== want && kind !== 'long past')
      console.log(`    ${row.reference.slice(0, 10)} ${words}: wanted ${want}, got ${got}`);
  }
  for (const [kind, { right, wrong, none }] of Object.entries(counts)) {
    const all = right + wrong + none;
    console.log(
      `dates ${part}, ${kind}: ${right} of ${all} (${((100 * right) / all).toFixed(1)}%), wrong ${wrong}, none ${none}`,
    );
  }
}

function meetings() {
  const files = part === 'dev' ? ['dev'] : ['train-ES', 'train-IS', 'train-TS'];
  const list = files.flatMap((name) => meetingsOf(rows(`ami_meetings/${name}.jsonl`)));
  const gold = new Map(rows(`ami_meetings/${part}.summaries.jsonl`).map((s) => [s.meeting, s]));
  const heard = list.map((meeting) => {
    const listening = new Listening();
    const answers = meeting.map(({ text, speaker }) => {
      const from = { name: speaker, address: '' };
      return listening.hear(text, from, readText({ text, channel: 'meeting', from }).acts);
    });
    return answers.map((a) => a.acts());
  });
  const rules = list.map((m) => m.map(({ text }) => readText({ text, channel: 'meeting' }).acts));
  for (const [name, acts] of [
    ['rules alone', rules],
    ['reader', heard],
  ])
    for (const [label, kinds, key, items] of [
      ['action', ['request', 'commitment'], 'is_action', 'actions'],
      ['decision', ['decision'], 'is_decision', 'decisions'],
    ]) {
      const [held, truth, told] = [[], [], []];
      let [found, wanted, good, picks] = [0, 0, 0, 0];
      list.forEach((meeting, m) => {
        if (!meeting.some((r) => r[key])) return;
        const scores = acts[m].map((a) => most(a, kinds));
        held.push(...scores.map((p) => p >= HELD));
        truth.push(...meeting.map((r) => r[key]));
        meeting.forEach(({ text, meeting: of, n }, i) => {
          const near = [-3, -2, -1, 0, 1, 2, 3].some((d) => meeting[i + d]?.[key]);
          told.push({ p: scores[i], y: meeting[i][key], near, text, where: `${of} ${String(n)}` });
        });
        const at = new Map(meeting.map((r, i) => [r.id, i]));
        const listed = gold.get(meeting[0].meeting)[items];
        const evidence = listed
          .map((x) => x.evidence.flatMap((id) => at.get(id) ?? []))
          .filter((x) => x.length > 0);
        const chosen = windowsOf(scores);
        const near = (e) => chosen.some((p) => Math.abs(p - e) <= 3);
        wanted += evidence.length;
        found += evidence.filter((x) => x.some(near)).length;
        picks += chosen.length;
        good += chosen.filter((p) => evidence.flat().some((e) => Math.abs(p - e) <= 3)).length;
      });
      console.log(
        `ami ${part}, ${label}, ${name}: items ${found} of ${wanted} (${(found / wanted).toFixed(3)}) in ten windows, window precision ${(good / (picks || 1)).toFixed(3)}; utterances held ${shown(score(held, truth))}`,
      );
      if (name !== 'reader') continue;
      console.log('  confidence   utterances   within three of a marked one');
      const edges = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
      edges.slice(1).forEach((high, k) => {
        const inside = told.filter(({ p }) => p >= edges[k] && p < high);
        if (inside.length === 0) return;
        const share = inside.filter((x) => x.near).length / inside.length;
        console.log(
          `  ${edges[k].toFixed(2)}-${Math.min(1, high).toFixed(2)}  ${String(inside.length).padStart(10)}   ${share.toFixed(2)}`,
        );
      });
      if (!errors) continue;
      const worst = (of, order) =>
        of
          .sort((a, b) => order * (a.p - b.p))
          .slice(0, 20)
          .forEach(({ p, y, near, text, where }) => {
            const what = y ? 'missed' : near ? 'beside' : 'wrong ';
            console.log(`    ${what} ${p.toFixed(3)} ${where} ${text.slice(0, 140)}`);
          });
      worst(
        told.filter((x) => !x.y),
        -1,
      );
      worst(
        told.filter((x) => x.y),
        1,
      );
    }
}

/** Sentences a second of the whole reading, warm, one core. */
function speed() {
  const texts = rows(`parakweet_email_intent/${part}.jsonl`).map((r) => r.text);
  const round = () => {
    let sentences = 0;
    for (const text of texts)
      sentences += readText({
        text,
        channel: 'mail',
        sentAt: '2026-03-10T09:00:00+01:00',
        timeZone: 'Europe/Stockholm',
        from: { name: 'Ana Brandt', address: 'ana@yew.example' },
        to: [{ name: 'Bo Lind', address: 'bo@yew.example' }],
      }).sentences.length;
    return sentences;
  };
  for (let i = 0; i < 5; i++) round();
  const start = process.cpuUsage().user + process.cpuUsage().system;
  let sentences = 0;
  for (let i = 0; i < 8; i++) sentences += round();
  const used = (process.cpuUsage().user + process.cpuUsage().system - start) / 1e6;
  console.log(`speed: ${Math.round(sentences / used)} sentences a CPU second`);
}

if (asked('mail')) mail();
if (asked('dates')) dates();
if (asked('meetings')) meetings();
if (asked('speed')) speed();
// Last, for it puts left-out tables in place of the committed ones.
if (asked('hand')) hand(reader, errors);
