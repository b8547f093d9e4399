/**
 * The way through an imported diagram. A stop is a thought: a message with its frame headings and notes, or one row if the
 * reader wants every row alone. At a frame with alternatives the way takes one part and passes the others over.
 */
import type { FrameKind } from './imported-diagram.ts';
import type { Block, DiagramStep, Part, SequenceDiagram, Stop, Walk, WalkOptions } from './model.ts';

export const plainWalk: WalkOptions = { isFull: false, choices: {} };

/** What a reader can choose at a block. */
export interface Choice {
  /** Index of the block. */
  readonly block: number;
  readonly word: FrameKind;
  /** Number of options: the parts, and at the end another way of passing the block. */
  readonly parts: number;
  /** `skip`: pass over the only part. `beside`: walk all parts side by side. */
  readonly last: 'skip' | 'beside' | null;
  readonly chosen: number;
}

const alternatives: ReadonlySet<FrameKind> = new Set(['alt', 'opt', 'critical']);

export function choiceAt(blocks: readonly Block[], index: number, { choices }: WalkOptions): Choice | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const { id, word, parts } = block;
  const chosen = choices[id] ?? 0;
  if (word === 'par' && parts.length > 1) {
    return { block: index, word, parts: 1, last: 'beside', chosen: Math.min(chosen, 1) };
  }
  if (!alternatives.has(word)) return null;
  const last = parts.length === 1 ? 'skip' : null;
  const most = parts.length - (last === null ? 1 : 0);
  return { block: index, word, parts: parts.length, last, chosen: Math.min(chosen, most) };
}

/** The number of ways past a block. */
export function optionsOf({ parts, last }: Choice): number {
  return parts + (last === null ? 0 : 1);
}

/** The choices at a row, from the outermost block to the innermost. */
export function choicesAround(
  blocks: readonly Block[],
  row: number,
  options: WalkOptions,
): readonly Choice[] {
  return blocks.flatMap(({ from, to }, index) =>
    from <= row && row <= to ? (choiceAt(blocks, index, options) ?? []) : [],
  );
}

/** @param blocks In the order of their beginnings, the outer one first. */
export function walkOf(
  steps: readonly DiagramStep[],
  blocks: readonly Block[],
  options: WalkOptions = plainWalk,
): Walk {
  const groups = new Walker(steps, blocks, options).walk();
  const stops = groups.map((rows, index) => stopOf(rows, index, steps));
  const stopOfRow: (number | null)[] = steps.map(() => null);
  stops.forEach(({ rows }, index) => {
    for (const row of rows) stopOfRow[row] = index;
  });
  return { options, stops, stopOf: stopOfRow };
}

/** The stop that shows a row, or the last one before it. */
export function stopAt({ stopOf: byRow }: Walk, row: number): number {
  for (let index = Math.min(row, byRow.length - 1); index >= 0; index -= 1) {
    const stop = byRow[index];
    if (stop !== null && stop !== undefined) return stop;
  }
  return 0;
}

/** The steps of a diagram that are stops, in order: all of them in a run. */
export function stopsOf({
  steps,
  imported,
}: Pick<SequenceDiagram, 'steps' | 'imported'>): readonly DiagramStep[] {
  if (imported === undefined) return steps;
  const { walk } = imported;
  const known = stepsOf.get(walk) ?? walk.stops.map(({ step }) => step);
  stepsOf.set(walk, known);
  return known;
}

/** The step that is shown at a row: that of its stop. */
export function shownStep(
  { steps, imported }: Pick<SequenceDiagram, 'steps' | 'imported'>,
  row: number,
): DiagramStep | undefined {
  return imported === undefined ? steps[row] : imported.walk.stops[stopAt(imported.walk, row)]?.step;
}

/** The stop of a row, an index from 0. */
export function stopOfRow({ imported }: Pick<SequenceDiagram, 'imported'>, row: number): number {
  return imported === undefined ? row : stopAt(imported.walk, row);
}

/** The row that stands for a stop. */
export function rowOfStop({ imported }: Pick<SequenceDiagram, 'imported'>, stop: number): number {
  return imported?.walk.stops[stop]?.at ?? stop;
}

const stepsOf = new WeakMap<Walk, readonly DiagramStep[]>();

export type RowTime = 'past' | 'present' | 'future' | 'passed-over';

/** What is shown of a diagram at a step. */
export interface ShownRows {
  /** The last row that is shown. */
  readonly to: number;
  /** The last row that has been reached. */
  readonly reached: number;
  /** First and last row of the present stop. */
  readonly present: readonly [number, number];
  timeOf(row: number): RowTime;
}

export function shownRows({ imported }: Pick<SequenceDiagram, 'imported'>, step: number): ShownRows {
  if (imported === undefined) {
    const timeOf = (row: number) => (row < step ? 'past' : row === step ? 'present' : 'future');
    return { to: step, reached: step, present: [step, step], timeOf };
  }
  const { stops, stopOf: byRow } = imported.walk;
  const stop = byRow[step] ?? stopAt(imported.walk, step);
  const rows = stops[stop]?.rows ?? [step];
  const reached = Math.max(...rows, reachedBefore(stops, stop));
  let to = reached;
  // Parts that are passed over show as soon as everything above them does.
  while (to + 1 < byRow.length && byRow[to + 1] === null) to += 1;
  const timeOf = (row: number) => {
    const own = byRow[row] ?? null;
    if (own === null) return 'passed-over';
    return own < stop ? 'past' : own === stop ? 'present' : 'future';
  };
  return { to, reached, present: [rows[0] ?? step, rows.at(-1) ?? step], timeOf };
}

