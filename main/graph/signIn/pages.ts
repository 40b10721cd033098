/** The page MSAL's loopback server shows in the browser at the end. It loads nothing and runs nothing. */
export function answerPage(title: string, words: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Corridor: ${title}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.4rem}</style>
<main><h1>${title}</h1><p>${words}</p></main></html>`;
}
