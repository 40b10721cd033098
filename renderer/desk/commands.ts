import { tabs } from '../replica/replica';
import type { Tab } from '../replica/replica';
import { tabWords } from './words';

/** Everything the triage window can be told to do, by key or from the palette. */
export type CommandId =
  | 'next'
  | 'previous'
  | 'details'
  | 'source'
  | 'done'
  | 'snooze'
  | 'notHandoff'
  | 'notStale'
  | 'wrongPerson'
  | 'accept'
  | 'learned'
  | 'sources'
  | 'settings'
  | 'draft'
  | 'undo'
  | 'reopen'
  | 'search'
  | 'palette'
  | 'help'
  | 'refresh'
  | 'account'
  | `tab:${Tab}`;

export interface Command {
  id: CommandId;
  words: string;
  /** Names as in KeyboardEvent.key; the first is the one shown. */
  keys: readonly string[];
}

export const commands: readonly Command[] = [
  { id: 'next', words: 'Next handoff', keys: ['j', 'ArrowDown'] },
  { id: 'previous', words: 'Previous handoff', keys: ['k', 'ArrowUp'] },
  { id: 'details', words: 'Read the details', keys: ['Enter'] },
  { id: 'source', words: 'Open the source', keys: ['o'] },
  { id: 'draft', words: 'Review the draft', keys: ['d'] },
  { id: 'done', words: 'Done', keys: ['e'] },
  { id: 'snooze', words: 'Snooze', keys: ['h'] },
  { id: 'notHandoff', words: 'Not a handoff', keys: ['x'] },
  { id: 'notStale', words: 'Not late yet', keys: ['n'] },
  { id: 'wrongPerson', words: 'Wrong person', keys: ['w'] },
  { id: 'accept', words: 'Accept a proposal, or hold what is only seen', keys: ['a'] },
  { id: 'undo', words: 'Undo the last step', keys: ['u'] },
  { id: 'reopen', words: 'Reopen a closed handoff', keys: [] },
  { id: 'search', words: 'Search the list', keys: ['/'] },
  { id: 'palette', words: 'Commands', keys: [] },
  { id: 'help', words: 'Keys', keys: ['?'] },
  { id: 'settings', words: 'Settings', keys: [','] },
  { id: 'learned', words: 'What was learned', keys: ['l'] },
  { id: 'sources', words: 'What is read', keys: [] },
  { id: 'refresh', words: 'Read mail, chats and meetings now', keys: [] },
  { id: 'account', words: 'Accounts and sign-in', keys: [] },
  ...tabs.map((tab): Command => ({
    id: `tab:${tab}`,
    words: `Show “${tabWords[tab]}”`,
    keys: [],
  })),
];

/** How a key is written on screen. */
export function keyWords(key: string): string {
  const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: 'Enter' };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** What a key press is about, apart from the DOM it came through. */
export interface Press {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  /** Where the focus was: letters belong to a field, arrows and Enter to whatever control has them. */
  on: 'field' | 'overlay' | 'list' | 'control' | 'nothing';
}

/** The command of a key press; null leaves the press to the browser. */
export function commandOf(press: Press, letters: boolean): CommandId | null {
  if ((press.ctrl || press.meta) && !press.alt && press.key.toLowerCase() === 'k') {
    return press.on === 'overlay' ? null : 'palette';
  }
  if (press.ctrl || press.meta || press.alt) return null;
  if (press.on === 'field' || press.on === 'overlay') return null;
  const found = commands.find((command) => command.keys.includes(press.key));
  if (found === undefined) return null;
  if (press.key.length > 1) {
    return press.on === 'list' || press.on === 'nothing' ? found.id : null;
  }
  return letters ? found.id : null;
}

/** Reads a DOM key event. */
export function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : null;
  const within = (selector: string) => target?.closest(selector) != null;
  const on = within('input, textarea, select, [contenteditable="true"]')
    ? 'field'
    : within('[role="dialog"], [role="menu"]')
      ? 'overlay'
      : within('[role="listbox"]')
        ? 'list'
        : within('button, a, summary, [role="tab"], [tabindex]')
          ? 'control'
          : 'nothing';
  return { key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey, on };
}
