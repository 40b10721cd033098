/** The pages of the demo's sign-in, as plain as forms can be: no script but the one line that posts the answer. */

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:30rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.35rem}ul{padding-left:1.2rem}form{display:grid;gap:.5rem}button,input{font:inherit;padding:.5rem .8rem;text-align:left}
small{opacity:.8}.made-up{border-bottom:1px solid;padding-bottom:.5rem}`;

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><p class="made-up"><small>The demo tenant’s sign-in page. Nobody real, no password.</small></p><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join('');

/** The people to choose from. Each button posts `user`. */
export function pickPage(
  action: string,
  fields: Readonly<Record<string, string>>,
  users: readonly { name: string; address: string }[],
): string {
  const buttons = users
    .map(
      ({ name, address }) =>
        `<button name="user" value="${escaped(address)}">${escaped(name)}<br><small>${escaped(address)}</small></button>`,
    )
    .join('');
  return page(
    'Choose an account',
    `<form method="post" action="${escaped(action)}">${hidden(fields)}${buttons}</form>`,
  );
}

/** What the application asks for. Posts `consent` = yes or no. */
export function consentPage(
  action: string,
  fields: Readonly<Record<string, string>>,
  who: string,
  scopes: readonly string[],
): string {
  return page(
    'Permissions requested',
    `<p>${escaped(who)}</p><p>Corridor asks for:</p><ul>${scopes.map((s) => `<li>${escaped(s)}</li>`).join('')}</ul>
<form method="post" action="${escaped(action)}">${hidden(fields)}<button name="consent" value="yes">Accept</button><button name="consent" value="no">Cancel</button></form>`,
  );
}

/** Only an administrator may grant this. Posts `consent` = admin. */
export function approvalPage(
  action: string,
  fields: Readonly<Record<string, string>>,
  scopes: readonly string[],
): string {
  return page(
    'Need admin approval',
    `<p>Corridor needs permissions that only an administrator can grant:</p><ul>${scopes.map((s) => `<li>${escaped(s)}</li>`).join('')}</ul>
<form method="post" action="${escaped(action)}">${hidden(fields)}<button name="consent" value="admin">Return to the application without granting consent</button></form>`,
  );
}

/** Sends the browser back to the application by POST: a desktop client takes no answer from an address line. */
export function answerPage(redirect: string, fields: Readonly<Record<string, string>>): string {
  return page(
    'Back to the application',
    `<form method="post" action="${escaped(redirect)}" id="answer">${hidden(fields)}<button>Continue</button></form><script>document.getElementById('answer').submit()</script>`,
  );
}

export function codePage(action: string, note: string): string {
  return page(
    'Enter the code',
    `<p>${escaped(note)}</p><form method="post" action="${escaped(action)}"><label>Code <input name="user_code" autocomplete="off" autofocus></label><button>Next</button></form>`,
  );
}
