import { Button } from 'react-aria-components';
import type { Person, SourceRef } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import type { Standpoint } from '../desk/context';
import { when } from '../desk/dates';
import { EvidenceIcon, SourceIcon } from '../desk/icons';
import { evidenceWords, rungOf, samePerson, sourceWords, standingWords, whom } from '../desk/words';

/** Below this the reason why a fact was taken to belong here is told beside it. */
const SURE = 0.75;

interface FactProps {
  evidence: Evidence;
  /** The one whose end this is; said only when somebody else acted. */
  endOf: Person | null;
  standpoint: Standpoint;
  onOpen: (source: SourceRef, quote: string) => void;
}

/** One observed fact: what it is, when, its rung, the very words, and the way to its source. */
export function Fact({ evidence, endOf, standpoint, onOpen }: FactProps) {
  const rung = rungOf(evidence.kind);
  const by = evidence.by !== null && !samePerson(evidence.by, endOf) ? evidence.by : null;
  return (
    <FactFrame
      icon={<EvidenceIcon kind={evidence.kind} />}
      title={evidenceWords(evidence, standpoint)}
      by={by === null ? null : whom(by, standpoint.me)}
      standing={standingWords(evidence.kind)}
      climbs={rung !== null && rung > 0}
      at={when(evidence.at, standpoint)}
      quote={evidence.quote}
      source={evidence.source}
      doubt={evidence.link.confidence < SURE ? evidence.link.reason : null}
      onOpen={onOpen}
    />
  );
}

interface OpeningFactProps {
  title: string;
  by: string | null;
  at: string;
  standing: string;
  quote: string;
  source: SourceRef;
  onOpen: (source: SourceRef, quote: string) => void;
}

/** The words the handoff opened with. */
export function OpeningFact(props: OpeningFactProps) {
  return (
    <FactFrame {...props} icon={<EvidenceIcon kind="sent" />} climbs={false} doubt={null} opening />
  );
}

interface FrameProps {
  icon: React.ReactNode;
  title: string;
  by: string | null;
  standing: string;
  climbs: boolean;
  at: string;
  quote: string;
  source: SourceRef;
  doubt: string | null;
  opening?: boolean;
  onOpen: (source: SourceRef, quote: string) => void;
}

function FactFrame(props: FrameProps) {
  const { icon, title, by, standing, climbs, at, quote, source, doubt, opening, onOpen } = props;
  return (
    <li className="fact" data-opening={opening === true} data-climbs={climbs}>
      <p className="fact-head">
        <span className="fact-kind">
          {icon} {title}
        </span>
        <span className="fact-rung">{standing}</span>
      </p>
      {quote !== '' && <blockquote>“{quote}”</blockquote>}
      {doubt !== null && <p className="fact-doubt">Taken to belong here: {doubt}</p>}
      <p className="fact-foot">
        <span>
          {at}
          {by !== null && `, ${by}`}
        </span>
        {source.kind === 'person' ? (
          <span className="fact-source">
            <SourceIcon kind="person" /> {sourceWords(source)}
          </span>
        ) : (
          <Button
            className="link fact-source"
            aria-label={`Open the source: ${sourceWords(source)}, ${at}`}
            onPress={() => {
              onOpen(source, quote);
            }}
          >
            <SourceIcon kind={source.kind} /> {sourceWords(source)}
          </Button>
        )}
      </p>
    </li>
  );
}
