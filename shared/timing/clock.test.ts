import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoClock, systemClock } from './clock';

const START = Date.parse('2026-03-02T08:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-06-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a clock whose hand can be moved', () => {
  test('stands still at speed 0 and moves by steps, never back', () => {
    const clock = demoClock(START, 0);
    vi.advanceTimersByTime(3_600_000);
    expect(clock.now()).toBe(START);
    clock.step(90_000);
    expect(clock.now()).toBe(START + 90_000);
    clock.step(-5);
    expect(clock.now()).toBe(START + 90_000);
  });

  test('one step past several timers fires them in the order of their time', () => {
    const clock = demoClock(START, 0);
    const fired: string[] = [];
    clock.at(START + 300, () => fired.push('third'));
    clock.at(START + 100, () => fired.push('first'));
    clock.at(START + 200, () => fired.push('second'));
    clock.at(START + 200, () => fired.push('second too'));
    clock.at(START + 301, () => fired.push('too late'));
    clock.step(300);
    expect(fired).toEqual(['first', 'second', 'second too', 'third']);
  });

  test('a timer set while firing fires in the same step when it is due', () => {
    const clock = demoClock(START, 0);
    const fired: string[] = [];
    clock.at(START + 10, () => {
      fired.push('outer');
      clock.at(START + 20, () => fired.push('inner'));
    });
    clock.at(START + 30, () => fired.push('last'));
    clock.step(30);
    expect(fired).toEqual(['outer', 'inner', 'last']);
  });

  test('a cancelled timer is silent, even when an earlier one cancels it', () => {
    const clock = demoClock(START, 0);
    const fired: string[] = [];
    const cancel = clock.at(START + 20, () => fired.push('cancelled'));
    clock.at(START + 10, () => {
      cancel();
    });
    clock.step(60);
    expect(fired).toEqual([]);
  });

  test('what is already due fires soon, on a standing clock too, and not at once', () => {
    const clock = demoClock(START, 0);
    const fired: string[] = [];
    clock.at(START - 1, () => fired.push('past'));
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(fired).toEqual(['past']);
  });

  test('runs at its speed, and keeps its time when the speed changes', () => {
    const clock = demoClock(START, 60);
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe(START + 60_000);
    clock.setSpeed(1);
    expect(clock.now()).toBe(START + 60_000);
    expect(clock.speed()).toBe(1);
    vi.advanceTimersByTime(500);
    expect(clock.now()).toBe(START + 60_500);
    clock.setSpeed(-3);
    vi.advanceTimersByTime(500);
    expect(clock.now()).toBe(START + 60_500);
    expect(clock.speed()).toBe(0);
  });

  test('a waiting timer follows a change of speed', () => {
    const clock = demoClock(START, 1);
    let fired = false;
    clock.at(START + 3_600_000, () => {
      fired = true;
    });
    vi.advanceTimersByTime(1_000);
    clock.setSpeed(3_600);
    vi.advanceTimersByTime(990);
    expect(fired).toBe(false);
    vi.advanceTimersByTime(20);
    expect(fired).toBe(true);
  });

  test('tells of steps and changes of speed until it is asked not to', () => {
    const clock = demoClock(START, 1);
    let told = 0;
    const stop = clock.onChange(() => told++);
    clock.step(1);
    clock.setSpeed(2);
    expect(told).toBe(2);
    stop();
    clock.step(1);
    expect(told).toBe(2);
  });

  test('a wait longer than a timer can hold is kept', () => {
    const clock = demoClock(START, 1);
    let fired = false;
    const days = 40 * 86_400_000;
    clock.at(START + days, () => {
      fired = true;
    });
    vi.advanceTimersByTime(days - 1_000);
    expect(fired).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(fired).toBe(true);
  });
});

describe('the machine’s clock', () => {
  test('waits for days, to the moment', () => {
    let fired = 0;
    const days = 40 * 86_400_000;
    systemClock.at(Date.now() + days, () => fired++);
    vi.advanceTimersByTime(days - 1);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(1);
    vi.advanceTimersByTime(days);
    expect(fired).toBe(1);
  });

  test('after a sleep the timer fires within a minute of waking, not late by the sleep', () => {
    let fired = 0;
    systemClock.at(Date.now() + 3 * 3_600_000, () => fired++);
    vi.advanceTimersByTime(60_000);
    // The lid is closed for three hours: the wall clock jumps, timers do not run.
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    vi.advanceTimersByTime(60_001);
    expect(fired).toBe(1);
  });

  test('a clock set back does not fire early', () => {
    let fired = 0;
    systemClock.at(Date.now() + 30_000, () => fired++);
    vi.setSystemTime(Date.now() - 3_600_000);
    vi.advanceTimersByTime(30_000);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    expect(fired).toBe(1);
  });

  test('the past fires soon, once, unless cancelled in time', () => {
    let fired = 0;
    systemClock.at(0, () => fired++);
    const cancel = systemClock.at(0, () => fired++);
    cancel();
    const cancelLater = systemClock.at(Date.now() + 200_000, () => fired++);
    vi.advanceTimersByTime(150_000);
    cancelLater();
    vi.advanceTimersByTime(150_000);
    expect(fired).toBe(1);
  });

  test('a pause ends by time or by its signal', async () => {
    const done = systemClock.pause(50);
    vi.advanceTimersByTime(50);
    await expect(done).resolves.toBeUndefined();
    const abort = new AbortController();
    const broken = systemClock.pause(50, abort.signal);
    abort.abort(new Error('stopped'));
    await expect(broken).rejects.toThrow('stopped');
    await expect(systemClock.pause(50, abort.signal)).rejects.toThrow('stopped');
    expect(vi.getTimerCount()).toBe(0);
  });
});
