/**
 * The letters of Europe, as ranges within a set of characters. Not `\p{L}`: a class of six hundred ranges takes
 * a millisecond to make and another to compile, in each of a thousand patterns.
 */
export const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u052f\\u1e00-\\u1fff';

/** Where a word begins, and where it ends: `\b` in JavaScript knows ASCII letters only. */
export const START = `(?<![${LETTERS}0-9])`;
export const END = `(?![${LETTERS}0-9])`;
