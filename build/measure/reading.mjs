// Measures the reader on labelled data that nobody here wrote.
// usage: node build/measure/reading.mjs [mail] [dates] [meetings] [speed] [--part train] [--errors]
import { load, needData, rows, score, shown } from '../train/common.mjs';

needData();
const args = process.argv.slice(2);
const part = args.includes('--part') ? args[args.indexOf('--part') + 1] : 'dev';
const errors = args.includes('--errors');
const wanted = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--part');
const asked = (name) => wanted.length === 0 || wanted.includes(name);
const { readText, study } = await load('build/train/study.ts');
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
if (asked('speed')) speed();
