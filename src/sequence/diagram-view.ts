/**
 * The part of an imported diagram that its reader wants to see: without hidden participants, and with one note in place
 * of each folded frame. The result is an imported diagram again, so stage and exports show the same.
 */
import { endsOfNote, hidesMessage } from './hiding.ts';
import type { ImportedDiagram, ImportedLine, ImportedNote } from './imported-diagram.ts';
import type { ImportedWords } from './imported-words.ts';
import type { DiagramView } from './model.ts';
import { wholeView } from './whole-view.ts';

export interface ShownPart {
  readonly diagram: ImportedDiagram;
  /** What the lines are in the whole diagram. */
  readonly items: readonly Item[];
  /** Without what the diagram doesn't have, in order. */
  readonly view: DiagramView;
}

interface Item {
  readonly line: ImportedLine;
  /** Index of the line in the whole diagram. */
  readonly at: number;
  /** Of the first line of a frame, and of a note in place of a frame: the index among all frames. */
  readonly block?: number;
}

/** Hides no participant if nothing would be left. */
export function shownPart(
  whole: ImportedDiagram,
  wanted: DiagramView | undefined,
  words: Pick<ImportedWords, 'folded'>,
): ShownPart {
  const all = itemsOf(whole);
  const view = fitting(wanted, whole, all);
  const hidden = new Set(view.hidden.map((index) => whole.participants[index]?.id ?? ''));
  const order = whole.participants.flatMap(({ id }) => (hidden.has(id) ? [] : [id]));
  const left = hidden.size === 0 ? all : withoutEmptyFrames(withoutHidden(all, hidden));
  if (hidden.size > 0 && !left.some(isContent)) return shownPart(whole, { ...view, hidden: [] }, words);
  const folded = view.folded.length === 0 ? left : withFolds(left, { view, order, words });
  if (folded === all) return { diagram: whole, items: all, view };
  const items = renumbered(withTransit(folded, whole), whole.settings?.isNumbered ?? false);
  const boxes = whole.boxes
    .map((box) => ({ ...box, participants: box.participants.filter((id) => !hidden.has(id)) }))
    .filter(({ participants }) => participants.length > 0);
  const participants = whole.participants.filter(({ id }) => !hidden.has(id));
  const lines = items.map(({ line }) => line);
  return { diagram: { ...whole, participants, boxes, lines }, items, view };
}

/** Whether something is left to step through. */
export function canHide(whole: ImportedDiagram, view: DiagramView): boolean {
  const { view: shown } = shownPart(whole, view, { folded: (word) => word });
  return shown.hidden.length === new Set(view.hidden).size;
}

function itemsOf({ lines }: ImportedDiagram): readonly Item[] {
  let blocks = 0;
  return lines.map((line, at) => {
    if (line.kind !== 'begin-frame') return { line, at };
    blocks += 1;
    return { line, at, block: blocks - 1 };
  });
}

function fitting(
  { hidden, folded, focus }: DiagramView = wholeView,
  { participants }: ImportedDiagram,
  items: readonly Item[],
): DiagramView {
  const blocks = items.filter(({ block }) => block !== undefined).length;
  const within = (indices: readonly number[], count: number) =>
    [...new Set(indices)].filter((index) => index >= 0 && index < count).sort((one, other) => one - other);
  const isFocusShown = focus !== null && focus < participants.length && !hidden.includes(focus);
  return {
    hidden: within(hidden, participants.length),
    folded: within(folded, blocks),
    focus: isFocusShown ? focus : null,
  };
}

function isContent({ line }: Item): boolean {
  return line.kind === 'message' || line.kind === 'note';
}

function withoutHidden(items: readonly Item[], hidden: ReadonlySet<string>): readonly Item[] {
  const left: Item[] = [];
  for (const item of items) {
    const line = shownLine(item.line, hidden);
    if (line !== null) left.push({ ...item, line });
    else if (isContent(item)) dropNarration(left);
  }
  return left;
}

/** What is said about a line goes with it. */
function dropNarration(items: Item[]): void {
  while (items.at(-1)?.line.kind === 'narration') items.pop();
}

function shownLine(line: ImportedLine, hidden: ReadonlySet<string>): ImportedLine | null {
  switch (line.kind) {
    case 'message':
      return hidesMessage(line, hidden) ? null : line;
    case 'note': {
      const participants = endsOfNote(line.participants, hidden);
      return participants && { ...line, participants };
    }
    case 'begin-work':
    case 'end-work':
      return hidden.has(line.participant) ? null : line;
    default:
      return line;
  }
}

function withoutEmptyFrames(items: readonly Item[]): readonly Item[] {
  const left: Item[] = [];
  /** Where each open frame or background begins, innermost last. */
  const open: number[] = [];
  for (const item of items) {
    const { kind } = item.line;
    if (kind === 'begin-frame' || kind === 'begin-ground') open.push(left.length);
    left.push(item);
    if (kind !== 'end-frame' && kind !== 'end-ground') continue;
    const from = open.pop() ?? 0;
    if (left.slice(from).some(isContent)) continue;
    const rest = left.splice(from).filter(isState);
    dropNarration(left);
    left.push(...rest);
  }
  return left;
}

