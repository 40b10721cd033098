import type { Cue } from '../../cues';
import type { Tongue } from '../tongue';
import { unaskedIn } from '../unasked';
import { BESIDES } from './besides';
import { germanForms } from './deVerbs';
import { spanishForms } from './esVerbs';
import type { Forms } from './forms';
import { frenchForms } from './frVerbs';
import { Grammar, type Findings, type Particles } from './grammar';
import { italianForms } from './itVerbs';
import { dutchForms } from './nlVerbs';
import { DUTCH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH } from './particles';
import { portugueseForms } from './ptVerbs';

const MAKERS: Readonly<Record<string, readonly [() => Forms, Particles]>> = {
  de: [germanForms, GERMAN],
  fr: [frenchForms, FRENCH],
  es: [spanishForms, SPANISH],
  pt: [portugueseForms, PORTUGUESE],
  nl: [dutchForms, DUTCH],
  it: [italianForms, ITALIAN],
};

/** The tongue with what its verb forms say beside what its phrases say: cues of the same names. */
export function withGrammar(tongue: Tongue): Tongue {
  const made = MAKERS[tongue.code];
  const besides = BESIDES[tongue.code];
  if (!made || !besides) return tongue;
  const grammar = new Grammar(made[0](), made[1]);
  const cue = (name: string, holds: (found: Findings) => boolean): Cue => [
    name,
    (clause, setting) => holds(grammar.of(clause, setting)),
  ];
  const asked = cue('asked', (f) => f.commands || f.asksYou || f.wishes);
  const more: Readonly<Record<string, readonly Cue[]>> = {
    request: [
      cue('imperative', (f) => f.commands),
      cue('modal-you', (f) => f.asksYou),
      cue('own-question', (f) => f.tellsOther),
      cue('wish-you', (f) => f.wishes),
      cue('heading', (f) => f.heading),
      cue('joint', (f) => f.joint),
    ],
    commitment: [cue('present-deed', (f) => f.promises), cue('other-will', (f) => f.otherPromises)],
    delivery: [asked, cue('have-sent', (f) => f.hands)],
    deferral: [cue('asked', (f) => f.wishes || f.commands)],
    redirect: [cue('heading', (f) => f.heading)],
    completion: [asked],
    acknowledgement: [asked],
  };
  return {
    ...tongue,
    families: tongue.families.map(({ kinds, cues }) => ({
      kinds,
      cues: [
        ...cues,
        ...kinds.flatMap((kind) => [...(more[kind] ?? []), ...(besides.kinds[kind] ?? [])]),
      ],
    })),
    negatives: [...tongue.negatives, ...besides.against, ...unaskedIn(tongue.code)],
  };
}
