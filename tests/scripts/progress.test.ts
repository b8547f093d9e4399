import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress } from '../../scripts/lib/progress.mjs';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function fakeOutput(terminal: { isTTY?: boolean; columns?: number } = {}) {
  const written: string[] = [];
  return { written, write: (text: string) => written.push(text), ...terminal };
}

describe('progress in a file or a pipe', () => {
  it('is nothing but the result of a short task', () => {
    const output = fakeOutput();
    const progress = startProgress('Types', { output });
    progress.update('3 of 4 files');
    vi.advanceTimersByTime(9_000);
    progress.finish('ok');
    expect(output.written).toEqual([expect.stringMatching(/^Types +ok +9\.0 s\n$/)]);
  });

  it('is a line after ten seconds and then one a minute, with the latest count', () => {
    const output = fakeOutput();
    const progress = startProgress('Browser tests', { output });
    progress.update('1 of 90 tests');
    vi.advanceTimersByTime(10_000);
    progress.update('44 of 90 tests');
    vi.advanceTimersByTime(60_000);
    vi.advanceTimersByTime(20_000);
    progress.finish('FAILED', '89 passed, 1 failed');
    expect(output.written.map((line) => line.replace(/ +/g, ' '))).toEqual([
      'Browser tests running 10.0 s 1 of 90 tests\n',
      'Browser tests running 70.0 s 44 of 90 tests\n',
      'Browser tests FAILED 90.0 s 89 passed, 1 failed\n',
    ]);
  });

  it('ends with the task', () => {
    const output = fakeOutput();
    startProgress('Types', { output }).finish('ok');
    vi.advanceTimersByTime(600_000);
    expect(output.written).toHaveLength(1);
  });
});

describe('progress on a terminal', () => {
  /** What the terminal's last line shows after everything was written. */
  const shown = (written: readonly string[]) => written.join('').split('\r\u001b[K').at(-1);

  it('is one line that counts and is replaced by the result', () => {
    const output = fakeOutput({ isTTY: true, columns: 120 });
    const progress = startProgress('Browser tests', { output });
    expect(shown(output.written)).toMatch(/^Browser tests +running +0\.0 s$/);
    progress.update('12 of 90 tests');
    vi.advanceTimersByTime(5_000);
    expect(shown(output.written)).toMatch(/^Browser tests +running +5\.0 s {2}12 of 90 tests$/);
    expect(output.written.join('')).not.toContain('\n');
    progress.finish('ok', '90 passed, 0 failed');
    expect(shown(output.written)).toMatch(/^Browser tests +ok +5\.0 s {2}90 passed, 0 failed\n$/);
  });

  it('never wraps, since a wrapped line could not be cleared', () => {
    const output = fakeOutput({ isTTY: true, columns: 40 });
    const progress = startProgress('Browser tests', { output });
    progress.update('12 of 90 tests, 4 failed');
    vi.advanceTimersByTime(1_000);
    expect(shown(output.written)).toHaveLength(39);
  });
});
