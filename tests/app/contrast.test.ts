/**
 * The colours of all themes against WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows a control (1.4.11); that for
 * projectors against more, and in a room with light.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { themes as themeIds } from '../../src/url/link.ts';

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
const projector = new Map([...light, ...tokensOf('[data-theme="projector"]')]);
const themes = { light, dark: new Map([...light, ...tokensOf('[data-theme="dark"]')]), projector };

/** Text as WCAG 1.4.6 wants it, and shapes as it wants text. */
const least = {
  light: { text: 4.5, shape: 3 },
  dark: { text: 4.5, shape: 3 },
  projector: { text: 7, shape: 4.5 },
};

/** Relative luminance of `#rrggbb`, 0 to 1, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param glare What the room's own light adds to every colour, as a part of the projector's white. */
function contrast(one: string, other: string, glare = 0): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + glare + 0.05) / (dark + glare + 0.05);
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
  future: ['surface'],
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

function colourIn(theme: keyof typeof themes, name: string): string {
  const value = themes[theme].get(name);
  if (value === undefined) throw new Error(`The theme ${theme} has no colour --${name}.`);
  return value;
}

for (const theme of themeIds) {
  describe(`the ${theme} theme`, () => {
    for (const [kind, pairs] of Object.entries({ text: texts, shape: shapes })) {
      const ratio = least[theme][kind as 'text' | 'shape'];
      for (const [front, grounds] of Object.entries(pairs)) {
        for (const ground of grounds) {
          test(`${kind} in --${front} on --${ground} is at least ${ratio}:1`, () => {
            expect(contrast(colourIn(theme, front), colourIn(theme, ground))).toBeGreaterThanOrEqual(ratio);
          });
        }
      }
    }
  });
}

describe('the theme for projectors, in a room that is a sixth as bright as its white', () => {
  const GLARE = 1 / 6;

  test.each(Object.entries(texts))(
    'leaves words in --%s large enough a contrast for large letters',
    (front, grounds) => {
      for (const ground of grounds) {
        const ratio = contrast(colourIn('projector', front), colourIn('projector', ground), GLARE);
        expect(ratio, `on --${ground}`).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('leaves more of every colour of words than the light theme does', () => {
    for (const [front, grounds] of Object.entries(texts)) {
      for (const ground of grounds) {
        const [ours, theirs] = (['projector', 'light'] as const).map((theme) =>
          contrast(colourIn(theme, front), colourIn(theme, ground), GLARE),
        );
        expect(ours, `--${front} on --${ground}`).toBeGreaterThan(theirs ?? 0);
      }
    }
  });

  test('shows edges and lifelines that the light theme lets the room swallow', () => {
    for (const name of ['line', 'control-line', 'lifeline', 'memory-line']) {
      expect(
        contrast(colourIn('projector', name), colourIn('projector', 'surface'), GLARE),
        name,
      ).toBeGreaterThan(2);
    }
  });
});

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
