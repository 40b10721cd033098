import { Button } from 'react-aria-components';
import type { HandoffDetail, HandoffRow, PersonStanding } from '../../shared/contract';
import type { ActKind } from '../../shared/handoff/act';
import type { DirectoryEntry, Person, SourceRef } from '../../shared/handoff/item';
import type { Evidence, Shared } from '../../shared/handoff/model';
import { isUnconfirmed } from '../../shared/handoff/model';
import type { Standpoint } from '../desk/context';
import { timeIn, when } from '../desk/dates';
import { SourceIcon } from '../desk/icons';
import { Mark } from '../desk/Mark';
import {
  awayWords,
  giverEndWords,
  nameOf,
  presenceWords,
  samePerson,
  takerEndWords,
  unreachableWords,
} from '../desk/words';
import { Crossing } from './Crossing';
import { Fact, OpeningFact } from './Fact';
import { Gap } from './Gap';
import { endsOf } from './ends';

interface TwoEndsProps {
  row: HandoffRow;
  /** Null until the evidence has arrived; the ends stand already. */
  detail: HandoffDetail | null;
  /** How its people stand now, as far as that is known. */
  standings: readonly PersonStanding[];
  standpoint: Standpoint;
  onOpen: (source: SourceRef, quote: string) => void;
}

const NARROWEST = 190;
const WIDEST = 280;

/** The longer the silence, the wider the gap: px, slow to grow so that a month does not push the words away. */
export function gapWidth(row: HandoffRow): number {
  if (row.state === 'closed') return NARROWEST;
  const grown = NARROWEST + 18 * Math.log2(1 + Math.max(0, row.silentHours));
  return Math.round(Math.min(WIDEST, grown));
}

const openingWords: Partial<Record<ActKind, string>> = {
  request: 'Asked',
  question: 'Asked',
  commitment: 'Promised',
  delivery: 'Sent it over',
  completion: 'Finished',
  decision: 'Decided',
};

/** What the opening words are; a model's reading of them is said to be one. */
function openingTitle({ act, proposal }: HandoffDetail): string {
  const words = openingWords[act] ?? 'Said';
  return proposal === undefined ? words : `${words}, as ${proposal.by} reads it`;
}

/** The two ends of a handoff side by side, and the gap between them. */
export function TwoEnds({ row, detail, standings, standpoint, onOpen }: TwoEndsProps) {
  const ends = detail === null ? null : endsOf(detail);
  const turn = row.state === 'closed' ? null : row.turn;
  /** The label of a mark; what is known of that end comes from the facts below it, as ever. */
  const sharedAt = (person: Person | null) =>
    detail?.shared && samePerson(detail.shared.by, person) ? detail.shared : null;
  const opening = (end: 'giver' | 'taker') =>
    detail === null || ends?.opening.end !== end ? null : (
      <OpeningFact
        title={openingTitle(detail)}
        by={null}
        at={when(detail.saidAt, standpoint)}
        standing={detail.giverEnd.is === 'spoken' || isUnconfirmed(detail) ? 'no rung' : 'rung 0'}
        quote={detail.quote}
        source={detail.source}
        onOpen={onOpen}
      />
    );
  const standingOf = (person: Person | null) =>
    standings.find((standing) => samePerson(standing.person, person)) ?? null;
  const facts = (list: Evidence[], endOf: Person | null) =>
    list.map((evidence) => <Fact key={evidence.id} {...{ evidence, endOf, standpoint, onOpen }} />);

  return (
    <div className="ends-frame">
      <div
        className="ends"
        style={{ '--gap': `${String(gapWidth(row))}px` } as React.CSSProperties}
      >
        <section className="end giver" data-turn={turn === 'giver'} aria-label="The giver’s end">
          <EndHead
            role="Giver"
            person={row.giver}
            asked={[]}
            card={detail?.giverCard ?? null}
            standing={standingOf(row.giver)}
            knownAway={false}
            says={detail === null ? '' : giverEndWords(detail, standpoint)}
            turn={turn === 'giver' || turn === 'contested'}
            shared={sharedAt(row.giver)}
            standpoint={standpoint}
            onOpen={onOpen}
          />
          <ol className="facts">
            {opening('giver')}
            {ends !== null && facts(ends.giver, row.giver)}
          </ol>
          {ends?.opening.end === 'taker' && ends.giver.length === 0 && !isUnconfirmed(row) && (
            <p className="facts-none">Nothing was heard from this end yet.</p>
          )}
        </section>

        <section className="between" aria-label="The gap between them">
          <Crossing row={row} />
          <Gap row={row} detail={detail} standpoint={standpoint} />
        </section>

        <section className="end taker" data-turn={turn === 'taker'} aria-label="The taker’s end">
          <EndHead
            role="Taker"
            person={row.taker}
            asked={detail?.asked ?? []}
            card={detail?.takerCard ?? null}
            standing={standingOf(row.taker)}
            knownAway={detail?.takerEnd.is === 'away'}
            says={
              detail === null
                ? ''
                : isUnconfirmed(detail)
                  ? 'Not watched until it is accepted'
                  : takerEndWords(detail, standpoint)
            }
            turn={turn === 'taker' || turn === 'contested'}
            shared={sharedAt(row.taker)}
            standpoint={standpoint}
            onOpen={onOpen}
          />
          <ol className="facts">
            {opening('taker')}
            {ends !== null && facts(ends.taker, row.taker)}
          </ol>
          {ends?.opening.end === 'giver' && ends.taker.length === 0 && !isUnconfirmed(row) && (
            <p className="facts-none">Nothing was heard from this end yet.</p>
          )}
        </section>
      </div>
      {ends !== null && ends.other.length > 0 && (
        <section className="others" aria-label="From others">
          <h3>From others</h3>
          <ol className="facts">{facts(ends.other, null)}</ol>
        </section>
      )}
    </div>
  );
}

