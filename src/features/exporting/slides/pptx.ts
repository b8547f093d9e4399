/** Writes slides as a PowerPoint file of editable shapes. */
import { unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { Palette } from '../../../sequence/palette.ts';
import type { PhrasePart } from '../../../sequence/phrasebook.ts';
import type {
  Slide,
  SlideLine,
  SlideShape,
  Slides,
  SlideText,
  Stroke,
} from '../../../sequence/slides/slide-model.ts';
import { hexOf } from './hex-colour.ts';
import { withConnectors, withLatinFont, withParagraphs } from './pptx-xml.ts';

export interface Deck {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly palette: Palette;
  /** Sets of slides. Each one has its own scale. */
  readonly sets: readonly Slides[];
}

export interface PptxOptions {
  readonly signal: AbortSignal;
  /** Is awaited, so that the page can render in between. From 0 to 1. */
  onProgress(done: number): Promise<void>;
}

const INCHES = { width: 13.333, height: 7.5 } as const;
/** Left and right of the diagram. */
const MARGIN_INCHES = 0.25;
const POINTS_PER_INCH = 72;
/** On Windows. PowerPoint for macOS and LibreOffice replace it by their own Korean font. */
const FONT = 'Malgun Gothic';
/** On Windows and macOS. LibreOffice replaces it by one with letters of equal widths. */
const LATIN_FONT = 'Arial';
const MASTER = 'DIAGRAM';
/** Adding slides, of the whole work; the rest is compression. */
const ADDED_SHARE = 0.7;

/** @throws When it's aborted. */
export async function writePptx(
  { title, language, palette, sets }: Deck,
  options: PptxOptions,
): Promise<Blob> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', ...INCHES });
  pptx.layout = 'WIDE';
  pptx.title = valid(title);
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  defineMaster(pptx, palette, sets[0]);
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  let done = 0;
  for (const set of sets) {
    for (let index = 0; index < set.count; index += 1) {
      options.signal.throwIfAborted();
      new SlideWriter(pptx, set, palette, language).write(set.slideAt(index));
      done += 1;
      await options.onProgress((ADDED_SHARE * done) / count);
    }
  }
  const written = await pptx.write({ outputType: 'uint8array' });
  options.signal.throwIfAborted();
  if (!(written instanceof Uint8Array)) throw new Error('No presentation was made.');
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  return new Blob([repaired(written)], { type });
}

/** The library writes notes as one paragraph, lines as shapes, and one font for all scripts. */
function repaired(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const rewrite = (path: string, change: (xml: string) => string) => {
    const part = parts[path];
    if (part !== undefined) parts[path] = encoder.encode(change(decoder.decode(part)));
  };
  for (const path of Object.keys(parts)) {
    if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path)) rewrite(path, withParagraphs);
    if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) rewrite(path, withConnectors);
    if (/^ppt\/.*\.xml$/.test(path)) rewrite(path, (xml) => withLatinFont(xml, LATIN_FONT));
  }
  return new Uint8Array(zipSync(parts));
}

function defineMaster(pptx: PptxGenJS, palette: Palette, set: Slides | undefined): void {
  const h = set === undefined ? 1 : (set.titleHeight / set.height) * INCHES.height;
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: hexOf(palette.surface) },
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', x: 0.4, y: 0.1, w: INCHES.width - 0.8, h: h - 0.15 },
            ...{
              margin: 0,
              align: 'left',
              valign: 'middle',
              bold: true,
              color: hexOf(palette.ink),
              fontFace: FONT,
            },
          },
          text: '',
        },
      },
    ],
  });
}

const toneColours = {
  plain: 'ink',
  request: 'request',
  reply: 'reply',
  failure: 'fail',
  memory: 'memory',
} as const;
const dashTypes = { none: 'solid', dashes: 'dash', dots: 'sysDot' } as const;
const arrowTypes = {
  none: 'none',
  filled: 'triangle',
  open: 'arrow',
  half: 'stealth',
  point: 'oval',
} as const;
const aligns = { start: 'left', middle: 'center', end: 'right' } as const;

