import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import type { Person } from '../../shared/handoff/item';
import { nameOf, samePerson } from '../desk/words';

interface ToFieldProps {
  to: Person[];
  readOnly: boolean;
  onChange: (to: Person[]) => void;
}

/** "Tom Becker <tom@…>" or a bare address as a person; null when there is no address in it. */
export function readPerson(typed: string): Person | null {
  const found = /^\s*(?:"?([^"<]*?)"?\s*<)?\s*([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)\s*>?\s*$/.exec(
    typed,
  );
  if (found === null) return null;
  const address = (found[2] ?? '').toLowerCase();
  return { name: found[1] ?? '', address };
}

/** The recipients as tokens, each with its address in reach, and a field for one more. */
export function ToField({ to, readOnly, onChange }: ToFieldProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState(false);

  const add = (text: string) => {
    if (text.trim() === '') {
      setProblem(false);
      return;
    }
    const person = readPerson(text);
    setProblem(person === null);
    if (person === null) return;
    setTyped('');
    if (!to.some((one) => samePerson(one, person))) onChange([...to, person]);
  };

  return (
    <div className="field to">
      <span className="field-label" id="to-label">
        To
      </span>
      <div className="to-all">
        {to.length > 0 && (
          <TagGroup
            aria-labelledby="to-label"
            selectionMode="none"
            {...(readOnly
              ? {}
              : {
                  onRemove: (keys) => {
                    onChange(to.filter((person) => !keys.has(keyOf(person))));
                  },
                })}
          >
            <TagList className="tokens">
              {to.map((person) => (
                <Tag
                  key={keyOf(person)}
                  id={keyOf(person)}
                  className="token"
                  textValue={nameOf(person)}
                >
                  <span title={person.address}>{nameOf(person)}</span>
                  {!readOnly && (
                    <Button slot="remove" className="quiet square">
                      <X aria-hidden />
                    </Button>
                  )}
                </Tag>
              ))}
            </TagList>
          </TagGroup>
        )}
        {!readOnly && (
          <input
            aria-label="Add a recipient"
            aria-invalid={problem}
            aria-describedby={problem ? 'to-problem' : undefined}
            placeholder={to.length === 0 ? 'name@company.example' : 'Add'}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(false);
            }}
            onBlur={() => {
              add(typed);
            }}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '' && to.length > 0) {
                onChange(to.slice(0, -1));
              }
            }}
          />
        )}
        {problem && (
          <p id="to-problem" className="field-problem">
            An address looks like name@company.example
          </p>
        )}
      </div>
    </div>
  );
}

function keyOf(person: Person): string {
  return person.address === '' ? person.name : person.address;
}
