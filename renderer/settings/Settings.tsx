import { useId, useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { ModelInput, ModelSettings, MonthsBack } from '../../shared/contract';
import { problemOf } from '../bridge';
import { useDesk } from '../desk/context';
import { Overlay } from '../desk/Overlay';
import { useKept } from '../desk/useKept';

/** What people truly differ in: how far back is worth reading, and a language model of their own. */
export function Settings({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Overlay isOpen={isOpen} onClose={onClose} look="settings">
      <Heading slot="title">Settings</Heading>
      <DialogLink of="account" words="Accounts and sign-in" />
      <DialogLink of="sources" words="What is read" />
      <DialogLink of="learned" words="What was learned" />
      <ReadingBack />
      <OwnModel onClose={onClose} />
    </Overlay>
  );
}

/** What has a dialog of its own: accounts, for a sign-in may be under way there, and lists that grow long. */
function DialogLink({ of, words }: { of: 'account' | 'sources' | 'learned'; words: string }) {
  const { store } = useDesk();
  return (
    <Button
      className="link settings-accounts"
      onPress={() => {
        store.getState().open({ is: of });
      }}
    >
      {words}
    </Button>
  );
}

const spans: readonly MonthsBack[] = [3, 6, 12];

/** Takes effect at once: what is there already is not read again. */
function ReadingBack() {
  const { call } = useDesk();
  const { kept: months, problem, take, fail } = useKept('settings/monthsBack');
  const ids = useId();
  if (problem !== null)
    return (
      <p className="notice" role="alert">
        {problem}
      </p>
    );
  if (months === null) return null;
  return (
    <fieldset className="settings-back" aria-describedby={`${ids}back`}>
      <legend>Read mail, chats and meetings of the last</legend>
      <div className="settings-spans">
        {spans.map((span) => (
          <label key={span} className="check">
            <input
              type="radio"
              name={`${ids}months`}
              checked={months === span}
              onChange={() => {
                call.request('settings/keepMonthsBack', span).then(take, fail);
              }}
            />
            {span} months
          </label>
        ))}
      </div>
      <p className="aside" id={`${ids}back`}>
        More is read in the background. With fewer, what was read before stays.
      </p>
    </fieldset>
  );
}

/** Reads what is kept, then shows the fields. */
function OwnModel({ onClose }: { onClose: () => void }) {
  const { kept, problem } = useKept('settings/model');
  if (problem !== null)
    return (
      <p className="notice" role="alert">
        {problem}
      </p>
    );
  return kept === null ? null : <ModelForm kept={kept} onClose={onClose} />;
}

/** What came of the last press: a trial under way, its outcome, or why nothing was kept. */
type Said = { is: 'nothing' } | { is: 'trying' } | { is: 'good' | 'bad'; words: string };

function ModelForm({ kept, onClose }: { kept: ModelSettings; onClose: () => void }) {
  const { call, store } = useDesk();
  const [on, setOn] = useState(kept.on);
  const [url, setUrl] = useState(kept.url);
  const [name, setName] = useState(kept.name);
  const [key, setKey] = useState('');
  const [forget, setForget] = useState(false);
  const [said, setSaid] = useState<Said>({ is: 'nothing' });
  const ids = useId();
  const input: ModelInput = { url, name, key: key !== '' ? key : forget ? '' : null };
  const fail = (thrown: unknown) => {
    setSaid({ is: 'bad', words: problemOf(thrown) });
  };

  const attempt = () => {
    setSaid({ is: 'trying' });
    call.request('settings/tryModel', input).then(({ works, words }) => {
      setSaid({ is: works ? 'good' : 'bad', words });
    }, fail);
  };
  const keep = () => {
    call.request('settings/keepModel', { ...input, on }).then((now) => {
      store
        .getState()
        .say(now.on ? `New messages are put to ${now.name}` : 'No model is asked', null);
      onClose();
    }, fail);
  };

  return (
    <form
      className="settings-form"
      aria-labelledby={`${ids}title`}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <h3 id={`${ids}title`}>Own language model</h3>
      <p className="muted">
        A model may propose handoffs that Corridor’s own reader does not find. A proposal is marked
        as one, counts nowhere and does nothing until it is accepted.
      </p>
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
          }}
        />
        Put new messages to this model
      </label>
      <label className="setting">
        Address
        <input
          type="text"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          placeholder="https://models.example/v1"
          value={url}
          aria-describedby={`${ids}url`}
          onChange={(event) => {
            setUrl(event.target.value);
          }}
        />
      </label>
      <p className="aside" id={`${ids}url`}>
        An OpenAI-compatible endpoint: https, or http on this machine.
      </p>
      <label className="setting">
        Model
        <input
          type="text"
          spellCheck={false}
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <label className="setting">
        Key
        <input
          type="password"
          autoComplete="new-password"
          placeholder={kept.key === 'none' || forget ? '' : 'unchanged'}
          value={key}
          aria-describedby={`${ids}key`}
          onChange={(event) => {
            setKey(event.target.value);
          }}
        />
      </label>
      <p className="aside" id={`${ids}key`}>
        {keyWords(kept, forget)}{' '}
        {kept.key !== 'none' && !forget && (
          <Button
            className="link"
            onPress={() => {
              setForget(true);
              setKey('');
            }}
          >
            Forget the key
          </Button>
        )}
      </p>
      <div className="settings-leaves">
        <h4>What leaves this machine</h4>
        <p>
          Switched on: the words of mail and chat messages as they come in, written by you or to you
          in the last 14 days, and the names of writer and readers, to this address only. Never
          subjects, their mail addresses, attachments, quoted history, meetings, or automatic and
          list mail. At most {kept.budget} messages a day; {kept.sentToday} today. Switched off:
          nothing.
        </p>
      </div>
      <p className="settings-said" data-is={said.is} role="status">
        {said.is === 'trying'
          ? 'Waiting for the model’s answer'
          : said.is === 'nothing'
            ? (kept.problem ?? '')
            : said.words}
      </p>
      <div className="buttons">
        <Button isDisabled={said.is === 'trying'} onPress={attempt} aria-describedby={`${ids}try`}>
          Test
        </Button>
        <p className="aside" id={`${ids}try`}>
          Sends the key and one invented sentence to the address, nothing of yours.
        </p>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" className="primary">
          Save
        </Button>
      </div>
    </form>
  );
}

function keyWords(kept: ModelSettings, forget: boolean): string {
  if (forget) return 'The key is forgotten once this is saved.';
  switch (kept.key) {
    case 'sealed':
      return 'A key is kept, sealed by this system.';
    case 'memory':
      return 'A key is kept in memory until Corridor ends.';
    case 'none':
      return kept.canSeal
        ? 'Kept sealed by this system, and never shown again.'
        : 'This system has no key store: a key is kept in memory until Corridor ends.';
  }
}
