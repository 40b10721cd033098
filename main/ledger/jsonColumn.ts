import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What reading a JSON column gave: the value, or what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; what: string };

/**
 * A column holding JSON of one schema. Writing validates, always. Each row also keeps the schema's
 * fingerprint (`shape`): a row written under the very schema this program holds was validated then and
 * is only parsed now, since checking ten thousand mails again on every look costs more than reading
 * them. A row of any other fingerprint, older or unknown, is validated before it is believed. The
 * fingerprint is computed, so nobody has to remember to raise a number when a schema changes.
 */
export interface JsonColumn<T> {
  shape: string;
  /** The value as its schema keeps it: keys in schema order, unknown ones dropped. Throws, naming the fields. */
  check(value: unknown): T;
  read(text: string, shape: string): Read<T>;
}

/** A short fingerprint of everything a schema says. */
function fingerprint(schema: z.ZodType): string {
  return createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(schema)))
    .digest('hex')
    .slice(0, 12);
}

/** The first few things zod found wrong, as "path: message". */
export function wrongWith(error: z.ZodError): string {
  const told = error.issues.slice(0, 3).map((issue) => {
    const where = issue.path.map(String).join('.');
    return where === '' ? issue.message : `${where}: ${issue.message}`;
  });
  const more = error.issues.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** A JSON column for `schema`; `name` says in errors what was being written. */
export function jsonColumn<T>(name: string, schema: z.ZodType<T>): JsonColumn<T> {
  const shape = fingerprint(schema);
  return {
    shape,
    check(value) {
      const checked = schema.safeParse(value);
      if (!checked.success) throw new Error(`not a whole ${name}: ${wrongWith(checked.error)}`);
      return checked.data;
    },
    read(text, rowShape) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return { ok: false, what: 'not JSON' };
      }
      if (rowShape === shape) return { ok: true, value: value as T };
      const checked = schema.safeParse(value);
      return checked.success
        ? { ok: true, value: checked.data }
        : { ok: false, what: wrongWith(checked.error) };
    },
  };
}
