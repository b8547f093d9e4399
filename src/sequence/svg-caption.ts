/** A step's caption as SVG. */
import { breakLines } from './break-lines.ts';
import type { MeasureText } from './layout-model.ts';
import type { SequenceDiagram } from './model.ts';
import type { Palette } from './palette.ts';
import type { Phrase, PhrasePart } from './phrasebook.ts';
import { element, words } from './svg-text.ts';
import { shownStep } from './walk-stops.ts';

const CAPTION_FONT_PX = 30;

export interface Caption {
  readonly svg: string;
  readonly height: number;
}

interface CaptionOptions {
  readonly palette: Palette;
  readonly measureText: MeasureText;
}

const toneColours = {
  plain: 'ink',
  request: 'request',
  reply: 'reply',
  failure: 'fail',
  memory: 'memory',
} as const;

/** The caption below the rows, each part in its tone. */
export function svgCaption(
  diagram: SequenceDiagram,
  step: number,
  width: number,
  { palette, measureText }: CaptionOptions,
): Caption {
  const lineHeight = 1.35 * CAPTION_FONT_PX;
  const padding = 0.8 * CAPTION_FONT_PX;
  const parts = shownStep(diagram, step)?.caption ?? [];
  const measure = (line: string) => measureText(line, CAPTION_FONT_PX, 700);
  const lines = breakLines(parts.map(({ text }) => text).join(''), width - 2 * padding, measure);
  const height = lines.length * lineHeight + padding;
  const spans = tonedLines(lines, parts).map((line, index) =>
    element(
      'tspan',
      { x: padding, y: padding / 2 + (index + 0.75) * lineHeight },
      ...line.map(({ text, tone }) => element('tspan', { fill: palette[toneColours[tone]] }, words(text))),
    ),
  );
  const svg =
    element('path', { d: `M0 0H${width}`, stroke: palette.line }) +
    element('text', { 'font-size': CAPTION_FONT_PX, 'font-weight': 700, 'xml:space': 'preserve' }, ...spans);
  return { svg, height };
}

/** A phrase's parts in the lines that its text was broken into. A line break replaces the space at that position. */
function tonedLines(lines: readonly string[], phrase: Phrase): Phrase[] {
  const characters = phrase.flatMap(({ text, tone }) => [...text].map((character) => ({ character, tone })));
  let at = 0;
  return lines.map((line) => {
    const parts: PhrasePart[] = [];
    for (const character of line) {
      while (characters[at] !== undefined && characters[at]?.character !== character) at += 1;
      const tone = characters[at]?.tone ?? 'plain';
      at += 1;
      const last = parts.at(-1);
      if (last?.tone === tone) parts[parts.length - 1] = { text: last.text + character, tone };
      else parts.push({ text: character, tone });
    }
    return parts;
  });
}