/** Where parts are walked side by side, an earlier stop can have a lower row. */
function reachedBefore(stops: readonly Stop[], stop: number): number {
  const before = stops[stop - 1]?.rows ?? [];
  return Math.max(0, ...before);
}

type Rows = number[];

class Walker {
  readonly #steps: readonly DiagramStep[];
  readonly #blocks: readonly Block[];
  readonly #options: WalkOptions;
  readonly #hasThoughts: boolean;
  /** Index of the next block that hasn't begun. */
  #next = 0;

  constructor(steps: readonly DiagramStep[], blocks: readonly Block[], options: WalkOptions) {
    this.#steps = steps;
    this.#blocks = blocks;
    this.#options = options;
    this.#hasThoughts = steps.some(isThought);
  }

  walk(): readonly Rows[] {
    return this.#stretch(0, this.#steps.length - 1, []);
  }

  /** @param lead Rows that arrive with the first message: the headings above it. */
  #stretch(from: number, to: number, lead: Rows): Rows[] {
    const groups: Rows[] = [];
    let waiting = lead;
    for (let index = from; index <= to; index += 1) {
      const block = this.#blocks[this.#next];
      if (block !== undefined && block.from === index) {
        const inside = this.#block(block, waiting);
        for (const each of inside) groups.push(each);
        if (inside.length > 0) waiting = [];
        index = block.to;
        continue;
      }
      const last = groups.at(-1);
      if (this.#isThought(index) || this.#options.isFull) {
        groups.push([...waiting, index]);
        waiting = [];
      } else if (last !== undefined && waiting.length === 0) last.push(index);
      else waiting.push(index);
    }
    if (waiting.length > 0) groups.push(waiting);
    return groups;
  }

  /** Without a message, each note is a thought. */
  #isThought(index: number): boolean {
    const step = this.#steps[index];
    return this.#hasThoughts ? isThought(step) : step?.row.kind === 'note';
  }

  #block({ from, to, parts }: Block, waiting: Rows): Rows[] {
    const index = this.#next;
    this.#next += 1;
    const choice = choiceAt(this.#blocks, index, this.#options);
    const isChoice = choice !== null && choice.last !== 'beside';
    const lists = parts.map((part, place) => {
      if (isChoice && place !== choice.chosen) {
        this.#passOver(part.to);
        return [];
      }
      const lead = place === 0 || isChoice ? waiting : [];
      return this.#part(part, lead);
    });
    this.#passOver(to);
    // Where the only part is passed over, its heading still tells so.
    if (choice?.last === 'skip' && choice.chosen === 1) return [[...waiting, from]];
    return choice?.last === 'beside' && choice.chosen === 1 ? sideBySide(lists) : lists.flat();
  }

  #part({ from, to }: Part, lead: Rows): Rows[] {
    if (!this.#options.isFull) return this.#stretch(from + 1, to, [...lead, from]);
    return [[...lead, from], ...this.#stretch(from + 1, to, [])];
  }

  /** Blocks inside of what is passed over don't begin. */
  #passOver(to: number): void {
    while ((this.#blocks[this.#next]?.from ?? Number.POSITIVE_INFINITY) <= to) this.#next += 1;
  }
}

function sideBySide(lists: readonly (readonly Rows[])[]): Rows[] {
  const length = Math.max(0, ...lists.map((each) => each.length));
  return Array.from({ length }, (_, index) =>
    lists.flatMap((each) => each[index] ?? []).sort((one, other) => one - other),
  );
}

function stopOf(rows: Rows, index: number, steps: readonly DiagramStep[]): Stop {
  const shown = rows.flatMap((row) => steps[row] ?? []);
  const rowOf = (kind: string) => rows.find((row) => steps[row]?.row.kind === kind);
  const at = rows.find((row) => isThought(steps[row])) ?? rowOf('note') ?? rows.at(-1) ?? 0;
  const main = steps[at];
  if (main === undefined) throw new Error(`The diagram has no row ${at}.`);
  const thoughts = shown.filter(isThought);
  const narrated = shown.flatMap(({ narration }) => (narration === undefined ? [] : [narration]));
  const forPresenter = shown.flatMap(({ presenterNote }) => presenterNote ?? []).join(' ');
  const spoken = thoughts.length > 0 ? thoughts : [main];
  const caption = joined(narrated.length > 0 ? narrated : spoken.map((each) => each.caption));
  const step: DiagramStep = {
    ...main,
    key: String(index),
    request: String(index),
    caption,
    sentence: shown.map(({ sentence }) => sentence).join(' '),
    ...(forPresenter !== '' && { presenterNote: forPresenter }),
  };
  return { at, rows, step };
}

/** A message, or a folded frame. */
function isThought(step: DiagramStep | undefined): boolean {
  return step?.row.kind === 'message' || (step?.row.kind === 'note' && step.row.folded !== undefined);
}

function joined(phrases: readonly DiagramStep['caption'][]): DiagramStep['caption'] {
  return phrases.flatMap((phrase, index) =>
    index === 0 ? phrase : [{ text: ' · ', tone: 'plain' } as const, ...phrase],
  );
}
