/**
 * The columns of an imported diagram: each is as wide as its words need, as in Mermaid. No word is broken, unless it alone
 * takes most of the width. What fits into the width fills it; anything wider is scrolled sideways.
 */
import { widestWord } from './break-lines.ts';
import { fontOf, headEm, headWeight } from './geometry/head-sizes.ts';
import { iconOf } from './geometry/icons.ts';
import { BAR_EM, FRAME_INSET_EM, NOTE_FONT } from './geometry/sizes.ts';
import type { Interruptible } from './interruptible.ts';
import type { LayoutOptions } from './layout-model.ts';
import type { MessageRow, NoteRow, Participant, SequenceDiagram } from './model.ts';
import { ARROW_INSET_EM, ARROW_SHOWN_EM, LOOP_EM, numberOf, wordsOf } from './place-message.ts';
import { NOTE_OFFSET_EM, NOTE_PADDING_EM } from './sheet.ts';

export interface Columns {
  readonly width: number;
  /** Position of each lifeline. */
  readonly columns: ReadonlyMap<string, number>;
  /** Half of the width that each column has for its head. */
  readonly halves: ReadonlyMap<string, number>;
}

/** A word that is wider than this share of the width is broken, unless the layout has another one. */
const WORD_SHARE = 0.6;
/** Words are broken into lines of about this width. A long note is wider. */
const LINE_WIDTH_EM = 14;
const LONG_LINE_EM = 20;
const LONG_TEXT_EM = 70;
/** A label of more lines than these, such as a JSON body, is as wide as a long note. */
const SHORT_LABEL_LINES = 6;
const NAME_WIDTH_EM = 9;
/** Least and greatest width of a head, unless its name is wider. */
const HEAD_MIN_EM = 4.5;
const HEAD_MAX_EM = 15;
/** From words or a note to the next lifeline, and from a lifeline to the edge. */
const CLEAR_EM = 0.6;
const EDGE_EM = 1.2;
/** Letters on the page can be a little wider than measured, and positions are rounded. */
const SLACK = 1.02;
const ROUNDING_PX = 2;
/** The columns are squeezed into the width if they keep at least this share of what they would like beyond their least. */
const SQUEEZED_SHARE = 0.25;

/** What is needed at least, and for comfort. */
interface Need {
  least: number;
  wanted: number;
}

export function* placeColumns(diagram: SequenceDiagram, options: LayoutOptions): Interruptible<Columns> {
  const needs = new Needs(diagram, options);
  yield* needs.ofRows(diagram);
  const least = needs.solve('least');
  const wanted = needs.solve('wanted').map((each, index) => Math.max(each, least[index] ?? 0));
  const gaps = fitted(least, wanted, options.width);
  const width = Math.max(options.width, Math.ceil(sum(gaps)));
  let x = 0;
  const xs = diagram.participants.map((_, index) => {
    x += gaps[index] ?? 0;
    return Math.round(x);
  });
  const ids = diagram.participants.map(({ id }) => id);
  const halves = needs.heads.map((head, index) => halfOf(head, index, { gaps, heads: needs.heads, options }));
  return {
    width,
    columns: new Map(ids.map((id, index) => [id, xs[index] ?? 0])),
    halves: new Map(ids.map((id, index) => [id, halves[index] ?? 0])),
  };
}

function fitted(least: readonly number[], wanted: readonly number[], width: number): readonly number[] {
  const [atLeast, atBest] = [sum(least), sum(wanted)];
  if (atBest <= width) return filled(wanted, width);
  const share = (width - atLeast) / (atBest - atLeast);
  if (share < SQUEEZED_SHARE) return wanted;
  return least.map((each, index) => each + share * ((wanted[index] ?? each) - each));
}

/** Widens the narrowest gaps first. A margin counts as half a gap, so that equal columns stay equal. */
function filled(gaps: readonly number[], width: number): readonly number[] {
  const last = gaps.length - 1;
  const at = (level: number) =>
    gaps.map((gap, index) => Math.max(gap, index === 0 || index === last ? level / 2 : level));
  let [low, high] = [0, width];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= width) low = middle;
    else high = middle;
  }
  return at(low);
}

