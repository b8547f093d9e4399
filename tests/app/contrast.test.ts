/**
 * Contrast of all themes against WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for shapes that identify a control (1.4.11). The
 * projector theme must pass higher limits, also in a lit room.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { themes as themeIds } from '../../src/url/link.ts';

const css = readFileSync(join(import.meta.dirname, '../../src/app/tokens.css'), 'utf8');

/** Colour tokens of the blocks with this selector. Later ones override earlier ones. */
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

/** Text as in WCAG 1.4.6, and shapes at WCAG's limit for text. */
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

/** @param glare Ambient light added to every colour, as a fraction of the projector's white. */
function contrast(one: string, other: string, glare = 0): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + glare + 0.05) / (dark + glare + 0.05);
}

/** Each text colour, and the backgrounds behind it. */
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
  // A reply's text is on its colour.
  surface: ['ink', 'request', 'reply', 'fail'],
};

/** Shapes needed to find or understand a control or a part of the diagram. */
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

describe('the projector theme, in a room with a sixth of its white’s brightness', () => {
  const GLARE = 1 / 6;

  test.each(Object.entries(texts))('keeps enough contrast for large text in --%s', (front, grounds) => {
    for (const ground of grounds) {
      const ratio = contrast(colourIn('projector', front), colourIn('projector', ground), GLARE);
      expect(ratio, `on --${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('keeps more contrast for every text colour than the light theme', () => {
    for (const [front, grounds] of Object.entries(texts)) {
      for (const ground of grounds) {
        const [ours, theirs] = (['projector', 'light'] as const).map((theme) =>
          contrast(colourIn(theme, front), colourIn(theme, ground), GLARE),
        );
        expect(ours, `--${front} on --${ground}`).toBeGreaterThan(theirs ?? 0);
      }
    }
  });

  test('shows edges and lifelines that disappear in the light theme', () => {
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
