import type { Act, DueRef } from '../handoff/act';
import type { Sending } from './days';
import { datesIn } from './dates';
import { tongueOf } from './languages';
import { foreignDates } from './languages/dates';
import type { Line, Span } from './lines';
import { personNamed, type Around } from './people';

/**
 * Who does what by when, written as a table: one ask a row. Only a table whose head names a column of people and a column
 * of work is one; every other table is left to the sentences.
 */

export interface Row {
  /** The line's number among those that were read. */
  line: number;
  who: string;
  what: Span;
  when: string;
}

const WHO =
  /^(?:who|name|owner|person|responsible|assignee|assigned to|lead|wer|zuständig|verantwortlich|name|qui|responsable|quién|quien|quem|responsável|wie|verantwoordelijk|chi|responsabile)\??$/i;
const WHAT =
  /^(?:what|task|action(?: item)?|item|to[- ]?do|deliverable|work|was|aufgabe|tätigkeit|quoi|tâche|action à mener|qué|que|tarea|o quê|tarefa|wat|taak|actie|cosa|compito|attività)\??$/i;
const WHEN =
  /^(?:when|by(?: when)?|due(?: date)?|deadline|date|wann|bis(?: wann)?|frist|termin|quand|échéance|pour le|délai|cuándo|fecha|plazo|quando|prazo|data|wanneer|datum|entro|scadenza)\??$/i;
const STATUS =
  /^(?:status|state|progress|done|stand|erledigt|statut|état|estado|situação|stato)\??$/i;
/** What a column of states says of work that asks nothing of anybody any more. */
const SETTLED =
  /^(?:✓|✔|✅|x|yes|ja|oui|sí|sim|sì|done|complete[d]?|closed|finished|ok|n\/?a|cancell?ed|erledigt|fertig|fait|terminé|hecho|feito|klaar|gedaan|fatto)\W*$/i;
const RULE = /^[\s|:+=-]+$/;

interface Head {
  who: number;
  what: number;
  when: number;
  status: number;
}

/** Do these cells head a table of who does what? */
export const isHead = (cells: readonly string[]): boolean => headOf(cells) !== null;

function headOf(cells: readonly string[]): Head | null {
  const at = (pattern: RegExp) => cells.findIndex((words) => pattern.test(words));
  const [who, what] = [at(WHO), at(WHAT)];
  if (who < 0 || what < 0 || who === what) return null;
  return { who, what, when: at(WHEN), status: at(STATUS) };
}

/** The cells of a line drawn with bars or tabs; a single one is no row. */
function cellsOf(line: Line): Span[] {
  const mark = line.text.includes('|') ? '|' : '\t';
  const cells: Span[] = [];
  let from = 0;
  for (const part of line.text.split(mark)) {
    const lead = part.length - part.trimStart().length;
    const start = line.start + from + lead;
    cells.push({ start, end: start + part.trim().length });
    from += part.length + 1;
  }
  // The outer bars stand before and behind the row.
  const outer = mark === '|';
  return cells.filter(
    (c, i) => !(outer && c.end === c.start && (i === 0 || i === cells.length - 1)),
  );
}

const NO_TABLE = { taken: new Set<number>(), rows: [] };

/** The rows of such tables among the writer's own lines, in order of the text; `taken` are all lines they stand on. */
export function rowsOf(
  text: string,
  lines: readonly Line[],
  own: readonly boolean[],
): { taken: ReadonlySet<number>; rows: readonly Row[] } {
  if (!text.includes('|') && !text.includes('\t')) return NO_TABLE;
  const taken = new Set<number>();
  const rows: Row[] = [];
  let head: Head | null = null;
  lines.forEach((line, n) => {
    if (!own[n] || !/[|\t]/.test(line.text)) {
      if (!own[n] || line.text.trim() !== '') head = null;
      return;
    }
    if (RULE.test(line.text)) {
      if (head) taken.add(n);
      return;
    }
    const cells = cellsOf(line);
    const said = cells.map((c) => text.slice(c.start, c.end));
    const opens = headOf(said);
    if (opens) {
      head = opens;
      taken.add(n);
      return;
    }
    if (!head) return;
    const work = cells[head.what];
    const name = said[head.who] ?? '';
    taken.add(n);
    if (!work || work.end === work.start || name === '') return;
    if (SETTLED.test(said[head.status] ?? '')) return;
    rows.push({ line: n, who: name, what: work, when: said[head.when] ?? '' });
  });
  return { taken, rows };
}

/** How sure it is that a row of such a table is an ask. */
const SURE = 0.85;

/** The act of each row whose person is known; the writer's own row is a promise. */
export function rowActs(
  text: string,
  rows: readonly Row[],
  scene: { around: Around; sending: Sending | undefined; language: string | null; first: number },
): Act[] {
  const { around, sending } = scene;
  return rows.flatMap((row, n): Act[] => {
    const person = personNamed(row.who.replace(/^@/, ''), around);
    if (!person) return [];
    const own = around.from?.address === person.address;
    const due = dueOf(row.when, sending, scene.language);
    return [
      {
        kind: own ? 'commitment' : 'request',
        quote: text.slice(row.what.start, row.what.end),
        start: row.what.start,
        end: row.what.end,
        confidence: SURE,
        ...(around.from ? { actor: around.from } : {}),
        ...(own ? {} : { addressee: person }),
        ...(due ? { due } : {}),
        // Each row is a piece of work of its own, however near the next one stands.
        sentence: scene.first + 10 * (n + 1),
      },
    ];
  });
}

function dueOf(
  when: string,
  sending: Sending | undefined,
  language: string | null,
): DueRef | undefined {
  if (when === '' || !sending) return undefined;
  const tongue = tongueOf(language);
  const [date] = tongue ? foreignDates(when, sending, tongue) : datesIn(when, sending);
  return date ? { at: date.at, text: when, source: 'words' } : undefined;
}