interface Neighbours {
  readonly gaps: readonly number[];
  readonly heads: readonly Need[];
  readonly options: LayoutOptions;
}

/** As much on either side as both neighbours leave, so that its lifeline is in its middle. */
function halfOf(head: Need, index: number, { gaps, heads, options }: Neighbours): number {
  const sides = [index - 1, index + 1].map((next) => {
    const gap = gaps[Math.max(index, next)] ?? 0;
    const other = heads[next];
    return other === undefined ? gap : shareOf(gap, head, other);
  });
  return Math.min(...sides, Math.max((HEAD_MAX_EM * options.fontPx) / 2, head.wanted / 2));
}

/** The part of a gap between two heads that the first one takes. The other one takes the rest. */
function shareOf(gap: number, head: Need, other: Need): number {
  const [own, theirs] = [head.wanted / 2, other.wanted / 2];
  if (own + theirs <= gap) return own > gap / 2 ? own : Math.min(gap / 2, gap - theirs);
  // Squeezed: each keeps its least, and they share the rest by what they would like.
  const [ownLeast, theirLeast] = [head.least / 2, other.least / 2];
  const liked = own - ownLeast + (theirs - theirLeast);
  const spare = gap - ownLeast - theirLeast;
  return liked <= 0 ? gap / 2 : ownLeast + (spare * (own - ownLeast)) / liked;
}

class Needs {
  readonly heads: readonly Need[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #options: LayoutOptions;
  /** Between the lifelines `from` and `to`, by their indices. -1 and `count` are the edges. */
  readonly #distances = new Map<string, Need & { readonly from: number; readonly to: number }>();
  readonly #count: number;

  constructor(diagram: SequenceDiagram, options: LayoutOptions) {
    const { participants, frames } = diagram;
    this.#options = options;
    this.#count = participants.length;
    this.#places = new Map(participants.map(({ id }, index) => [id, index]));
    this.heads = participants.map((each) => this.#head(each));
    const depth = 1 + Math.max(-1, ...frames.map((frame) => frame.depth));
    const edge = (EDGE_EM + depth * FRAME_INSET_EM) * options.fontPx;
    for (let index = 0; index <= this.#count; index += 1) {
      const [before, after] = [this.heads[index - 1], this.heads[index]];
      const half = (need: 'least' | 'wanted') => ((before?.[need] ?? 0) + (after?.[need] ?? 0)) / 2;
      const least = before === undefined || after === undefined ? edge : 0;
      this.#need(index - 1, index, {
        least: Math.max(least, half('least')),
        wanted: Math.max(least, half('wanted')),
      });
    }
  }

  *ofRows({ steps }: SequenceDiagram): Interruptible<void> {
    for (const { row } of steps) {
      if (row.kind === 'message') this.#message(row);
      else if (row.kind === 'note') this.#note(row);
      yield;
    }
  }

  /** The gaps before, between and after the lifelines. A need across several gaps is spread over all of them. */
  solve(need: 'least' | 'wanted'): number[] {
    const gaps = Array.from({ length: this.#count + 1 }, () => 0);
    const byLength = [...this.#distances.values()].sort((a, b) => a.to - a.from - (b.to - b.from));
    for (const { from, to, [need]: distance } of byLength) {
      const present = sum(gaps.slice(from + 1, to + 1));
      if (present >= distance) continue;
      const each = (distance - present) / (to - from);
      for (let index = from + 1; index <= to; index += 1) gaps[index] = (gaps[index] ?? 0) + each;
    }
    return gaps;
  }

  #need(from: number, to: number, { least, wanted }: Need): void {
    const key = `${from} ${to}`;
    const known = this.#distances.get(key);
    if (known === undefined) this.#distances.set(key, { from, to, least, wanted: Math.max(least, wanted) });
    else {
      known.least = Math.max(known.least, least);
      known.wanted = Math.max(known.wanted, wanted, least);
    }
  }

  get #widestWord(): number {
    const { width, wordShare = WORD_SHARE } = this.#options;
    return wordShare * width;
  }

  #place(id: string): number {
    return this.#places.get(id) ?? 0;
  }

