import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** A choice that is stated as a fact and agreed to, and what only looks like one. */

type Said = [Person, string][];

function decided(lines: Said) {
  const desk = running(30);
  desk.take(talk(lines));
  return desk.held().filter((h) => h.act === 'decision' && h.state === 'open');
}

test.each<[string, Said]>([
  [
    'the bakery closes Mondays',
    [
      [BRAM, 'On Mondays we sell eleven loaves, and two of those are ours.'],
      [NORA, "Right, that's settled then: the bakery closes Mondays from February."],
      [LIEN, 'Thank God.'],
    ],
  ],
  [
    'we drop the hardback and print the paperback in May',
    [
      [BRAM, 'The shops like the cover and not the price.'],
      [LIEN, 'Nobody pays that for bees.'],
      [NORA, "Then we drop the hardback and print the paperback in May. That's settled."],
      [LIEN, 'Hallelujah.'],
      [NORA, 'Does anybody want to fight for it?'],
      [BRAM, 'Not me.'],
    ],
  ],
  [
    "we're doing the one day, and it's the Friday",
    [
      [LIEN, 'Two days of sound are eleven thousand more.'],
      [BRAM, 'For the same slides.'],
      [NORA, "Alright then, we're doing the one day, and it's the Friday."],
      [LIEN, 'One day. Good.'],
      [BRAM, 'Friday it is. Thank the Lord.'],
    ],
  ],
  [
    'Breakfast in both houses runs eight to ten',
    [
      [LIEN, 'Eight to ten, my people would be happy with that.'],
      [BRAM, 'It saves half of it.'],
      [
        NORA,
        "Okay, then that's what we're doing. Breakfast in both houses runs eight to ten from June.",
      ],
      [LIEN, 'Works for me.'],
      [BRAM, 'Works for me.'],
    ],
  ],
  [
    'We print on the recycled stock',
    [
      [NORA, 'Coated looks better, recycled sells better.'],
      [BRAM, "Okay, so we're done arguing. We print on the recycled stock."],
      [NORA, 'Fine by me.'],
    ],
  ],
  [
    'the kickoff is in Porto',
    [
      [LIEN, 'Lisbon is full in June.'],
      [BRAM, 'Good. Then the kickoff is in Porto, not Lisbon.'],
      [NORA, 'Love it.'],
    ],
  ],
  [
    'we run the grey on all twelve vans',
    [
      [NORA, 'Blue or grey for the vans?'],
      [LIEN, 'The blue shows every scratch.'],
      [NORA, "It does. So the blue's out, we run the grey on all twelve vans."],
      [BRAM, 'Grey, yes.'],
    ],
  ],
  [
    "it's Wednesdays from now on",
    [
      [NORA, 'The Friday call, nobody turns up.'],
      [LIEN, "Then it's Wednesdays from now on, and we drop the Friday call."],
      [BRAM, 'Me too, I mean, good.'],
    ],
  ],
  [
    'The winter course is called First Frost',
    [
      [NORA, 'First Frost or Snow School.'],
      [LIEN, "Then we're agreed. The winter course is called First Frost."],
      [NORA, 'First Frost.'],
    ],
  ],
  [
    "We'll take the Bookeye",
    [
      [BRAM, 'Two left. The Atiz and the Bookeye.'],
      [LIEN, 'The Atiz pinches the spines.'],
      [NORA, "Then there's nothing to argue about. We'll take the Bookeye, with the service plan."],
      [BRAM, 'Okay. Bookeye.'],
    ],
  ],
  [
    'the reps keep their own samples',
    [
      [LIEN, 'The sample cupboard is empty every Monday.'],
      [NORA, 'Alright, then from January the reps keep their own samples, no more cupboard.'],
      [LIEN, 'About time.'],
    ],
  ],
  [
    'The mooring fee is a hundred and twenty',
    [
      [LIEN, 'My dad paid ninety for the mooring.'],
      [NORA, 'So, a hundred and twenty for everybody but the creel boats. All in favour?'],
      [BRAM, 'Aye.'],
      [LIEN, 'Aye.'],
      [NORA, 'Carried. The mooring fee is a hundred and twenty from the first of May.'],
    ],
  ],
  [
    'the subs go up to twelve pounds',
    [
      [LIEN, 'We are eighty pounds short on the hall.'],
      [NORA, 'Any objections? No? Then the subs go up to twelve pounds.'],
      [LIEN, 'None from me. Fine.'],
    ],
  ],
  [
    'Mednote, then. We start with the physios in September',
    [
      [NORA, 'Carely has the nicer screens. Mednote does the reminders in Welsh.'],
      [LIEN, 'Can Mednote take deposits?'],
      [NORA, 'It can.'],
      [BRAM, "Then there isn't much to discuss."],
      [NORA, 'No. Mednote, then. We start with the physios in September.'],
      [BRAM, "Good, I'm glad that's over."],
    ],
  ],
  [
    "let's not do leaflets this time",
    [
      [LIEN, 'Two parties rang about leaflets.'],
      [NORA, "So let's not do leaflets this time, any of it, and we tell them both no."],
      [LIEN, 'Agreed.'],
    ],
  ],
  [
    'the last order is at nine',
    [
      [LIEN, 'And then the dishwasher runs till eleven.'],
      [NORA, 'Okay, new rule. From tonight the last order is at nine, no exceptions.'],
      [LIEN, 'No exceptions. I like it.'],
    ],
  ],
  [
    'No more overtime on Fridays',
    [
      [NORA, 'Three people were here till ten on Friday.'],
      [LIEN, 'It was the big order.'],
      [NORA, "It's always an order. No more overtime on Fridays, from this week."],
      [LIEN, 'Okay. Fair enough.'],
      [BRAM, 'Thank you, Nora.'],
    ],
  ],
  [
    "we're not opening on Sundays any more",
    [
      [LIEN, 'Four customers on Sunday. One of them was lost.'],
      [NORA, "Fine. Then we're not opening on Sundays any more, and we see in spring."],
      [LIEN, 'Hallelujah.'],
      [NORA, 'Good. The ovens?'],
    ],
  ],
])('stated as a fact and agreed to: %s', (quote, lines) => {
  const held = decided(lines);
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ shape: 'spoken', taker: null, catch: { verb: 'log' } });
  expect(held[0]?.quote).toContain(quote);
});

