import { Heading } from 'react-aria-components';
import { commands, keyWords } from '../desk/commands';
import type { CommandId } from '../desk/commands';
import { Finder } from '../desk/Finder';
import { Overlay } from '../desk/Overlay';

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  onRun: (id: CommandId) => void;
}

/** Every command by name. */
export function Palette({ isOpen, onClose, onRun }: PaletteProps) {
  const offered = commands.filter((command) => command.id !== 'palette');
  return (
    <Overlay isOpen={isOpen} onClose={onClose} look="palette" isHigh>
      <Heading slot="title" className="hidden">
        Commands
      </Heading>
      <Finder
        label="Find a command"
        listLabel="Commands"
        placeholder="What is to be done?"
        items={offered}
        wordsOf={(command) => command.words}
        noneWords="No command has these letters."
        onChosen={(command) => {
          onClose();
          onRun(command.id);
        }}
      >
        {(command) => (
          <>
            <span>{command.words}</span>
            {command.keys[0] !== undefined && <kbd>{keyWords(command.keys[0])}</kbd>}
          </>
        )}
      </Finder>
    </Overlay>
  );
}
