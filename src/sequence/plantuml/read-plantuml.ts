/** Reads the common part of PlantUML's sequence diagrams. Pure, and in one pass over the lines. */
import type { ImportedDiagram, ImportedLine, ImportedNote } from '../imported-diagram.ts';
import { withShortNames } from '../imported-limits.ts';
import { FRAMES_NESTED_MAX, type TooNested, tooNested } from '../nesting.ts';
import { type PlantUmlMessage, readMessage } from './plantuml-arrow.ts';
import { PlantUmlFrames } from './plantuml-frames.ts';
import { borders, PlantUmlParticipants } from './plantuml-participants.ts';
import { type PlantUmlLine, plantUmlLines } from './plantuml-source.ts';
import { readLabel } from './plantuml-text.ts';
import { PlantUmlWork } from './plantuml-work.ts';

export interface ReadPlantUml {
  readonly diagram: ImportedDiagram;
  /** Lines that mean something to PlantUML and nothing here. Colours, styles and layout are no such lines. */
  readonly notUnderstood: readonly PlantUmlLine[];
  /** Why it can't be drawn. */
  readonly problem: TooNested | null;
}

export function readPlantUml(text: string): ReadPlantUml {
  return new Reader().read(plantUmlLines(text));
}

/** Statements about looks and layout only. */
const IGNORED =
  /^(?:skinparam|hide|show|scale|!theme|!pragma|mainframe|header|footer|caption|left to right|top to bottom|ignore newpage|newpage|@|\|\|)/i;
/** Blocks that are skipped up to their last line. */
const BLOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^skinparam\b[^{]*\{$/i, /^\}$/],
  [/^<style>$/i, /^<\/style>$/i],
  [/^(?:center |left |right )?header$/i, /^end ?header$/i],
  [/^(?:center |left |right )?footer$/i, /^end ?footer$/i],
  [/^(?:top |bottom )?(?:left |right |center )?legend\b/i, /^end ?legend$/i],
];
const NOTE = /^(?:\/ ?)?[hr]?note\s+(left|right|over|across)\b(.*)$/i;
const REF = /^ref\s+over\b(.*)$/i;
const DIVIDER = /^==+([^=].*)$/;
const DELAY = /^\.\.\.(.*)$/;
const AUTONUMBER = /^autonumber(?:\s+(stop|resume|\d{1,9}))?(?:\s+(\d{1,9}))?/i;

class Reader {
  readonly #participants = new PlantUmlParticipants();
  readonly #lines: ImportedLine[] = [];
  readonly #notUnderstood: PlantUmlLine[] = [];
  readonly #frames = new PlantUmlFrames(this.#lines);
  readonly #work = new PlantUmlWork(this.#lines);
  readonly #created = new Set<string>();
  #problem: TooNested | null = null;
  #title = '';
  #number: number | null = null;
  #numberStep = 1;
  #lastMessage: number | null = null;

