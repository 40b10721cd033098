import { useLiveQuery } from 'dexie-react-hooks';
import { CornerLeftUp, CornerRightDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { HandoffDetail, HandoffRow } from '../../shared/contract';
import { useGoTo } from '../corridor/useSelection';
import { useDesk } from '../desk/context';
import type { Standpoint } from '../desk/context';
import { stateWords, whom } from '../desk/words';

/** The handoffs before and after this one, where the work was passed further along. */
export function Chain({ detail, standpoint }: { detail: HandoffDetail; standpoint: Standpoint }) {
  const { replica } = useDesk();
  const { parent, children } = detail;
  const links = useLiveQuery(async () => {
    const [before, after] = await Promise.all([
      replica.rowsById(parent === null ? [] : [parent]),
      replica.rowsById(children),
    ]);
    return { before, after };
  }, [replica, parent, children.join(' ')]);
  if (links === undefined || links.before.length + links.after.length === 0) return null;
  return (
    <nav className="chain" aria-label="Chain of custody">
      <h3>Chain of custody</h3>
      <ul>
        {links.before.map((row) => (
          <Link key={row.id} row={row} way="before" standpoint={standpoint} />
        ))}
        {links.after.map((row) => (
          <Link key={row.id} row={row} way="after" standpoint={standpoint} />
        ))}
      </ul>
    </nav>
  );
}

interface LinkProps {
  row: HandoffRow;
  way: 'before' | 'after';
  standpoint: Standpoint;
}

function Link({ row, way, standpoint }: LinkProps) {
  const goTo = useGoTo();
  const Icon = way === 'before' ? CornerLeftUp : CornerRightDown;
  return (
    <li>
      <Button
        className="link"
        onPress={() => {
          void goTo(row.id);
        }}
      >
        <Icon aria-hidden className="icon" />
        {way === 'before' ? 'Came from' : 'Passed on'}: {whom(row.giver, standpoint.me)} to{' '}
        {whom(row.taker, standpoint.me)}, {row.what}
      </Button>{' '}
      <span className="aside">{stateWords(row)}</span>
    </li>
  );
}
