// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDiagram, keepDiagram, keptDiagrams, keptDiagramText } from '../../src/url/kept-diagrams.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Limits the storage to a number of characters. */
function limitStorage(charactersMax: number): void {
  const set = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    const others = Object.entries({ ...localStorage }).filter(([each]) => each !== key);
    const size = others.reduce(
      (sum, [each, text]) => sum + each.length + text.length,
      key.length + value.length,
    );
    if (size > charactersMax) throw new DOMException('Full', 'QuotaExceededError');
    set.call(this, key, value);
  });
}

describe('kept diagrams', () => {
  it('are listed once each, the latest first', () => {
    keepDiagram('one', 'One', '1a');
    keepDiagram('two', 'Two', '1b');
    keepDiagram('one', 'One', '1a');
    expect(keptDiagrams().map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('have a code of this browser if they are too long for a link', () => {
    const code = keepDiagram('a long text', 'Long', null) ?? '';
    expect(code).toMatch(/^kept\.\w+$/);
    expect(keptDiagramText(code)).toBe('a long text');
    expect(keptDiagramText('kept.other')).toBeNull();
  });

  it('make room for later ones', () => {
    for (let index = 0; index < 40; index += 1) keepDiagram(`text ${index}`, `Title ${index}`, `1${index}`);
    expect(keptDiagrams()).toHaveLength(12);
    expect(keptDiagrams()[0]?.title).toBe('Title 39');
  });

  it('make room for one that fits without them', () => {
    limitStorage(2_000);
    const first = keepDiagram('a'.repeat(700), 'First', null) ?? '';
    const second = keepDiagram('b'.repeat(700), 'Second', null) ?? '';
    const third = keepDiagram('c'.repeat(700), 'Third', null) ?? '';
    expect(keptDiagrams().map(({ title }) => title)).toEqual(['Third', 'Second']);
    expect([first, second, third].map(keptDiagramText)).toEqual([null, 'b'.repeat(700), 'c'.repeat(700)]);
  });

  it('stay if the next one doesn’t fit in their place either', () => {
    limitStorage(2_000);
    const kept = ['a', 'b', 'c'].map((text) => keepDiagram(text.repeat(300), text, null) ?? '');
    const list = keptDiagrams();
    expect(keepDiagram('d'.repeat(1_990), 'Long', null)).toBeNull();
    expect(keepDiagram('d'.repeat(3_000), 'Longer', '1code')).toBe('1code');
    expect(keptDiagrams()).toEqual(list);
    expect(kept.map(keptDiagramText)).toEqual(['a', 'b', 'c'].map((text) => text.repeat(300)));
    expect(localStorage).toHaveLength(4);
  });

  it('can be taken out', () => {
    const code = keepDiagram('a', 'A', null) ?? '';
    forgetDiagram(keptDiagrams()[0]?.id ?? '');
    expect(keptDiagrams()).toEqual([]);
    expect(keptDiagramText(code)).toBeNull();
  });

  it('survive a damaged list', () => {
    localStorage.setItem('statescope.diagrams', '[1, {"id": 2}, null]');
    expect(keptDiagrams()).toEqual([]);
    expect(keepDiagram('a', 'A', '1a')).toBe('1a');
  });
});