  read(source: readonly PlantUmlLine[]): ReadPlantUml {
    for (let index = 0; index < source.length; index += 1) {
      const line = source[index];
      if (line === undefined) break;
      const block = BLOCKS.find(([begin]) => begin.test(line.text));
      if (block !== undefined) index = endOf(source, index, block[1]);
      else index = this.#statement(line, source, index);
    }
    this.#frames.finish();
    const participants = this.#participants.list();
    const lines = withSpans(this.#lines, this.#participants.ids());
    const boxes = this.#participants.boxes();
    const diagram = withShortNames({ title: this.#title, participants, boxes, lines });
    return { diagram, notUnderstood: this.#notUnderstood, problem: this.#problem };
  }

  /** @returns The index of the statement's last line. */
  #statement(line: PlantUmlLine, source: readonly PlantUmlLine[], index: number): number {
    const text = line.text.replace(/^\{\w+\}\s?/, '').replace(/^&\s?/, '');
    const last = this.#noteOrRef(text, source, index) ?? this.#longTitle(text, source, index);
    if (last !== null) return last;
    const isKnown =
      this.#participant(text) ||
      this.#frames.read(text) ||
      this.#life(text) ||
      this.#counting(text) ||
      this.#spacing(text) ||
      this.#message(text) ||
      IGNORED.test(text);
    if (!isKnown) this.#notUnderstood.push(line);
    if (this.#frames.depth > FRAMES_NESTED_MAX) this.#problem ??= tooNested(line.line);
    return index;
  }

  #participant(text: string): boolean {
    const box = /^box\b\s*(?:"([^"]*)"|([^#]*))/i.exec(text);
    if (box !== null) this.#participants.openBox((box[1] ?? box[2] ?? '').trim());
    if (box !== null) return true;
    if (/^end ?box$/i.test(text)) return this.#participants.closeBox();
    const create = /^create\s+(\S.*)$/i.exec(text)?.[1];
    if (create === undefined) return this.#participants.declare(text) !== null;
    const id = this.#participants.declare(create) ?? this.#participants.use(unquoted(create));
    this.#created.add(id);
    return true;
  }

  #life(text: string): boolean {
    const [, word = '', name = ''] = /^(activate|deactivate|destroy)\s+("[^"]*"|[^\s#]+)/i.exec(text) ?? [];
    if (word === '') return this.#return(text) || (/^autoactivate\b/i.test(text) && this.#work.auto(text));
    const id = this.#participants.use(unquoted(name));
    if (/^a/i.test(word)) this.#work.begin(id, null);
    else if (/^dea/i.test(word)) return this.#work.end(id);
    else return this.#destroy(id);
    return true;
  }

  /** A participant ends with the last message that it sends or receives. */
  #destroy(id: string): boolean {
    const index = this.#lines.findLastIndex(
      (line) => line.kind === 'message' && (line.from === id || line.to === id),
    );
    const message = this.#lines[index];
    if (message?.kind !== 'message' || message.destroys !== null || message.creates === id) return false;
    this.#lines[index] = { ...message, destroys: id };
    return true;
  }

  #return(text: string): boolean {
    const found = /^return\b(.*)$/i.exec(text);
    const work = found === null ? null : this.#work.innermost();
    if (found === null || work === null || work.caller === null) return false;
    const marks: readonly string[] = [];
    const centres = { from: false, to: false };
    const ends = { from: named(work.participant), to: named(work.caller) };
    this.#send({ ...ends, line: 'dashed', head: 'arrow', centres, marks, label: found[1]?.trim() ?? '' });
    this.#work.end(work.participant);
    return true;
  }

  #counting(text: string): boolean {
    const found = AUTONUMBER.exec(text);
    if (found === null) return false;
    const [, start = '1', step] = found;
    if (start.toLowerCase() === 'stop') this.#number = null;
    else if (start.toLowerCase() === 'resume') this.#number ??= this.#resumed;
    else this.#number = Number(start);
    if (step !== undefined) this.#numberStep = Number(step);
    return true;
  }

  #resumed = 1;

  /** Dividers and delays span all participants. */
  #spacing(text: string): boolean {
    const divider = DIVIDER.exec(text)?.[1];
    const delay = DELAY.exec(text)?.[1];
    const words =
      divider === undefined
        ? delay === undefined
          ? undefined
          : withoutEnd(delay, '.')
        : withoutEnd(divider, '=');
    if (words === undefined) return false;
    this.#noteOverAll(divider === undefined ? `… ${readLabel(words)}`.trim() : readLabel(words));
    return true;
  }

  #message(text: string): boolean {
    const message = readMessage(text);
    if (message === null) return false;
    this.#send(message);
    return true;
  }

  #send({ from, to, line, head, centres, marks, label }: PlantUmlMessage): void {
    const sender = this.#end(from.name, from.alias, borders.left);
    const receiver = this.#end(to.name, to.alias, borders.right);
    const isCreated = this.#created.delete(receiver) || marks.includes('**');
    this.#lastMessage = this.#lines.length;
    this.#lines.push({
      kind: 'message',
      from: sender,
      to: receiver,
      text: readLabel(label),
      line,
      head,
      centres: { from: centres.from || isBorder(sender), to: centres.to || isBorder(receiver) },
      number: this.#number,
      creates: isCreated ? receiver : null,
      destroys: marks.includes('!!') ? receiver : null,
    });
    if (this.#number !== null) {
      this.#number += this.#numberStep;
      this.#resumed = this.#number;
    }
    this.#work.message({ sender, receiver, marks, isSolid: line === 'solid' });
  }

  /** @param side The border of a short arrow. */
  #end(name: string, alias: string | null, side: string): string {
    return this.#participants.use(name === '?' ? side : name, alias);
  }

  #noteOrRef(text: string, source: readonly PlantUmlLine[], index: number): number | null {
    const note = NOTE.exec(text);
    const ref = note === null ? REF.exec(text) : null;
    if (note === null && ref === null) return null;
    const [place = 'over', rest = ''] = note === null ? ['over', ref?.[1]] : [note[1], note[2]];
    const colon = rest.indexOf(':');
    const last = colon < 0 ? endOf(source, index, /^end ?(?:[hr]?note|ref)$/i) : index;
    const lines = colon < 0 ? source.slice(index + 1, last) : [];
    const said = colon < 0 ? lines.map((each) => each.text).join('\\n') : rest.slice(colon + 1).trim();
    const names = (colon < 0 ? rest : rest.slice(0, colon)).replace(/^ ?of\b/i, '');
    this.#note(place.toLowerCase(), names, `${ref === null ? '' : 'ref\\n'}${said}`);
    return last;
  }

  #note(place: string, names: string, label: string): void {
    const text = readLabel(label);
    if (place === 'across') {
      this.#noteOverAll(text);
      return;
    }
    const ids = names
      .replace(/#\S*/g, '')
      .split(',')
      .map((name) => unquoted(name.trim()))
      .filter((name) => name !== '')
      .map((name) => this.#participants.use(name));
    const spanned = ids.length > 0 ? ids : this.#besideLast(place);
    const [first, last] = [spanned[0], spanned.at(-1)];
    if (first === undefined || last === undefined) {
      this.#noteOverAll(text);
      return;
    }
    const side = place === 'left' || place === 'right' ? place : 'over';
    this.#lines.push({ kind: 'note', place: side, participants: [first, last], text });
  }

  /** Without a name, a note stands beside the last message. */
  #besideLast(place: string): readonly string[] {
    const message = this.#lastMessage === null ? undefined : this.#lines[this.#lastMessage];
    if (message?.kind !== 'message') return [];
    const order = this.#participants.ids();
    const ends = [message.from, message.to].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    return place === 'left' ? ends.slice(0, 1) : ends.slice(1);
  }

  #noteOverAll(text: string): void {
    this.#lines.push({ kind: 'note', place: 'over', participants: ALL, text });
  }

  #longTitle(text: string, source: readonly PlantUmlLine[], index: number): number | null {
    const found = /^title\b(.*)$/i.exec(text);
    if (found === null) return null;
    const words = found[1]?.trim() ?? '';
    const last = words === '' ? endOf(source, index, /^end ?title$/i) : index;
    const lines = words === '' ? source.slice(index + 1, last).map((each) => each.text) : [words];
    this.#title = lines.map(readLabel).join(' ').trim();
    return last;
  }
}

