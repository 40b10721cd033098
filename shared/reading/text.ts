import { compile, type HtmlToTextOptions } from 'html-to-text';

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

/** Compiled once: building the options per mail costs more than reading it. */
const toText = compile(OPTIONS);

/**
 * The plain text of a body. Plain text comes back untouched: offsets must point into what was given.
 * HTML that cannot be parsed comes back with its tags cut out rather than not at all.
 */
export function plainText(content: string, format: 'text' | 'html'): string {
  if (format === 'text') return content;
  try {
    return toText(content);
  } catch {
    return content.replace(/<[^>]*>/g, ' ');
  }
}
