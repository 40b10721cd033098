import { compile, type DomNode, type HtmlToTextOptions } from 'html-to-text';
import { isHead } from './tables';

/**
 * HTML to the plain text that is read. Quoted history keeps a mark: `blockquote` becomes "> " lines,
 * so that one separation (quoted.ts) serves text and HTML alike. Teams' `<at>` becomes "@Name",
 * because the tag is the only thing that tells a mention from a name in passing.
 */
const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // A mail client's nesting can be thousands deep in a long thread; text below this is quoted history anyway.
  limits: { maxDepth: 400, maxInputLength: 2_000_000 },
  formatters: {
    mention: (element, walk, builder) => {
      builder.addInline('@');
      walk(element.children, builder);
    },
    // Most tables only lay a mail out; one that says who does what keeps its rows.
    table: (element, walk, builder, options) => {
      const rows = rowsOf(element);
      if (rows[0] === undefined || !isHead(rows[0].map(wordsOf))) {
        builder.openBlock({ leadingLineBreaks: options.leadingLineBreaks });
        walk(element.children, builder);
        builder.closeBlock({ trailingLineBreaks: options.trailingLineBreaks });
        return;
      }
      builder.openBlock({ leadingLineBreaks: 2 });
      for (const row of rows) {
        builder.openBlock({ leadingLineBreaks: 1 });
        builder.addInline(`| ${row.map(wordsOf).join(' | ')} |`);
        builder.closeBlock({ trailingLineBreaks: 1 });
      }
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
  },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'at', format: 'mention' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', options: { length: 20 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
};

/** The cells of each row of a table, those of tables inside it left out. */
function rowsOf(table: DomNode): DomNode[][] {
  const rows = table.children.flatMap((node) =>
    node.name === 'tr'
      ? [node]
      : /^t(?:head|body|foot)$/.test(node.name ?? '')
        ? node.children
        : [],
  );
  return rows
    .filter((row) => row.name === 'tr')
    .map((row) => row.children.filter((cell) => cell.name === 'td' || cell.name === 'th'));
}

/** The words of a cell, cut off where no cell of such a table goes on. */
function wordsOf(cell: DomNode): string {
  let words = '';
  const add = (nodes: readonly DomNode[]): void => {
    for (const node of nodes) {
      if (words.length > LONGEST_CELL) return;
      if (node.type === 'text') words += ` ${node.data ?? ''}`;
      else add(node.children);
    }
  };
  add(cell.children);
  return words.replace(/\s+/g, ' ').trim();
}
const LONGEST_CELL = 400;

/** Compiled once: building the options per mail costs more than reading it. */
/** Made with the first text that is HTML: who reads plain text only need not wait for it. */
let toText: ((html: string) => string) | undefined;

/**
 * The plain text of a body. Plain text comes back untouched: offsets must point into what was given.
 * HTML that cannot be parsed comes back with its tags cut out rather than not at all.
 */
export function plainText(content: string, format: 'text' | 'html'): string {
  if (format === 'text') return content;
  try {
    return (toText ??= compile(OPTIONS))(content);
  } catch {
    return content.replace(/<[^>]*>/g, ' ');
  }
}
