import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { MailFolderView, SourceStanding } from '../../shared/contract';
import { fakeMain } from '../testing/fakeBridge';
import { handoff } from '../testing/handoffs';
import { stage } from '../testing/stage';

const source = (over: Partial<SourceStanding>): SourceStanding => ({
  ...{ source: 'mail', title: 'Mail', state: 'on', words: 'Read.', refused: [] },
  ...over,
});
const folder = (id: string, read: MailFolderView['read']): MailFolderView => ({
  ...{ id, name: `Folder ${id}`, items: 4, read },
});

async function open(part: { sources?: SourceStanding[]; folders?: MailFolderView[] }) {
  const main = fakeMain([handoff('annex')]);
  main.answer('sync/sources', () => part.sources ?? []);
  main.answer('mail/folders', () => part.folders ?? []);
  const staged = stage(main);
  await screen.findByRole('heading', { name: 'Signed data-processing annex' });
  await staged.user.keyboard(',');
  await staged.user.click(await screen.findByRole('button', { name: 'What is read' }));
  await screen.findByRole('heading', { name: 'What is read' });
  return { main, ...staged };
}

test('each source tells how it stands, and what of it could not be read', async () => {
  const { user } = await open({
    sources: [
      source({}),
      source({
        ...{ source: 'transcripts', title: 'Meeting transcripts', state: 'notPermitted' },
        words: 'Microsoft 365 does not permit this.',
        refused: [
          {
            where: 'Crusher review',
            what: 'not available because transcripts of channel meetings are not served',
            at: '2026-11-18T08:00:00Z',
          },
        ],
      }),
    ],
  });
  const row = await screen.findByRole('listitem', { name: 'Meeting transcripts' });
  expect(within(row).getByText('Not permitted')).toBeTruthy();
  await user.click(within(row).getByText('One thing could not be read'));
  expect(within(row).getByText(/transcripts of channel meetings/)).toBeTruthy();
});

test('a folder is chosen and let go; those always read are not offered', async () => {
  const { main, user } = await open({
    folders: [folder('inbox', 'always'), folder('a', 'not'), folder('b', 'chosen')],
  });
  expect(screen.queryByRole('checkbox', { name: /Folder inbox/ })).toBeNull();
  await user.click(await screen.findByRole('checkbox', { name: /Folder a/ }));
  await user.click(screen.getByRole('checkbox', { name: /Folder b/ }));
  expect(main.bodies('mail/choose')).toEqual([
    {
      folders: [
        { id: 'a', name: 'Folder a' },
        { id: 'b', name: 'Folder b' },
      ],
    },
    { folders: [{ id: 'a', name: 'Folder a' }] },
  ]);
});

test('folders that cannot be asked for are said so', async () => {
  const main = fakeMain([handoff('annex')]);
  main.answer('mail/folders', () => {
    throw new Error('Microsoft 365 cannot be reached from this computer.');
  });
  const { user } = stage(main);
  await screen.findByRole('heading', { name: 'Signed data-processing annex' });
  await user.keyboard(',');
  await user.click(await screen.findByRole('button', { name: 'What is read' }));
  expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached');
});
