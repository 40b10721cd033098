import { useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import { commands, keyWords } from '../desk/commands';
import { lettersAct, setLettersAct } from '../desk/letters';
import { Overlay } from '../desk/Overlay';

/** The keys, and the switch for those who dictate. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Overlay isOpen={isOpen} onClose={onClose}>
      <Keys onClose={onClose} />
    </Overlay>
  );
}

function Keys({ onClose }: { onClose: () => void }) {
  const [letters, setLetters] = useState(lettersAct);
  return (
    <>
      <Heading slot="title">Keys</Heading>
      <dl className="keys">
        {commands
          .filter((command) => command.keys.length > 0)
          .map((command) => (
            <div key={command.id}>
              <dt>
                {command.keys.map((key) => (
                  <kbd key={key}>{keyWords(key)}</kbd>
                ))}
              </dt>
              <dd>{command.words}</dd>
            </div>
          ))}
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
            <kbd>⌘K</kbd>
          </dt>
          <dd>Commands</dd>
        </div>
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            setLetters(event.target.checked);
            setLettersAct(event.target.checked);
          }}
        />
        Single letters act (leave off when dictating)
      </label>
      <div className="buttons">
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}