test.each<[string, Said]>([
  [
    'how much a thing can bear',
    [
      [NORA, 'For the moths it is far too bright.'],
      [LIEN, 'And the cases can take fifty lux. Fifty, that is it.'],
      [BRAM, 'Okay. Lovely.'],
      [NORA, 'Fifty, yes.'],
    ],
  ],
  [
    'somebody is ill',
    [
      [NORA, 'Where is Bram?'],
      [LIEN, "So Bram is out, the flu's going round."],
      [NORA, 'Good grief.'],
      [BRAM, 'I heard that.'],
    ],
  ],
  [
    'a bill was paid',
    [
      [NORA, 'And the claim?'],
      [LIEN, 'The claim from March is settled, they paid on Friday.'],
      [NORA, 'Good.'],
    ],
  ],
  [
    'an answer to what was asked',
    [
      [NORA, 'Which bus is it, the nine or the ten?'],
      [LIEN, "So it's the nine, stand four."],
      [NORA, 'Okay.'],
    ],
  ],
  [
    'what others do',
    [
      [BRAM, 'The ferry was late again.'],
      [LIEN, "So they stop the ferry from the second of January, and everyone's stuck."],
      [NORA, 'Right.'],
    ],
  ],
  [
    'a plan of the moment',
    [
      [NORA, 'I could eat.'],
      [LIEN, 'Then we stop for lunch in Leeds.'],
      [NORA, 'Good.'],
    ],
  ],
  [
    'objected to',
    [
      [NORA, 'Saturday surgery loses money.'],
      [LIEN, 'Okay, then we stop Saturday surgery from January instead of waiting.'],
      [BRAM, "No, wait. The nurses don't know yet."],
      [LIEN, "Okay, let's talk about it next month."],
    ],
  ],
  [
    'on condition',
    [
      [NORA, 'August is dead.'],
      [LIEN, "If nobody objects then that's settled, we close in August, but I'd ask Mary first."],
      [NORA, 'Okay.'],
    ],
  ],
  [
    'closed without a choice',
    [
      [LIEN, "Okay, that's settled then. Next."],
      [NORA, 'Good.'],
    ],
  ],
  [
    'a matter put off',
    [
      [LIEN, 'The roof.'],
      [NORA, "Then let's talk about the roof next time instead of today."],
      [LIEN, 'Good.'],
    ],
  ],
  [
    'a break',
    [
      [NORA, 'All in favour of a break?'],
      [LIEN, 'Aye.'],
      [NORA, 'Ten minutes.'],
    ],
  ],
  [
    'news after a nod',
    [
      [NORA, 'Is everybody happy?'],
      [LIEN, 'Yes.'],
      [NORA, 'The trains are late from the first of May, I read.'],
      [LIEN, 'They are.'],
    ],
  ],
  [
    'told by one who was asked where',
    [
      [NORA, 'Where do I put the flour?'],
      [LIEN, "It's in the cellar from now on, there was a mouse."],
      [NORA, 'Okay.'],
    ],
  ],
  [
    'what others do, agreed to by nobody in particular',
    [
      [NORA, 'The rolls are smaller.'],
      [LIEN, "They're closed on Mondays now, and the rolls are smaller."],
      [BRAM, "Everything's smaller."],
    ],
  ],
  [
    'how things are, with the options about',
    [
      [BRAM, 'Is it a menu button or a scroll wheel, in the end?'],
      [NORA, 'I would have to look.'],
      [LIEN, 'So we have a menu button and a small wheel here on the drawing.'],
      [NORA, 'Yes.'],
    ],
  ],
  [
    'what somebody thinks',
    [
      [BRAM, 'Is the blue the right one, or the grey?'],
      [LIEN, 'Well, I think the blue, it is.'],
      [NORA, 'Yeah.'],
    ],
  ],
  [
    'a thought',
    [
      [NORA, 'We could have two shifts in the summer instead of one.'],
      [LIEN, "Maybe. I'd want to ask the guys."],
      [NORA, 'Sure.'],
    ],
  ],
  [
    'said outright, and somebody minds',
    [
      [NORA, "Then we drop the hardback and print the paperback in May. That's settled."],
      [LIEN, 'Not so fast, the libraries want the hardback.'],
    ],
  ],
  [
    'how far it has come',
    [
      [NORA, "So I'll send you the samples tomorrow. We're nearly there on the spring samples."],
      [LIEN, 'The spring samples, good.'],
      [BRAM, 'Great.'],
    ],
  ],
])('no decision: %s', (_, lines) => {
  expect(decided(lines)).toEqual([]);
});