class SlideWriter {
  readonly #slide: PptxGenJS.Slide;
  readonly #palette: Palette;
  readonly #language: string;
  /** Inches of a pixel. */
  readonly #scale: number;

  constructor(pptx: PptxGenJS, { width }: Slides, palette: Palette, language: string) {
    this.#slide = pptx.addSlide({ masterName: MASTER });
    this.#palette = palette;
    this.#language = language;
    this.#scale = (INCHES.width - 2 * MARGIN_INCHES) / width;
  }

  write({ title, titlePx, notes, shapes }: Slide): void {
    const fontSize = this.#points(titlePx);
    const runs = title.map(({ text, tone }: PhrasePart) => ({
      text: valid(text),
      options: { color: hexOf(this.#palette[toneColours[tone]]), bold: true, fontSize, lang: this.#language },
    }));
    this.#slide.addText(runs, { placeholder: 'title' });
    for (const shape of shapes) this.#shape(shape);
    this.#slide.addNotes(valid(notes));
  }

  #shape(shape: SlideShape): void {
    switch (shape.kind) {
      case 'line':
        this.#line(shape);
        break;
      case 'words':
        this.#slide.addText(linesOf(shape.words), { ...this.#place(shape.box), ...this.#font(shape.words) });
        break;
      case 'box': {
        const { form, corner, fill, fillOpacity, line, words } = shape;
        const place = this.#place(shape.box);
        const name = form === 'ellipse' ? 'ellipse' : corner > 0 ? 'roundRect' : 'rect';
        const paint = {
          ...place,
          ...(fill !== null && {
            fill: { color: hexOf(fill), transparency: Math.round(100 * (1 - fillOpacity)) },
          }),
          ...(line !== null && { line: this.#stroke(line) }),
          ...(corner > 0 && { rectRadius: Math.min(corner * this.#scale, Math.min(place.w, place.h) / 2) }),
        };
        if (words === null) this.#slide.addShape(name, paint);
        // A group's name stands at its upper edge.
        else
          this.#slide.addText(linesOf(words), {
            ...paint,
            ...this.#font(words),
            shape: name,
            ...alignOf(shape),
          });
        break;
      }
      default:
        throw new Error(`Unknown shape ${shape satisfies never}`);
    }
  }

  #line({ x1, y1, x2, y2, stroke, begin, end }: SlideLine): void {
    const box = {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    };
    this.#slide.addShape('line', {
      ...this.#place(box),
      ...(x2 < x1 && { flipH: true }),
      ...(y2 < y1 && { flipV: true }),
      line: { ...this.#stroke(stroke), beginArrowType: arrowTypes[begin], endArrowType: arrowTypes[end] },
    });
  }

  #place({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
    const scale = this.#scale;
    return { x: MARGIN_INCHES + x * scale, y: y * scale, w: width * scale, h: height * scale };
  }

  #stroke({ colour, widthPx, dashes }: Stroke) {
    return {
      color: hexOf(colour),
      width: Math.max(0.25, this.#points(widthPx)),
      dashType: dashTypes[dashes],
    };
  }

  #font({ fontPx, colour, isBold, isStruck, anchor }: SlideText) {
    return {
      ...{ fontFace: FONT, fontSize: this.#points(fontPx), color: hexOf(colour), lang: this.#language },
      ...{ bold: isBold, align: aligns[anchor], valign: 'middle' as const, margin: 0, wrap: false },
      ...(isStruck && { strike: 'sngStrike' as const }),
    };
  }

  #points(px: number): number {
    return Math.round(px * this.#scale * POINTS_PER_INCH * 10) / 10;
  }
}

function linesOf({ lines }: SlideText): string {
  return valid(lines.join('\n'));
}

function alignOf({ box, words }: Extract<SlideShape, { kind: 'box' }>) {
  const isTall = words !== null && box.height > 4 * words.lines.length * words.fontPx;
  return { align: 'center' as const, valign: isTall ? ('top' as const) : ('middle' as const) };
}

/** Without characters that XML 1.0 can't contain, and without halves of a pair. */
export function valid(text: string): string {
  return [...text]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
      return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('');
}
