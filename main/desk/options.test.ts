import { describe, expect, test } from 'vitest';
import { readOptions } from './options';

const read = (...argv: string[]) =>
  readOptions(['electron', '.', ...argv], '/home/desk', '/app/out');

describe('how the app was started', () => {
  test('plainly', () => {
    expect(read()).toEqual({
      once: false,
      tenant: null,
      me: null,
      graphUrl: null,
      clock: null,
      speed: 1,
      screenshot: '/app/out/corridor.png',
      hidden: false,
      signIn: false,
      signInUrl: null,
    });
  });

  test('with everything said, in either spelling', () => {
    const said = {
      once: true,
      tenant: '/home/desk/archive',
      me: 'nora@kiln.example',
      graphUrl: 'http://127.0.0.1:4100',
      clock: Date.parse('2026-03-02T09:00:00+01:00'),
      speed: 60,
      screenshot: '/tmp/p.png',
      hidden: true,
      signIn: false,
      signInUrl: null,
    };
    expect(
      read(
        '--once',
        '--hidden',
        ...['--tenant', 'archive', '--me', 'Nora@Kiln.example', '--speed', '60'],
        ...['--clock', '2026-03-02T09:00:00+01:00', '--screenshot', '/tmp/p.png'],
        ...['--graph-url', 'http://127.0.0.1:4100'],
      ),
    ).toEqual(said);
    expect(
      read(
        '--once',
        '--hidden',
        '--tenant=archive',
        '--me=NORA@kiln.example',
        '--speed=60',
        '--clock=2026-03-02T09:00:00+01:00',
        '--screenshot=/tmp/p.png',
        '--graph-url=http://127.0.0.1:4100',
      ),
    ).toEqual(said);
  });

  test('with a sign-in, at the demo’s pages or at those of a tenant that runs', () => {
    expect(read('--sign-in')).toMatchObject({ signIn: true, signInUrl: null });
    const url = 'http://127.0.0.1:4200';
    expect(read('--graph-url', 'http://127.0.0.1:4100', '--sign-in-url', url)).toMatchObject({
      signIn: true,
      signInUrl: url,
    });
  });

  test('Electron’s and Chromium’s own arguments are left alone', () => {
    expect(read('--no-sandbox', '--enable-features=X', '--remote-debugging-port=0')).toEqual(
      read(),
    );
  });

  test.each([
    [['--clock', 'soon'], '--clock takes an ISO date and time, not "soon".'],
    [['--speed', 'fast'], '--speed takes a number from 0 (stands still) to 7200.'],
    [['--speed', '-1'], '--speed takes a number'],
    [['--speed', '99999'], '--speed takes a number'],
    [['--tenant'], '--tenant needs a value.'],
    [['--tenant', '--once'], '--tenant needs a value.'],
    [
      ['--graph-url', 'https://graph.example'],
      '--graph-url takes the address of a tenant on this machine.',
    ],
    [['--sign-in-url', 'https://login.example'], '--sign-in-url takes the address'],
    [['--sign-in-url', 'http://127.0.0.1:80'], '--sign-in-url goes with --graph-url.'],
    [['--graph-url', 'http://127.0.0.1.evil.example:80'], '--graph-url takes the address'],
    [['--graph-url', 'http://127.0.0.1:80@evil.example'], '--graph-url takes the address'],
  ])('%j is refused with a sentence', (argv, words) => {
    expect(() => read(...argv)).toThrow(words);
  });

  test('the picture goes where it is asked for, seen from where the person stands', () => {
    expect(read('--screenshot', 'p.png').screenshot).toBe('/home/desk/p.png');
  });
});