test('decided otherwise in the same meeting: only the second stands, and the first says by what it was replaced', () => {
  const desk = running(30);
  desk.take(
    talk([
      [NORA, "It's the field or it's the barn for the summer feast."],
      [BRAM, "Good, then it's the field for the summer feast. That was quick."],
      [LIEN, 'The field, yes.'],
      [NORA, 'The county wrote, there are no trucks on the field before October.'],
      [BRAM, "Okay. So the field is out, it's the barn for the summer feast."],
      [LIEN, 'The barn. Fine.'],
    ]),
  );
  const [first, second] = desk.held().filter((h) => h.act === 'decision');
  expect(desk.held().filter((h) => h.state === 'open')).toHaveLength(1);
  const [open, closed] = first?.state === 'open' ? [first, second] : [second, first];
  expect(open?.quote).toContain('the barn');
  expect(closed).toMatchObject({ state: 'closed' });
  expect(closed?.quote).toContain("then it's the field");
});

test('of two that were to be chosen from the other is taken later: the first is replaced, though nobody says so', () => {
  const desk = running(30);
  desk.take(
    talk([
      [NORA, 'The tile is the sage or it is the plum.'],
      [BRAM, "Okay, then we'll go with the sage for the shop floor."],
      [LIEN, 'Sage, good.'],
      [LIEN, 'Um, the sage is from the old kiln, there are nine boxes.'],
      [BRAM, "Nine. Well, then we'll go with the plum for the shop floor."],
      [NORA, 'Plum, yes.'],
    ]),
  );
  const open = desk.held().filter((h) => h.act === 'decision' && h.state === 'open');
  expect(open).toHaveLength(1);
  expect(open[0]?.quote).toContain('the plum');
});