  #head(participant: Participant): Need {
    const { fontPx: em, measureText } = this.#options;
    const { fontPx } = fontOf('name', em);
    const measure = (text: string) => measureText(text, fontPx, headWeight.name);
    const icon = iconOf(participant) === null ? 0 : headEm.iconSize + headEm.iconGap;
    const around =
      2 * (headEm.headBorder + headEm.headPadding + headEm.headMarginMax / 2) + headEm.titleIndent;
    const name = this.#words(participant.name, measure, NAME_WIDTH_EM * em);
    const extra = (around + icon + 0.4) * em;
    const need = (words: number) => Math.max(HEAD_MIN_EM * em, Math.min(words, this.#widestWord) + extra);
    return { least: need(name.least), wanted: need(name.wanted) };
  }

  #message(row: MessageRow): void {
    const { fontPx: em, measureText } = this.#options;
    const [from, to] = [this.#place(row.from), this.#place(row.to)];
    const measure = (text: string) => measureText(text, em, 700);
    const isLong = row.label.split('\n').length > SHORT_LABEL_LINES;
    const line = isLong ? LONG_LINE_EM : LINE_WIDTH_EM;
    const words = this.#words(wordsOf(row), measure, line * em, measure(numberOf(row)));
    const bars = ((row.bars?.from ?? 0) + (row.bars?.to ?? 0)) * BAR_EM;
    if (from === to) {
      const extra = (ARROW_INSET_EM + bars + CLEAR_EM) * em;
      const out = LOOP_EM.out * em;
      const reach = (width: number) => Math.max(out, width) + extra + ROUNDING_PX;
      this.#need(from, from + 1, { least: reach(words.least), wanted: reach(words.wanted) });
      return;
    }
    const extra = (2 * ARROW_INSET_EM + ARROW_SHOWN_EM / 2 + bars) * em + ROUNDING_PX;
    const ends = [Math.min(from, to), Math.max(from, to)] as const;
    this.#need(...ends, { least: words.least + extra, wanted: words.wanted + extra });
  }

  #note(row: NoteRow): void {
    const { fontPx: em, measureText } = this.#options;
    const fontPx = NOTE_FONT * em;
    const padding = 2 * NOTE_PADDING_EM * fontPx;
    const total = measureText(row.text.slice(0, 1_000), fontPx, 600);
    const line = total > LONG_TEXT_EM * em ? LONG_LINE_EM : LINE_WIDTH_EM;
    const words = this.#words(row.text, (text) => measureText(text, fontPx, 600), line * em);
    const places = row.participants.map((each) => this.#place(each));
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const offset = NOTE_OFFSET_EM * em;
    const clear = CLEAR_EM * em + ROUNDING_PX;
    const beside = (width: number) => width + padding + offset + clear;
    const need = (from: number, to: number, width: (words: number) => number) =>
      this.#need(from, to, { least: width(words.least), wanted: width(words.wanted) });
    if (row.place === 'left') need(first - 1, first, beside);
    else if (row.place === 'right') need(last, last + 1, beside);
    else {
      // On either side of its lifelines it keeps clear of the next ones.
      if (first !== last) need(first, last, (width) => width + padding - 2 * offset + ROUNDING_PX);
      const over = (width: number) =>
        (first === last ? Math.max(offset, (width + padding) / 2) : offset) + clear;
      need(first - 1, first, over);
      need(last, last + 1, over);
    }
  }

  /**
   * @param line The width of a line of several words.
   * @param number The width of a number before the first word, which keeps to it.
   */
  #words(text: string, measure: (text: string) => number, line: number, number = 0): Need {
    const most = this.#widestWord + number;
    const widest = Math.min(most, widestWord(text, measure) * SLACK);
    const whole =
      Math.max(
        0,
        ...text
          .slice(0, 1_000)
          .split('\n')
          .map((each) => measure(each.trim())),
      ) * SLACK;
    // Lines of equal length, so that no word stands alone on the last one.
    const lines = Math.ceil(whole / line);
    const wanted = lines <= 1 ? whole : Math.min(line, (whole / lines) * 1.15);
    return { least: widest, wanted: Math.min(most, Math.max(widest, wanted)) };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
