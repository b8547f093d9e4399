/**
 * The way through an imported diagram. A stop is a thought: a message with its frame headings and notes, or one row if the
 * reader wants every row alone. At a frame with alternatives the way takes one part and passes the others over.
 */
import { startOfPhrase, startOfStep } from './imported-limits.ts';
import { finished, type Interruptible } from './interruptible.ts';
import type { Block, DiagramStep, Part, Stop, Walk, WalkOptions } from './model.ts';
import { choiceAt } from './walk-choices.ts';

export const plainWalk: WalkOptions = { isFull: false, choices: {} };

/** @param blocks In the order of their beginnings, the outer one first. */
export function walkOf(
  steps: readonly DiagramStep[],
  blocks: readonly Block[],
  options: WalkOptions = plainWalk,
): Walk {
  return finished(walking(steps, blocks, options));
}

/** The same, stop by stop. */
export function* walking(
  steps: readonly DiagramStep[],
  blocks: readonly Block[],
  options: WalkOptions,
): Interruptible<Walk> {
  const groups = new Walker(steps, blocks, options).walk();
  yield;
  const stops: Stop[] = [];
  for (const [index, rows] of groups.entries()) {
    stops.push(stopOf(rows, index, steps));
    yield;
  }
  const stopOfRow: (number | null)[] = steps.map(() => null);
  stops.forEach(({ rows }, index) => {
    for (const row of rows) stopOfRow[row] = index;
  });
  return { options, stops, stopOf: stopOfRow };
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
      } else if (last === undefined || waiting.length > 0) waiting.push(index);
      // Below rows that are passed over, the last message can be out of sight.
      else if (last.at(-1) === index - 1) last.push(index);
      else groups.push([index]);
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
  const beside: Rows[] = [];
  for (const list of lists) {
    for (const [index, rows] of list.entries()) {
      const group = beside[index];
      if (group === undefined) beside[index] = [...rows];
      else for (const row of rows) group.push(row);
    }
  }
  return beside.map((rows) => rows.sort((one, other) => one - other));
}

function stopOf(rows: Rows, index: number, steps: readonly DiagramStep[]): Stop {
  const shown = rows.flatMap((row) => steps[row] ?? []);
  const rowOf = (kind: string) => rows.find((row) => steps[row]?.row.kind === kind);
  const at = rows.find((row) => isThought(steps[row])) ?? rowOf('note') ?? rows.at(-1) ?? 0;
  const main = steps[at];
  if (main === undefined) throw new Error(`The diagram has no row ${at}.`);
  const thoughts = shown.filter(isThought);
  const narrated = shown.flatMap(({ narration }) => (narration === undefined ? [] : [narration]));
  const forPresenter = startOfStep(shown.flatMap(({ presenterNote }) => presenterNote ?? []).join(' '));
  const spoken = thoughts.length > 0 ? thoughts : [main];
  const caption = startOfPhrase(joined(narrated.length > 0 ? narrated : spoken.map((each) => each.caption)));
  const step: DiagramStep = {
    ...main,
    key: String(index),
    request: String(index),
    caption,
    sentence: startOfStep(shown.map(({ sentence }) => sentence).join(' ')),
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