test('struck out and chosen in one breath: one decision, and it stands', () => {
  const held = decided([
    [LIEN, 'Bad news. There is a Fenland soap already. Registered.'],
    [NORA, "Right, so Fenland's dead. We go with Harbour Soap instead, that's final."],
    [LIEN, 'Harbour Soap. I said it first.'],
  ]);
  expect(held).toHaveLength(1);
  expect(held[0]?.quote).toContain('We go with Harbour Soap');
});

test('what was agreed to is settled by the mail that writes it down', () => {
  const desk = running(30);
  desk.take(
    talk([
      [LIEN, 'The blue shows every scratch on the vans.'],
      [NORA, "So the blue's out, we run the grey on all twelve vans."],
      [LIEN, 'Grey, yes.'],
    ]),
    mail('minutes', 4, NORA, [BRAM, LIEN], 'For the record: we run the grey on all twelve vans.'),
  );
  expect(desk.of('we run the grey')).toMatchObject({ state: 'closed' });
});

test('the bare words that take up what was stated in full are no second decision', () => {
  const held = decided([
    [BRAM, 'The barn is flooded, so the feast cannot be there.'],
    [LIEN, 'The mill has heaters. The mill would do.'],
    [NORA, "Okay, so forget the barn, we're doing the feast at the old mill. That's final."],
    [BRAM, 'The mill it is.'],
    [LIEN, 'The mill. I love the mill.'],
  ]);
  expect(held).toHaveLength(1);
  expect(held[0]?.quote).toContain('the feast at the old mill');
});

test.each<[string, Said]>([
  [
    'We close the old shop on the thirtieth of June',
    [
      [LIEN, 'The old shop sells two cups a day.'],
      [NORA, 'Two. And the rent went up.'],
      [BRAM, 'Right then. We close the old shop on the thirtieth of June.'],
      [LIEN, 'Agreed.'],
    ],
  ],
  [
    'We do one firing',
    [
      [LIEN, 'One firing or two?'],
      [NORA, 'Two firings cost double.'],
      [BRAM, "Okay, I'll decide. We do one firing, all sixty pieces."],
      [NORA, 'One firing. Good.'],
    ],
  ],
  [
    "We'll print six hundred cards",
    [
      [LIEN, 'Six hundred cards or nine?'],
      [NORA, 'Nine never sells.'],
      [BRAM, "We'll print six hundred cards on the thick stock with the gold edge."],
      [NORA, 'Good.'],
    ],
  ],
])('given their word for, or called by one of them: %s', (words, lines) => {
  expect(
    decided(lines)
      .map((h) => h.quote)
      .join(' '),
  ).toContain(words);
});

test('to another house “we will” is a promise', () => {
  const held = running(30);
  held.take(
    talk([
      [VERA, 'Six hundred cards or nine?'],
      [BRAM, "We'll print six hundred cards on the thick stock with the gold edge."],
      [VERA, 'Good.'],
      [NORA, 'Next.'],
    ]),
  );
  expect(held.held().filter((h) => h.act === 'decision')).toEqual([]);
});
