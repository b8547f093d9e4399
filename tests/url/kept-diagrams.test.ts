// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDiagram, keepDiagram, keptDiagrams, keptDiagramText } from '../../src/url/kept-diagrams.ts';

beforeEach(() => localStorage.clear());

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