/** Says something about all later lines. */
function isState({ line: { kind } }: Item): boolean {
  return kind === 'begin-work' || kind === 'end-work' || kind === 'count';
}

interface Folding {
  readonly view: DiagramView;
  /** IDs of the participants that are left. */
  readonly order: readonly string[];
  readonly words: Pick<ImportedWords, 'folded'>;
}

function withFolds(items: readonly Item[], folding: Folding): readonly Item[] {
  const folded = new Set(folding.view.folded);
  const left: Item[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.line.kind !== 'begin-frame' || item.block === undefined || !folded.has(item.block)) {
      left.push(item);
      continue;
    }
    const end = endOfFrame(items, index);
    const inside = items.slice(index + 1, end);
    const line = noteFor(item.line, inside, folding);
    left.push({ line, at: item.at, block: item.block }, ...stateAfter(inside));
    index = end;
  }
  return left;
}

function endOfFrame(items: readonly Item[], from: number): number {
  let depth = 0;
  for (let index = from; index < items.length; index += 1) {
    const kind = items[index]?.line.kind;
    if (kind === 'begin-frame') depth += 1;
    if (kind === 'end-frame') depth -= 1;
    if (depth === 0) return index;
  }
  return items.length - 1;
}

/** Over all participants that have a message or a note inside. */
function noteFor(
  { frame, text }: Extract<ImportedLine, { kind: 'begin-frame' }>,
  inside: readonly Item[],
  { order, words }: Folding,
): ImportedNote {
  const lines = inside.map(({ line }) => line);
  const messages = lines.filter(({ kind }) => kind === 'message').length;
  const taking = new Set(
    lines.flatMap((line) =>
      line.kind === 'message' ? [line.from, line.to] : line.kind === 'note' ? line.participants : [],
    ),
  );
  const among = taking.size === 0 ? order : order.filter((id) => taking.has(id));
  const ends = [among[0] ?? '', among.at(-1) ?? ''] as const;
  return { kind: 'note', place: 'over', participants: ends, text: words.folded(frame, text, messages) };
}

/** Bars that end or begin inside of a folded frame, and how messages are numbered after it. */
function stateAfter(inside: readonly Item[]): readonly Item[] {
  const rest: Item[] = [];
  for (const item of inside.filter(isState)) {
    const { line } = item;
    const begun =
      line.kind === 'end-work'
        ? rest.findLastIndex(
            ({ line: other }) => other.kind === 'begin-work' && other.participant === line.participant,
          )
        : -1;
    if (begun < 0) rest.push(item);
    else rest.splice(begun, 1);
  }
  return rest;
}

/** Messages that aren't shown don't count among those that happened while another was under way. */
function withTransit(items: readonly Item[], { lines }: ImportedDiagram): readonly Item[] {
  const messages = lines.flatMap(({ kind }, at) => (kind === 'message' ? [at] : []));
  const places = new Map(messages.map((at, place) => [at, place]));
  /** For each message of the whole diagram, how many of those before it are left. */
  const leftBefore = leftOf(items, messages);
  return items.map((item) => {
    const { line, at } = item;
    if (line.kind !== 'message') return item;
    const { transit = 0, ...level } = line;
    if (transit === 0) return item;
    const place = places.get(at) ?? 0;
    const during = (leftBefore[place] ?? 0) - (leftBefore[Math.max(0, place - transit)] ?? 0);
    return { ...item, line: during === 0 ? level : { ...level, transit: during } };
  });
}

function leftOf(items: readonly Item[], messages: readonly number[]): readonly number[] {
  const left = new Set(items.flatMap(({ line, at }) => (line.kind === 'message' ? [at] : [])));
  let count = 0;
  return messages.map((at) => {
    const before = count;
    if (left.has(at)) count += 1;
    return before;
  });
}

/** Messages keep their numbers: where some are missing, the count starts again. */
function renumbered(items: readonly Item[], isNumbered: boolean): readonly Item[] {
  let [next, by, isShown] = [1, 1, isNumbered];
  const left: Item[] = [];
  for (const item of items) {
    const { line, at } = item;
    if (line.kind === 'count') {
      next = line.start ?? next;
      by = line.by ?? by;
      isShown = line.isShown || isNumbered;
    } else if (line.kind === 'message') {
      if (line.number !== null && (line.number !== next || !isShown)) {
        const said: Item[] = [];
        while (left.at(-1)?.line.kind === 'narration') said.unshift(...left.splice(-1));
        left.push({ line: { kind: 'count', start: line.number, by, isShown: true }, at }, ...said);
        next = line.number;
        isShown = true;
      }
      next = Math.round((next + by) * 100) / 100;
    }
    left.push(item);
  }
  return left;
}
