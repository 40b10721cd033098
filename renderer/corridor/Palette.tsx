import {
  Autocomplete,
  Dialog,
  Heading,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { commands, keyWords } from '../desk/commands';
import type { CommandId } from '../desk/commands';

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  onRun: (id: CommandId) => void;
}

/** Every command by name. */
export function Palette({ isOpen, onClose, onRun }: PaletteProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = commands.filter((command) => command.id !== 'palette');
  return (
    <ModalOverlay
      className="overlay high"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog">
          <Heading slot="title" className="hidden">
            Commands
          </Heading>
          <Autocomplete filter={contains}>
            <SearchField aria-label="Find a command" autoFocus className="palette-field">
              <Input placeholder="What is to be done?" />
            </SearchField>
            <Menu
              className="menu"
              aria-label="Commands"
              items={offered}
              onAction={(key) => {
                const command = offered.find((one) => one.id === key);
                onClose();
                if (command !== undefined) onRun(command.id);
              }}
              renderEmptyState={() => <p className="muted pad">No command has these letters.</p>}
            >
              {(command) => (
                <MenuItem className="menu-item" textValue={command.words}>
                  <span>{command.words}</span>
                  {command.keys[0] !== undefined && <kbd>{keyWords(command.keys[0])}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
