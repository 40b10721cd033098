import { expect, test } from 'vitest';
import { postFromGraph } from '../../shared/handoff/graphChannel';
import { GraphChatMessage } from '../../shared/handoff/graphShape';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, hour, NORA, OTTO } from '../../tests/support/mail';

/** What is written in a team's channel, through the engine: put to those it names, else to nobody in particular. */

const FRAME = { teamId: 't1', team: 'Plant', channelId: '19:line@thread.tacv2', name: 'Line 2' };
const PEOPLE = new Map([NORA, BRAM, OTTO].map((person) => [person.address, person]));

interface Line {
  from: Person;
  at: number;
  html: string;
  mentions?: { name: string; person?: Person }[];
}

/** A post and its answers, as Graph gives them. */
function thread(root: string, lines: readonly Line[]) {
  const messages = lines.map((line, n) =>
    GraphChatMessage.parse({
      id: n === 0 ? root : `${root}${String(n)}`,
      replyToId: n === 0 ? null : root,
      messageType: 'message',
      createdDateTime: hour(line.at),
      from: { user: { id: line.from.address, displayName: line.from.name } },
      body: { contentType: 'html', content: line.html },
      mentions: (line.mentions ?? []).map(({ name, person }, id) => ({
        id,
        mentionText: name,
        mentioned: person
          ? { user: { id: person.address, displayName: person.name } }
          : { conversation: { id: FRAME.channelId, displayName: name } },
      })),
    }),
  );
  return postFromGraph(FRAME, root, messages, PEOPLE);
}

test('a post that names somebody is put to them', () => {
  const run = running(40);
  run.take(
    ...thread('1', [
      {
        from: NORA,
        at: 1,
        html: '<p><at id="0">Bram</at> can you send me the torque list by Friday?</p>',
        mentions: [{ name: 'Bram', person: BRAM }],
      },
    ]),
  );
  const held = run.of('torque list');
  expect(held.taker).toEqual(BRAM);
  expect(held.observed).toBe(false);
  // What concerns one hand goes to that hand, and not before a whole team.
  expect(held.catch).toMatchObject({ channel: 'mail', to: [BRAM], inReplyTo: null });
});

test('what is asked of the person there is answered there', () => {
  const run = running(40);
  const ask = {
    ...{ from: BRAM, at: 1, mentions: [{ name: 'Nora', person: NORA }] },
    html: '<p><at id="0">Nora</at> can you send me the torque list by Friday?</p>',
  };
  const [first] = thread('6', [ask]);
  run.take(...(first ? [first] : []));
  const held = run.of('torque list');
  expect(held.taker).toEqual(NORA);
  expect(held.catch).toMatchObject({
    ...{ channel: 'channel', place: 'Plant / Line 2', to: [BRAM], subject: '' },
    inReplyTo: { kind: 'chat', id: `${first?.chatId ?? ''}/6` },
  });
  expect(held.catch?.body).not.toContain('“');
});

test('a post to the whole channel is nobody’s in particular, until somebody takes it', () => {
  const run = running(40);
  const post: Line = {
    from: NORA,
    at: 1,
    html: '<p><at id="0">Line 2</at> Can someone update the price list by Thursday?</p>',
    mentions: [{ name: 'Line 2' }],
  };
  run.take(...thread('2', [post]));
  const asked = run.of('price list');
  expect(asked.taker).toBeNull();
  expect(asked.turn).toBe('nobody');
  // Nobody there can be appointed by guessing.
  expect(asked.catch?.to ?? []).toEqual([]);
  run.take(...thread('2', [post, { from: OTTO, at: 3, html: "<p>I'll take the price list.</p>" }]));
  const taken = run.of('update the price list');
  expect(taken.rung).toBe(5);
  expect(taken.taker).toEqual(OTTO);
});

test('a word to everybody that looks for no hand is a notice', () => {
  const run = running(40);
  run.take(
    ...thread('3', [{ from: BRAM, at: 1, html: '<p>Please park behind the hall this week.</p>' }]),
  );
  expect(run.held()).toEqual([]);
});

test('an answer is put to the one it answers', () => {
  const run = running(40);
  run.take(
    ...thread('4', [
      { from: NORA, at: 1, html: '<p>The new labels came in today.</p>' },
      { from: BRAM, at: 2, html: '<p>Can you send me two boxes of them tomorrow?</p>' },
    ]),
  );
  expect(run.of('two boxes').taker).toEqual(NORA);
});
