import { useId } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { SourceStanding } from '../../shared/contract';
import type { Standpoint } from '../desk/context';
import { when } from '../desk/dates';
import { Overlay } from '../desk/Overlay';
import { useKept } from '../desk/useKept';
import { MailFolders } from './MailFolders';

interface DialogProps {
  isOpen: boolean;
  standpoint: Standpoint;
  onClose: () => void;
}

/** Every source with its state in plain words, what of it could not be read, and which mail folders are read. */
export function SourcesDialog({ isOpen, standpoint, onClose }: DialogProps) {
  return (
    <Overlay isOpen={isOpen} onClose={onClose} look="settings">
      <Heading slot="title">What is read</Heading>
      {isOpen && <Sources standpoint={standpoint} />}
      {isOpen && <MailFolders />}
      <div className="buttons">
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </Overlay>
  );
}

function Sources({ standpoint }: { standpoint: Standpoint }) {
  const { kept: sources, problem } = useKept('sync/sources', 'sync/changed');
  if (problem !== null)
    return (
      <p className="notice" role="alert">
        {problem}
      </p>
    );
  if (sources === null) return <p className="muted">Asking what is read</p>;
  if (sources.length === 0) return <p className="muted">The first reading is under way.</p>;
  return (
    <ul className="parts" aria-label="Sources">
      {sources.map((source) => (
        <OneSource key={source.source} source={source} standpoint={standpoint} />
      ))}
    </ul>
  );
}

const stateWords: Record<SourceStanding['state'], string> = {
  on: 'On',
  onUse: 'On',
  off: 'Off',
  notPermitted: 'Not permitted',
  waiting: 'Waiting',
  failed: 'Stopped',
};

function OneSource({ source, standpoint }: { source: SourceStanding; standpoint: Standpoint }) {
  const id = useId();
  const { title, state, words, refused } = source;
  return (
    <li className="part" data-state={state} aria-labelledby={id}>
      <div>
        <p>
          <strong id={id}>{title}</strong> <span className="part-state">{stateWords[state]}</span>
        </p>
        <p className="muted">{words}</p>
        {refused.length > 0 && (
          <details className="step-more">
            <summary>
              {refused.length === 1 ? 'One thing' : `${String(refused.length)} things`} could not be
              read
            </summary>
            <ul className="refused">
              {refused.map(({ where, what, at }) => (
                <li key={`${where} ${what}`}>
                  <strong>{where}</strong> {what}{' '}
                  <span className="aside">{when(at, standpoint)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
