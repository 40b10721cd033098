import { useId } from 'react';
import type { MailFolderView } from '../../shared/contract';
import { useDesk } from '../desk/context';
import { useKept } from '../desk/useKept';

/** Which folders of the mailbox are read: rules move mail where nobody would look for it otherwise. */
export function MailFolders() {
  const { call, store } = useDesk();
  const id = useId();
  const { kept: folders, problem, take, fail } = useKept('mail/folders');
  const change = (folder: MailFolderView, read: boolean) => {
    const before = folders ?? [];
    const next = before.map((one): MailFolderView =>
      one.id === folder.id ? { ...one, read: read ? 'chosen' : 'not' } : one,
    );
    take(next);
    const chosen = next
      .filter((one) => one.read === 'chosen')
      .map(({ id: at, name }) => ({ id: at, name }));
    call.request('mail/choose', { folders: chosen }).then(
      () => {
        store
          .getState()
          .say(`${folder.name} is ${read ? 'read from now on' : 'not read any more'}`, null);
      },
      (thrown: unknown) => {
        take(before);
        fail(thrown);
      },
    );
  };
  return (
    <section className="folders" aria-labelledby={id}>
      <h3 id={id}>Mail folders</h3>
      <p className="muted">
        Inbox, Sent Items and Archive are always read. Mail that a rule moves elsewhere is seen
        where its folder is chosen here.
      </p>
      {problem !== null && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      {folders === null && problem === null && <p className="muted">Asking for the folders</p>}
      {folders !== null && folders.every(({ read }) => read === 'always') && (
        <p className="muted">The mailbox has no other folders.</p>
      )}
      <ul>
        {(folders ?? [])
          .filter(({ read }) => read !== 'always')
          .map((folder) => (
            <li key={folder.id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={folder.read === 'chosen'}
                  onChange={(event) => {
                    change(folder, event.target.checked);
                  }}
                />
                {folder.name} <span className="aside">{folder.items} messages</span>
              </label>
            </li>
          ))}
      </ul>
    </section>
  );
}
