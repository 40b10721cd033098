import {
  Autocomplete,
  Heading,
  Input,
  Menu,
  MenuItem,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { commands, keyWords } from '../desk/commands';
import type { CommandId } from '../desk/commands';
import { Overlay } from '../desk/Overlay';

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
    <Overlay isOpen={isOpen} onClose={onClose} look="palette" isHigh>
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
    </Overlay>
  );
}