interface EndHeadProps {
  role: 'Giver' | 'Taker';
  person: Person | null;
  asked: Person[];
  card: DirectoryEntry | null;
  standing: PersonStanding | null;
  /** What they say below tells already that they are away. */
  knownAway: boolean;
  says: string;
  turn: boolean;
  shared: Shared | null;
  standpoint: Standpoint;
  onOpen: (source: SourceRef, quote: string) => void;
}

function EndHead(props: EndHeadProps) {
  const { role, person, asked, card, standing, knownAway, says } = props;
  const { turn, shared, standpoint, onOpen } = props;
  const you = samePerson(person, standpoint.me);
  return (
    <header className="end-head">
      <Mark person={person} turn={turn} />
      <div className="end-name">
        <p className="end-role">
          {role}
          {you && ', you'}
        </p>
        <h3>{person === null ? 'Nobody in particular' : nameOf(person)}</h3>
        {person === null && asked.length > 0 && (
          <p className="end-card">Asked: {asked.map(nameOf).join(', ')}</p>
        )}
        {card !== null && <p className="end-card">{cardWords(card, standpoint)}</p>}
        {standing !== null && (
          <p className="end-card">{nowWords(standing, knownAway, standpoint)}</p>
        )}
        <p className="end-says">{says}</p>
        {shared !== null && (
          <p className="end-shared">
            Their Corridor holds it too, a mark on their mail says:{' '}
            <Button
              className="link fact-source"
              aria-label={`Open the mail with the mark: ${when(shared.at, standpoint)}`}
              onPress={() => {
                onOpen(shared.source, '');
              }}
            >
              <SourceIcon kind={shared.source.kind} /> {when(shared.at, standpoint)}
            </Button>
          </p>
        )}
      </div>
    </header>
  );
}

/** How they stand now: whom they work for, whether they are away, what Teams shows. */
function nowWords(standing: PersonStanding, knownAway: boolean, standpoint: Standpoint): string {
  const { manager } = standing;
  return [
    manager === null ? '' : `Works for ${nameOf(manager)}.`,
    knownAway ? '' : awayWords(standing, standpoint),
    standing.away === null ? presenceWords(standing) : '',
    unreachableWords(standing),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * "Finance, 17:05 there, works 09:00–17:30": only what is known, and the time only where it differs. "Writes" where the
 * hours are told from when they write.
 */
function cardWords(card: DirectoryEntry, { now, zone }: Standpoint): string {
  const there =
    card.timeZone === null || timeIn(card.timeZone, now) === timeIn(zone, now)
      ? null
      : timeIn(card.timeZone, now);
  return [
    card.title,
    card.team,
    there === null ? null : `${there}\u00a0there`,
    card.workingHours === null
      ? null
      : `${card.learnedFrom === undefined ? 'works' : 'writes'}\u00a0${card.workingHours.start}–\u2060${card.workingHours.end}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}
