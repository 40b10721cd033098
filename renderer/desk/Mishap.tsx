import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { problemOf } from '../bridge';
import type { Replica } from '../replica/replica';
import { complain } from '../complain';

interface MishapProps {
  replica: Replica;
  children: ReactNode;
}

/**
 * What is shown when drawing fails. The copy of the list is the only thing a window keeps, so starting
 * with a fresh one is the one repair there is.
 */
export class Mishap extends Component<MishapProps, { problem: string | null }> {
  override state: { problem: string | null } = { problem: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { problem: problemOf(thrown) };
  }

  override componentDidCatch(thrown: unknown) {
    complain('the window could not be drawn', thrown);
  }

  override render() {
    if (this.state.problem === null) return this.props.children;
    const again = () => {
      window.location.reload();
    };
    return (
      <main className="empty mishap">
        <p className="empty-title">This window could not be drawn</p>
        <p>{this.state.problem}</p>
        <p>Nothing is lost: the ledger is kept apart from the window.</p>
        <Button
          className="primary"
          onPress={() => {
            // Drawn again even when the copy cannot be deleted: it may not have been the cause.
            this.props.replica.rebuild().then(again, again);
          }}
        >
          Draw it again
        </Button>
      </main>
    );
  }
}
