import { expect, test } from 'vitest';
import {
  bodyAboveQuote,
  freshBody,
  hashOf,
  paragraphs,
  saysExactly,
  startsWith,
  tapParagraph,
} from './outboxText';

const JONAS = { name: 'Jonas Weil', address: 'jonas@brackwater.test' };
const ADA = { name: 'Ada Lind', address: 'ada@varde.test' };
const words = {
  ...{ to: [JONAS, ADA], cc: [], subject: 'Kiln 4', body: 'Is this yours?\n' },
  ...{ channel: 'mail' as const, inReplyTo: null },
};
const DRAFT =
  '<html><head></head><body dir="ltr"><hr><div id="divRplyFwdMsg">From: Jonas</div></body></html>';

test('the hash ignores order, letter case of addresses, names and line endings, nothing else', () => {
  const same = {
    ...words,
    to: [ADA, { name: 'J', address: 'JONAS@brackwater.test' }],
    body: 'Is this yours?\r\n',
  };
  expect(hashOf(same)).toBe(hashOf(words));
  expect(hashOf({ ...words, to: [JONAS] })).not.toBe(hashOf(words));
  expect(hashOf({ ...words, to: [JONAS], cc: [ADA] })).not.toBe(hashOf(words));
  expect(hashOf({ ...words, subject: 'Kiln 5' })).not.toBe(hashOf(words));
  expect(hashOf({ ...words, body: 'Is this yours!' })).not.toBe(hashOf(words));
  const answer = { ...words, channel: 'channel' as const, inReplyTo: 'chat:a;messageid=1/1' };
  expect(hashOf({ ...answer, inReplyTo: 'chat:b;messageid=1/1' })).not.toBe(hashOf(answer));
  // Moving a word between subject and body is another message.
  expect(hashOf({ ...words, subject: 'Kiln', body: '4 Is this yours?' })).not.toBe(hashOf(words));
});

test('text becomes paragraphs; what looks like markup stays text; addresses become links', () => {
  expect(paragraphs('One\ntwo\n\n<b>&"three"</b>')).toBe(
    '<p>One<br>two</p><p>&lt;b&gt;&amp;&quot;three&quot;&lt;/b&gt;</p>',
  );
  expect(paragraphs('I have it: mailto:a@x.test?subject=x&body=y now')).toBe(
    '<p>I have it: <a href="mailto:a@x.test?subject=x&amp;body=y">mailto:a@x.test?subject=x&amp;body=y</a> now</p>',
  );
});

test('our text goes above the quote, and a second writing replaces the first', () => {
  const once = bodyAboveQuote('e1', DRAFT, 'First text');
  expect(once).toContain('<body dir="ltr"><div id="corridor-e1"><p>First text</p></div><hr>');
  const twice = bodyAboveQuote('e1', once, 'Second $& text');
  expect(twice).toContain('<p>Second $&amp; text</p></div><hr>');
  expect(twice).not.toContain('First');
  // Written, cleaned of its id by the service, and written again: still once.
  const cleaned = once.replace(' id="corridor-e1"', '');
  expect(bodyAboveQuote('e1', cleaned, 'First text')).toBe(cleaned);
});

test('an older text of ours inside the quote is left alone', () => {
  const quoting = DRAFT.replace('From: Jonas', freshBody('e0', 'First text'));
  const body = bodyAboveQuote('e1', quoting, 'First text');
  expect(body.match(/First text/g)).toHaveLength(2);
  expect(body.indexOf('corridor-e1')).toBeLessThan(body.indexOf('corridor-e0'));
});

test('what begins a body is compared by its words, however the service wraps them', () => {
  const text = 'Is this yours?\n\nIt waits since <Monday>.';
  const body = bodyAboveQuote('e1', DRAFT, text).replaceAll('<p>', '\r\n<p class="x">\r\n');
  expect(startsWith(body, 'html', text)).toBe(true);
  expect(startsWith(body, 'html', 'Is this mine?')).toBe(false);
  const other = body.replace('<body dir="ltr">', '<body dir="ltr"><p>Hello.</p>');
  expect(startsWith(other, 'html', text)).toBe(false);
  expect(saysExactly(paragraphs(text), 'html', text)).toBe(true);
  expect(saysExactly(body, 'html', text)).toBe(false);
});

test('one-tap answers are links of ours with everything escaped, and part of what is approved', () => {
  const taps = {
    to: { name: '', address: 'ada"<x>@varde.test' },
    token: '0123456789ab',
    subject: 'Kiln & "4" <b>',
    day: '<14> October & more',
  };
  const html = tapParagraph(taps);
  expect(html.match(/<a href="/g)).toHaveLength(3);
  expect(html.replace(/<\/?(?:p|a)(?: href="[^"<>]*")?>/g, '')).toBe(
    'One tap answers it: I have it · Not mine · By &lt;14&gt; October &amp; more',
  );
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1]?.replaceAll('&amp;', '&'));
  expect(hrefs[0]).toBe(
    'mailto:ada%22%3Cx%3E@varde.test?subject=Re%3A%20Kiln%20%26%20%224%22%20%3Cb%3E&body=I%20have%20it%0D%0A%0D%0A%5BCorridor%200123456789ab%5D%0D%0A',
  );
  const on = { ...words, oneTap: { on: true, day: '' } };
  expect(hashOf(on)).not.toBe(hashOf(words));
  expect(hashOf({ ...on, oneTap: { on: false, day: '' } })).toBe(hashOf(words));
  expect(hashOf({ ...on, oneTap: { on: true, day: '14 October 2026' } })).not.toBe(hashOf(on));
  const body = bodyAboveQuote('e1', DRAFT, 'Is this yours?', html);
  expect(startsWith(body, 'html', 'Is this yours?', html)).toBe(true);
  expect(
    startsWith(bodyAboveQuote('e1', DRAFT, 'Is this yours?'), 'html', 'Is this yours?', html),
  ).toBe(false);
});
