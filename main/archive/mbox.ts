import { createReadStream } from 'node:fs';

/** One message cut out of an mbox, not yet read. */
export interface MboxMessage {
  /** 1 for the first message of the file. */
  index: number;
  /** 1-based line of the file on which it begins. */
  line: number;
  /** The "From …" line without its first word; null when the file begins without one. */
  envelope: string | null;
  raw: Buffer;
  /** True when the message was longer than the limit and its end was left out. */
  cut: boolean;
}

/** Past this a message is cut: memory stays bounded by the largest message held, not by the file. */
const LONGEST_MESSAGE = 48 * 1024 * 1024;
/** A line longer than this is passed on in pieces, so that a file without newlines does not pile up. */
const LONGEST_LINE = 1024 * 1024;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const FROM = Buffer.from('From ');

/**
 * An envelope line: a sender (or none), then a date as mail stores write it, ctime ("Fri Mar  6
 * 17:42:00 2026", zone before or after the year) or RFC 5322 ("Fri, 06 Mar 2026 22:42:00 GMT").
 * Strict on purpose: "From Monday we meet at 9:00" stands in many bodies.
 */
const ENVELOPE =
  /^From (?:(?:"[^"]*"|[^\s"])+ +)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}(?:,? +\d{4})?|\d{1,2} +[A-Z][a-z]{2} +\d{4}),? +\d{1,2}:\d\d(?::\d\d)?(?: +\S+){0,4} *$/;
const HEADER_LINE = /^(?:[A-Za-z][A-Za-z0-9-]*[ \t]*:|>From )/;

function isEnvelope(line: string): boolean {
  return ENVELOPE.test(line) && /\b\d{4}\b/.test(line);
}

/** True for "From " behind one or more ">" (mboxrd quoting): such a line loses its first ">". */
function isQuotedFrom(line: Buffer): boolean {
  let at = 0;
  while (line[at] === 0x3e) at++;
  return at > 0 && line.subarray(at, at + FROM.length).equals(FROM);
}

function isBlank(line: Buffer): boolean {
  return line.length === 0 || (line.length === 1 && line[0] === NEWLINE) || line.equals(CRLF);
}
const CRLF = Buffer.from('\r\n');

/** Lines of a file with their newline; a line over the limit comes in pieces, `begins` false from the second on. */
async function* linesOf(
  path: string,
): AsyncGenerator<{ lines: { line: Buffer; begins: boolean }[] }> {
  let rest: Buffer = Buffer.alloc(0);
  let begins = true;
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const block = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines: { line: Buffer; begins: boolean }[] = [];
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      lines.push({ line: block.subarray(start, end + 1), begins });
      begins = true;
      start = end + 1;
    }
    rest = block.subarray(start);
    if (rest.length > LONGEST_LINE) {
      lines.push({ line: rest, begins });
      begins = false;
      rest = Buffer.alloc(0);
    }
    yield { lines };
  }
  if (rest.length > 0) yield { lines: [{ line: rest, begins }] };
}

/** The message being gathered. */
class Gathering {
  private readonly parts: Buffer[] = [];
  private size = 0;
  private cut = false;

  constructor(
    private readonly index: number,
    private readonly line: number,
    private readonly envelope: string | null,
  ) {}

  add(part: Buffer): void {
    if (this.size + part.length > LONGEST_MESSAGE) this.cut = true;
    if (this.cut) return;
    this.parts.push(part);
    this.size += part.length;
  }

  /** Null when nothing but blank lines came before the first envelope. */
  done(): MboxMessage | null {
    const raw = Buffer.concat(this.parts);
    if (this.envelope === null && raw.toString('latin1').trim() === '') return null;
    return { index: this.index, line: this.line, envelope: this.envelope, raw, cut: this.cut };
  }
}

/**
 * Splits an mbox by streaming: any size of file, memory for one message at a time. Takes LF and CRLF,
 * a missing blank line before "From " (then the next line must look like a header), a last line without
 * newline, and undoes ">From " quoting. What stands before the first envelope is a message of its own.
 * Throws what the file system throws.
 */
export async function* streamMbox(path: string): AsyncGenerator<MboxMessage> {
  let index = 1;
  let lineNumber = 0;
  let gathering = new Gathering(1, 1, null);
  let previousBlank = true;
  /** An envelope-like line without a blank line before it: the next line decides what it is. */
  let candidate: { line: Buffer; at: number } | null = null;

  const open = (line: Buffer, at: number): MboxMessage | null => {
    const finished = gathering.done();
    if (finished) index++;
    gathering = new Gathering(index, at, line.toString('latin1').slice(FROM.length).trim());
    previousBlank = false;
    return finished;
  };

  for await (const { lines } of linesOf(path)) {
    for (const { line, begins } of lines) {
      if (begins) lineNumber++;
      if (candidate) {
        const { line: held, at } = candidate;
        candidate = null;
        if (begins && HEADER_LINE.test(line.subarray(0, 80).toString('latin1'))) {
          const finished = open(held, at);
          if (finished) yield finished;
        } else {
          gathering.add(held);
          previousBlank = false;
        }
      }
      const first = line[0];
      if (begins && first === FROM[0] && line[4] === SPACE && line.length < 1000) {
        if (isEnvelope(line.toString('latin1').trimEnd())) {
          if (previousBlank) {
            const finished = open(line, lineNumber);
            if (finished) yield finished;
          } else candidate = { line, at: lineNumber };
          continue;
        }
      }
      gathering.add(begins && first === 0x3e && isQuotedFrom(line) ? line.subarray(1) : line);
      previousBlank = begins && isBlank(line);
    }
  }
  if (candidate) gathering.add(candidate.line);
  const last = gathering.done();
  if (last) yield last;
}
