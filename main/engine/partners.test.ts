import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** Whom a promise is made to where it names nobody. Bram promises; it is to Vera, and Lien is the third in the room. */

type Said = [Person, string][];

test.each<[string, Said]>([
  [
    'a third asks for the day, she is content',
    [
      [VERA, "I'll bring the drawings myself."],
      [BRAM, "Good. I'll get you the reserve number for building two by the nineteenth."],
      [LIEN, 'The nineteenth, is that a Thursday?'],
      [BRAM, 'Thursday, yep.'],
      [VERA, "Works for me. We don't post until month end anyway."],
    ],
  ],
  [
    'her matter, and a third has a remark',
    [
      [LIEN, 'My part is ready.'],
      [VERA, "I can't find the manual of the pump anywhere."],
      [BRAM, "I'll send you the manual of the pump tonight."],
      [LIEN, 'I have a paper one at home somewhere.'],
      [VERA, 'Perfect.'],
    ],
  ],
  [
    'she says the day back, a third is content too',
    [
      [LIEN, 'We have the board on Thursday.'],
      [BRAM, "I'll get you the raw logs of the gateway by Wednesday."],
      [VERA, 'Wednesday the ninth.'],
      [BRAM, 'The ninth, yeah.'],
      [LIEN, 'This is good. Raw, please.'],
    ],
  ],
  [
    'she speaks last before it',
    [
      [LIEN, 'That pool is freezing.'],
      [VERA, 'I need the signed waiver for the pool.'],
      [BRAM, "I'll send you the signed waiver for the pool by Monday."],
      [LIEN, 'Who goes swimming in March?'],
    ],
  ],
  [
    'she thanks',
    [
      [LIEN, "I'm off to the other call."],
      [BRAM, "I'll send you the test protocol for the rig by Friday."],
      [VERA, 'Awesome.'],
      [LIEN, 'Bye.'],
    ],
  ],
  [
    'a third of whose work it has a word speaks before, she praises him',
    [
      [VERA, 'Last year one of the sponsors moaned about the email.'],
      [LIEN, 'That was the butcher. He likes a proper letter.'],
      [BRAM, "I'll write the letters to the sponsors by the twenty-ninth, all of them."],
      [VERA, "By hand? Bram, you're a star."],
      [LIEN, 'The butcher will frame it.'],
    ],
  ],
  [
    'she calls him by name, a third jokes',
    [
      [LIEN, 'My cousin has a stall at that market.'],
      [BRAM, "I'll paint the sign for the market stall by Friday."],
      [VERA, 'With the old brushes? Lovely, Bram.'],
      [LIEN, 'He paints like my cousin drives.'],
    ],
  ],
  [
    'it saves her, a third has a remark',
    [
      [LIEN, 'The stairs of the tower are steep.'],
      [BRAM, "I'll carry the lamps up the tower before Sunday."],
      [VERA, "Oh, that's a weight off my mind."],
      [LIEN, 'Mind the third step.'],
    ],
  ],
])('%s', (_, lines) => {
  const desk = running(30, { me: [BRAM] });
  desk.take(talk([[NORA, 'Morning.'], ...lines]));
  const [held] = desk.held().filter((h) => h.act === 'commitment' && h.due !== null);
  expect(held).toMatchObject({ giver: VERA, taker: BRAM });
});
