import { useState } from 'react';
import {
  Button,
  Dialog,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from 'react-aria-components';
import { fromField, snoozeChoices, toField, when } from './dates';
import type { Here } from './dates';
import { SnoozeIcon } from './icons';

interface SnoozeProps {
  here: Here;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** `until` is an ISO instant. */
  onSnooze: (until: string) => void;
  /** Shows the key on the button. */
  hint?: string;
}

/** Later today, tomorrow morning, next Monday, or a moment of one's own. */
export function SnoozeMenu({ here, isOpen, onOpenChange, onSnooze, hint }: SnoozeProps) {
  const [picking, setPicking] = useState(false);
  const choices = snoozeChoices(here);
  return (
    <>
      <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
        <Button>
          <SnoozeIcon aria-hidden /> Snooze {hint !== undefined && <kbd aria-hidden>{hint}</kbd>}
        </Button>
        <Popover className="popover" placement="top start">
          <Menu
            className="menu"
            aria-label="Snooze until"
            onAction={(key) => {
              const choice = choices.find((one) => one.id === key);
              if (choice === undefined) setPicking(true);
              else onSnooze(choice.until);
            }}
          >
            {choices.map((choice) => (
              <MenuItem
                key={choice.id}
                id={choice.id}
                className="menu-item"
                textValue={choice.words}
              >
                <span>{choice.words}</span>
                <span className="aside">{when(choice.until, here)}</span>
              </MenuItem>
            ))}
            <MenuItem id="pick" className="menu-item">
              Pick a moment…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalOverlay className="overlay" isDismissable isOpen={picking} onOpenChange={setPicking}>
        <Modal className="modal small">
          <PickMoment
            here={here}
            onPick={(until) => {
              setPicking(false);
              onSnooze(until);
            }}
          />
        </Modal>
      </ModalOverlay>
    </>
  );
}

function PickMoment({ here, onPick }: { here: Here; onPick: (until: string) => void }) {
  const [value, setValue] = useState(() => toField(here.now + 86_400_000, here.zone));
  const until = fromField(value, here.zone);
  const ahead = until !== null && Date.parse(until) > here.now;
  return (
    <Dialog className="dialog">
      {({ close }) => (
        <form
          className="pick"
          onSubmit={(event) => {
            event.preventDefault();
            if (ahead) onPick(until);
          }}
        >
          <Heading slot="title">Snooze until</Heading>
          <label>
            Date and time, {here.zone}
            <input
              type="datetime-local"
              value={value}
              min={toField(here.now, here.zone)}
              aria-describedby="pick-says"
              onChange={(event) => {
                setValue(event.target.value);
              }}
            />
          </label>
          <p id="pick-says" className="muted">
            {until === null
              ? 'Choose a date and a time.'
              : ahead
                ? `Comes back ${when(until, here)}.`
                : 'That moment has passed.'}
          </p>
          <div className="buttons">
            <Button type="submit" className="primary" isDisabled={!ahead}>
              Snooze
            </Button>
            <Button onPress={close}>Cancel</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
