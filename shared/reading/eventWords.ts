import { tellingWords } from '../handoff/similarity';

/** The event a deadline hangs on, as its words name it. */

/** What stands before the thing in "before the audit", "bis zur Messe". */
const LEADS =
  /^(?:.*?\b(?:before|b4|prior to|ahead of)|in time for|by the time|until|no later than|by|at|for|on|from|(?:rechtzeitig |pünktlich )?(?:vor|bis zu[rm]?|zu[rm]?|bevor|bis)|avant(?: qu(?:e|['’]))?|d['’]ici|(?:à temps )?pour|antes d(?:el?|[ao]s?)(?: que)?|antes que|para|a tiempo para|a tempo d[ao]|(?:op tijd )?(?:voor|vóór)|voordat|tegen|prima (?:che|d\p{L}*)|in tempo per|per|entro)(?![\p{L}])/iu;
/** That it happens tells nothing of what happens. */
const HAPPENS =
  /\b(?:(?:goes|go|comes?|gets?|is|are|be|gets? put)(?: (?:up|in|out|off|on|ahead|down|over|back|live|here|there|to))*|coming|going|arrives?|leaves?|starts?|begins?|opens?|closes?|happens?|takes? place|visits?|please|pls|plz)\b/gi;

/** The words by which the event of a deadline is known ("before the scaffold goes up": scaffold); none where it names nothing. */
export function eventWords(text: string): Set<string> {
  return tellingWords(text.replace(LEADS, ' ').replace(HAPPENS, ' '));
}

const AHEAD =
  /^(the|an?|one|two|three|four|five|\d{1,2}) (day|evening|night|afternoon|week)s? (?:before|b4|prior to|ahead of)\b/i;
const COUNTS = ['one', 'two', 'three', 'four', 'five'];

/** How many days before its event a deadline lies ("the day before the screening": 1); 0 where it says nothing of it. */
export function aheadOf(text: string): number {
  const [, many = '', unit = ''] = AHEAD.exec(text) ?? [];
  if (unit === '') return 0;
  const count = /^\d/.test(many) ? Number(many) : COUNTS.indexOf(many.toLowerCase()) + 1 || 1;
  return count * (/^w/i.test(unit) ? 7 : 1);
}
