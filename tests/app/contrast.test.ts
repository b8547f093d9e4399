/** The colours of both themes against WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows a control (1.4.11). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/app/tokens.css'), 'utf8');

/** Colour tokens of the blocks with this selector, later ones over earlier ones. */
function tokensOf(selector: string): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const [, selectors, body] of css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors?.split(',').some((each) => each.trim() === selector)) continue;
    for (const [, name = '', value = ''] of body?.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/gi) ?? []) {
      tokens.set(name, value);
    }
  }
  return tokens;
}

const light = tokensOf(':root');
const themes = { light, dark: new Map([...light, ...tokensOf('[data-theme="dark"]')]) };

/** Relative luminance of `#rrggbb`, 0 to 1, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Each colour of text, and every ground that it stands on. */
const texts: Record<string, readonly string[]> = {
  ink: ['page', 'surface', 'sunken', 'fail-bg'],
  'ink-2': ['page', 'surface', 'sunken', 'fail-bg'],
  request: ['page', 'surface'],
  reply: ['page', 'surface', 'reply-bg'],
  fail: ['page', 'surface', 'sunken', 'fail-bg'],
  memory: ['page', 'surface', 'memory-bg'],
  'past-request': ['surface'],
  'past-reply': ['surface'],
  'past-fail': ['surface'],
  // A reply's words stand on its colour.
  surface: ['ink', 'request', 'reply', 'fail'],
};

/** What must be seen to find or to understand a control or a part of the drawing. */
const shapes: Record<string, readonly string[]> = {
  'control-line': ['page', 'surface'],
  focus: ['page', 'surface', 'sunken'],
  request: ['surface'],
  reply: ['surface'],
  fail: ['surface', 'fail-bg'],
};

for (const [theme, tokens] of Object.entries(themes)) {
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`The theme ${theme} has no colour --${name}.`);
    return value;
  };
  describe(`the ${theme} theme`, () => {
    for (const [kind, pairs, least] of [
      ['text', texts, 4.5],
      ['shape', shapes, 3],
    ] as const) {
      for (const [front, grounds] of Object.entries(pairs)) {
        for (const ground of grounds) {
          test(`${kind} in --${front} on --${ground} is at least ${least}:1`, () => {
            expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least);
          });
        }
      }
    }
  });
}

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
