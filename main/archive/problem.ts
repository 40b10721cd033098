import type { z } from 'zod';

/** Something an archive holds that could not be read as it should: what, and where to look. */
export interface ArchiveProblem {
  /** Path relative to the archive. */
  file: string;
  /** "message 17", "line 40", "whole file". */
  where: string;
  what: string;
}

/** Says what is wrong at one place of the file that is being read. */
export type Complain = (where: string, what: string) => void;

/** The words of any thrown thing. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The first things a schema refused, as "path: reason". */
export function refusal(error: z.ZodError): string {
  const said = error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.map(String).join('.') || 'value'}: ${issue.message}`);
  return said.join('; ') + (error.issues.length > 3 ? '; …' : '');
}
