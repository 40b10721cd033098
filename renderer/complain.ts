/** Writes what went wrong to the window's console, which the main process keeps in its log. */
export function complain(what: string, detail?: unknown): void {
  // eslint-disable-next-line no-console -- the one place; a window has no other way to its log
  console.error(`corridor: ${what}`, ...(detail === undefined ? [] : [detail]));
}