/** Stands for the first and the last participant until all of them are known. */
const ALL = ['', ''] as const;

/** Notes over all participants, and backgrounds, once all participants are known. */
function withSpans(lines: readonly ImportedLine[], ids: readonly string[]): readonly ImportedLine[] {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const createdAt = new Map(
    lines.flatMap((line, index) =>
      line.kind === 'message' && line.creates !== null ? [[line.creates, index] as const] : [],
    ),
  );
  /** The first and the last one that are there at this line. */
  const allAt = (index: number): readonly [string, string] => {
    const there = ids.filter((id) => (createdAt.get(id) ?? -1) < index);
    return [there[0] ?? first, there.at(-1) ?? last];
  };
  const order = new Map(ids.map((id, index) => [id, index]));
  const place = (id: string) => order.get(id) ?? 0;
  return lines.map((line, index): ImportedLine => {
    if (line.kind !== 'note') return line;
    const { participants } = line;
    if (participants === ALL || participants[0] === '') return { ...line, participants: allAt(index) };
    const [one, other] = participants;
    return place(one) <= place(other)
      ? line
      : { ...line, participants: [other, one] as ImportedNote['participants'] };
  });
}

function endOf(source: readonly PlantUmlLine[], from: number, end: RegExp): number {
  for (let index = from + 1; index < source.length; index += 1) {
    if (end.test(source[index]?.text ?? '')) return index;
  }
  return source.length - 1;
}

function unquoted(name: string): string {
  const trimmed = name.trim();
  return trimmed.startsWith('"') && trimmed.endsWith('"') && trimmed.length > 1
    ? trimmed.slice(1, -1)
    : (trimmed.split(/\s/)[0] ?? '');
}

/** Without `mark` repeated at its end. */
function withoutEnd(text: string, mark: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === mark) end -= 1;
  return text.slice(0, end);
}

const named = (name: string) => ({ name, alias: null });
const isBorder = (id: string) => id === borders.left || id === borders.right;
