import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { SourceView } from '../../shared/contract';
import type { SourceRef } from '../../shared/handoff/item';
import { problemOf } from '../bridge';
import { useDesk, useSayProblem } from '../desk/context';
import type { Standpoint } from '../desk/context';
import { when } from '../desk/dates';
import { Overlay } from '../desk/Overlay';
import { goneWords, nameOf, opensIn, sourceWords } from '../desk/words';
import { markQuote } from './highlight';

interface SourceDialogProps {
  open: { source: SourceRef; quote: string } | null;
  standpoint: Standpoint;
  onClose: () => void;
}

/** One source as plain text, with the quoted words marked. */
export function SourceDialog({ open, standpoint, onClose }: SourceDialogProps) {
  return (
    <Overlay isOpen={open !== null} onClose={onClose} look="source">
      {open !== null && <OneSource {...open} standpoint={standpoint} onClose={onClose} />}
    </Overlay>
  );
}

type Read = { is: 'reading' } | { is: 'read'; view: SourceView } | { is: 'missing'; words: string };

interface OneSourceProps {
  source: SourceRef;
  quote: string;
  standpoint: Standpoint;
  onClose: () => void;
}

function OneSource({ source, quote, standpoint, onClose }: OneSourceProps) {
  const { call } = useDesk();
  const sayProblem = useSayProblem();
  const [read, setRead] = useState<Read>({ is: 'reading' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    call.request('source/read', source).then(
      (view) => {
        if (gone) return;
        setRead(
          view === null
            ? { is: 'missing', words: 'This source is no longer in the mailbox.' }
            : { is: 'read', view },
        );
      },
      (thrown: unknown) => {
        if (!gone) setRead({ is: 'missing', words: problemOf(thrown) });
      },
    );
    return () => {
      gone = true;
    };
  }, [call, source, asked]);

  const view = read.is === 'read' ? read.view : null;
  return (
    <>
      <header className="source-head">
        <p className="end-role">{sourceWords(source)}</p>
        <Heading slot="title">{view?.title ?? 'Source'}</Heading>
        {view !== null && (
          <p className="muted">
            {view.from !== null && `${nameOf(view.from)}, `}
            {when(view.at, standpoint)}
            {view.to.length > 0 && `, to ${view.to.map(nameOf).join(', ')}`}
          </p>
        )}
      </header>
      {read.is === 'reading' && <p className="muted pad">Reading the source</p>}
      {read.is === 'missing' && (
        <p className="notice" role="alert">
          {read.words}
        </p>
      )}
      {view?.gone === true && (
        <p className="notice" role="alert">
          {goneWords(source)}
        </p>
      )}
      {view !== null && <MarkedText text={view.text} quote={quote} source={source} />}
      <div className="buttons">
        {view?.webLink != null && (
          <Button
            onPress={() => {
              call.request('source/open', source).then((opened) => {
                // What became of it meanwhile stands with the source.
                if (!opened) setAsked((times) => times + 1);
              }, sayProblem);
            }}
          >
            <ExternalLink aria-hidden /> Open in {opensIn(source)}
          </Button>
        )}
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

function MarkedText({ text, quote, source }: { text: string; quote: string; source: SourceRef }) {
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    first.current?.scrollIntoView({ block: 'center' });
  }, [text, quote]);
  return (
    <div className="source-text" tabIndex={0} role="region" aria-label="Text of the source">
      {markQuote(text, quote, source.time).map((piece, index) =>
        piece.marked ? (
          <mark key={index} ref={first}>
            {piece.text}
          </mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </div>
  );
}
