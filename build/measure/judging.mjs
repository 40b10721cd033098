// Judges what the holder makes of a labelled conversation: which works it holds, and what each message does to them.

export function judging({ sameWords, outcomeOf, isSame }, show = null) {
  const counts = {};
  const count = (name) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const lines = [];
  const shown = (kind, line) => {
    if (show === kind) lines.push(line());
  };
  const confusion = {};

  /** Which handoff is which labelled work: opened by the same message, in the same words. */
  function matched(thread, handoffs) {
    const taken = new Set();
    return new Map(
      thread.works.map((work) => {
        const fits = (h) => h.opened === work.in && sameWords(h.opening.quote, work.quote);
        const handoff = handoffs.find((h) => !taken.has(h) && fits(h));
        if (handoff) taken.add(handoff);
        return [work, { handoff, joined: !handoff && handoffs.some(fits) }];
      }),
    );
  }

  function judgeHolding(where, thread, { handoffs, acts }, matches) {
    for (const [work, { handoff, joined }] of matches) {
      count('works');
      const { text } = thread.messages.find((m) => m.n === work.in);
      if (!handoff) {
        const near = acts.get(work.in).filter((a) => sameWords(a.quote, work.quote));
        const why = joined ? 'held with another' : near.length > 0 ? 'read, not held' : 'not read';
        count(`missed: ${why}`);
        const read = near.map((a) => `${a.kind} ${a.confidence.toFixed(2)}`).join(', ');
        const held = handoffs.filter((h) => h.opened === work.in).map((h) => h.opening.quote);
        shown(
          'missed',
          () =>
            `${where} ${work.kind} ${work.giver}>${work.taker} ${why} ${read} | ${work.quote} | IN ${flat(text)} | HELD ${held.join(' ## ')}`,
        );
        continue;
      }
      count('held');
      const { giver, taker } = handoff.opening;
      const want = [thread.people[work.giver], thread.people[work.taker] ?? 'nobody'].join(' > ');
      const got = [giver.name, taker?.name ?? 'nobody'].join(' > ');
      if (want !== got) count('held of other hands');
      if (want !== got)
        shown('hands', () => `${where} want ${want} got ${got} | ${work.quote} | IN ${flat(text)}`);
    }
    const held = new Set([...matches.values()].map((m) => m.handoff));
    for (const handoff of handoffs) {
      if (held.has(handoff)) continue;
      const move = thread.moves.find(
        (v) => v.n === handoff.opened && sameWords(v.quote, handoff.opening.quote),
      );
      count(move ? 'held beside what it moves' : 'false');
      shown(
        'false',
        () =>
          `${where}#${handoff.opened} ${handoff.opening.act} ${handoff.opening.confidence.toFixed(2)} ${move ? `(${move.outcome} of ${move.w}) ` : ''}| ${handoff.opening.quote} | IN ${flat(thread.messages.find((m) => m.n === handoff.opened)?.text ?? '')}`,
      );
    }
  }

  function judgeMoves(where, thread, matches) {
    for (const [work, { handoff }] of matches) {
      if (!handoff) continue;
      for (const message of thread.messages) {
        if (message.n <= work.in) continue;
        const label =
          thread.moves.find((v) => v.n === message.n && v.w === work.w)?.outcome ?? 'none';
        const facts = handoff.evidence.get(message.n) ?? [];
        const got = outcomeOf(facts);
        const want = label === 'settled' ? 'done' : label;
        const side =
          message.by === work.taker ? 'taker' : message.by === work.giver ? 'giver' : 'other';
        count('pairs');
        if (isSame(want, got)) count('pairs right');
        else if (got === 'done' || got === 'withdrawn') count('closed wrongly');
        else if (want === 'done' || want === 'withdrawn') count('left open wrongly');
        const row = (confusion[`${side}: ${want}`] ??= {});
        row[got] = (row[got] ?? 0) + 1;
        if (!isSame(want, got) && (show === 'moves' || show === `${want}>${got}`))
          lines.push(
            `${where}#${message.n} ${side} want ${want} got ${got} | ASK ${work.quote} | SAID ${flat(message.text)} | ${facts.map((e) => `${e.kind}: ${e.quote} (${e.link.reason})`).join('; ')}`,
          );
        // What follows a closing says nothing of a work that is over.
        if ([want, got].some((o) => o === 'done' || o === 'withdrawn')) break;
      }
    }
  }

  const flat = (text) => text.replace(/\n+/g, ' / ').slice(0, 600);

  return {
    /** Takes in one conversation and what was found of it (`read` of build/train/threads.ts). */
    take(where, thread, found) {
      const matches = matched(thread, found.handoffs);
      judgeHolding(where, thread, found, matches);
      judgeMoves(where, thread, matches);
    },
    told() {
      for (const line of lines) console.log(line);
      const of = (name) => counts[name] ?? 0;
      const share = (part, whole) => (part / (whole || 1)).toFixed(3);
      console.log(
        `held ${of('held')} of ${of('works')} works: R ${share(of('held'), of('works'))}, P ${share(of('held'), of('held') + of('false'))} (${share(of('held'), of('held') + of('false') + of('held beside what it moves'))} with what only moves another)`,
      );
      console.log(
        `moves right ${of('pairs right')} of ${of('pairs')}: ${share(of('pairs right'), of('pairs'))}; closed wrongly ${of('closed wrongly')}, left open wrongly ${of('left open wrongly')}`,
      );
      console.log(JSON.stringify(counts));
      for (const key of Object.keys(confusion).sort())
        console.log(`  ${key.padEnd(22)} ${JSON.stringify(confusion[key])}`);
    },
  };
}
