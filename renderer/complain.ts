/** Writes what went wrong to the window's console, which the main process keeps in its log. */
export function complain(what: string, detail?: unknown): void {
  console.error(`corridor: ${what}`, ...(detail === undefined ? [] : [detail]));
}
