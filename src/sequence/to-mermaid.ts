/** Writes a diagram as a Mermaid `sequenceDiagram`, for notes, blogs and slides. */
import { importedToMermaid } from './imported-to-mermaid.ts';
import {
  arrowOf,
  colourOf,
  type DrawnStep,
  escaped,
  idsOf,
  isHarmless,
  type MermaidOptions,
  type MermaidText,
} from './mermaid-text.ts';
import type { Activation, BandRow, Frame, FrameRow, MessageRow, NoteRow, SequenceDiagram } from './model.ts';

const INDENT = '    ';

/** Mermaid renders only an error for longer texts, unless its configuration allows more. */
export const MERMAID_CHARACTERS_MAX = 50_000;

export function toMermaid(diagram: SequenceDiagram, options: MermaidOptions = {}): MermaidText {
  const { imported } = diagram;
  if (imported !== undefined) return importedToMermaid(diagram, imported.source, options);
  return new MermaidWriter(diagram, options).write();
}

/** A Markdown code block. Its fence is longer than any fence in the text. */
export function fenced(text: string): string {
  const runs = [...text.matchAll(/`{3,}/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}mermaid\n${text}${fence}\n`;
}

class MermaidWriter {
  readonly #diagram: SequenceDiagram;
  readonly #last: number;
  readonly #captions: boolean;
  readonly #links: boolean;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #begin: ReadonlyMap<number, readonly Activation[]>;
  readonly #end: ReadonlyMap<number, readonly Activation[]>;
  readonly #grounds: ReadonlyMap<number, readonly Frame[]>;
  readonly #frameEnds: ReadonlyMap<number, readonly Frame[]>;
  readonly #lines: string[] = [];
  readonly #drawn: DrawnStep[] = [];
  readonly #atWork: string[] = [];
  #messages = 0;
  #notes = 0;
  #openFrames = 0;
  /** The number that Mermaid would give the next message; null while it doesn't count. */
  #number: number | null = null;

  constructor(
    diagram: SequenceDiagram,
    { upTo = diagram.steps.length - 1, captions = false, links = true }: MermaidOptions,
  ) {
    this.#diagram = diagram;
    this.#last = Math.min(upTo, diagram.steps.length - 1);
    this.#captions = captions;
    this.#links = links;
    this.#ids = idsOf(diagram);
    this.#begin = byStep(diagram.activations, ({ from }) => from);
    this.#end = byStep(diagram.activations, ({ to }) => to);
    // For equal starts, the outer frame first.
    const frames = [...diagram.frames].sort((one, other) => one.depth - other.depth);
    this.#grounds = byStep(frames, ({ kind, from }) => (kind === 'ground' ? from : null));
    this.#frameEnds = byStep(frames, ({ to }) => to);
  }

  write(): MermaidText {
    const created = new Set(
      this.#diagram.absences.flatMap(({ participant, to }) =>
        this.#isCreatedAt(participant, to) ? participant : [],
      ),
    );
    this.#participants(created);
    for (let index = 0; index <= this.#last; index += 1) this.#step(index);
    for (; this.#openFrames > 0; this.#openFrames -= 1) this.#lines.push('end');
    // Mermaid draws a bar only if it ends.
    for (const id of this.#atWork.reverse()) this.#lines.push(`deactivate ${id}`);
    const text = ['sequenceDiagram', ...this.#lines.map((line) => INDENT + line), ''].join('\n');
    return { text, drawn: this.#drawn };
  }

  /** In order, and in their boxes, without those that are created later. */
  #participants(created: ReadonlySet<string>): void {
    const { participants, groups } = this.#diagram;
    for (const { id } of participants) {
      const group = groups.find(({ participants: [first] }) => first === id);
      const last = groups.find(({ participants: [, end] }) => end === id);
      if (group !== undefined)
        this.#lines.push(`box ${colourOf(group.colour)} ${escaped(group.name)}`.trimEnd());
      if (!created.has(id)) this.#lines.push(this.#declared(id));
      if (last !== undefined) this.#lines.push('end');
    }
    for (const { id, drawn } of participants) {
      if (created.has(id) || !this.#links) continue;
      for (const { label, target } of drawn?.links ?? []) {
        if (!isHarmless(target)) continue;
        this.#lines.push(
          `link ${this.#id(id)}: ${escaped(label).replaceAll('@', '#64;')} @ ${escaped(target)}`,
        );
      }
    }
  }

  /** Mermaid creates a participant only by a message to it. */
  #isCreatedAt(participant: string, index: number | null): boolean {
    const row = index === null ? undefined : this.#diagram.steps[index]?.row;
    return row?.kind === 'message' && row.to === participant;
  }

  #step(index: number): void {
    const step = this.#diagram.steps[index];
    if (step === undefined) return;
    const message = step.row.kind === 'message' ? this.#messages : null;
    const firstNote = this.#notes;
    for (const ground of this.#grounds.get(index) ?? []) this.#ground(ground);
    switch (step.row.kind) {
      case 'message':
        this.#message(step.row, index);
        break;
      case 'band':
        this.#band(step.row);
        break;
      case 'note':
        this.#ownNote(step.row);
        break;
      case 'frame':
        this.#frame(step.row);
        break;
      default:
        throw new Error(`Unknown row ${step.row satisfies never}`);
    }
    if (step.row.kind !== 'message') this.#work(index);
    if (this.#captions) this.#noteOverAll(step.caption.map(({ text }) => text).join(''));
    for (const _ of this.#frameEnds.get(index) ?? []) {
      this.#lines.push('end');
      this.#openFrames -= 1;
    }
    const notes = Array.from({ length: this.#notes - firstNote }, (_, offset) => firstNote + offset);
    this.#drawn.push({ message, notes });
  }

  #message(row: MessageRow, index: number): void {
    this.#countTo(row.number ?? null);
    for (const { participant, from, to } of this.#diagram.absences) {
      if (to === index && participant === row.to) this.#lines.push(`create ${this.#declared(participant)}`);
      if (to === null && from === index) this.#lines.push(`destroy ${this.#id(participant)}`);
    }
    const begin = [...(this.#begin.get(index) ?? [])];
    const end = [...(this.#end.get(index) ?? [])];
    // Short forms: `+` activates the receiver with this message, `-` deactivates the sender.
    const begins = takeFirst(begin, ({ participant }) => participant === row.to);
    const ends = begins ? null : takeFirst(end, ({ participant }) => participant === row.from);
    const { centres } = row;
    const [from, to] = [centres?.from ? '()' : '', centres?.to ? '()' : ''];
    const arrow = `${from}${arrowOf(row)}${to}${begins ? '+' : ''}${ends ? '-' : ''}`;
    this.#lines.push(`${this.#id(row.from)}${arrow}${this.#id(row.to)}: ${escaped(row.label)}`);
    this.#messages += 1;
    if (begins) this.#atWork.push(this.#id(begins.participant));
    if (ends) this.#leaveWork(this.#id(ends.participant));
    for (const each of begin) this.#activate(each);
    for (const { participant, text } of row.notes) this.#note(`right of ${this.#id(participant)}`, text);
    for (const each of end) this.#deactivate(each);
  }

  #band({ participant, title, detail }: BandRow): void {
    const words = detail === '' ? title : `${title}\n${detail}`;
    // A command can name a server that this cluster doesn't have.
    if (this.#ids.has(participant)) this.#note(`over ${this.#id(participant)}`, words);
    else this.#noteOverAll(words);
  }

  #ownNote({ place, participants, text }: NoteRow): void {
    const ids = [...new Set(participants)].map((each) => this.#id(each)).join(',');
    this.#note(place === 'over' ? `over ${ids}` : `${place} of ${ids}`, text);
  }

  #frame({ word, text }: FrameRow): void {
    const isSection = word === 'else' || word === 'and' || word === 'option';
    if (!isSection) this.#openFrames += 1;
    this.#lines.push(`${word} ${escaped(text)}`.trimEnd());
  }

  #ground(ground: Frame): void {
    if (ground.kind !== 'ground') return;
    // A `rect` needs a colour. This one is visible on any background.
    this.#lines.push(
      `rect ${ground.colour === null ? 'rgba(128, 128, 128, 0.15)' : colourOf(ground.colour)}`,
    );
    this.#openFrames += 1;
  }

  #work(index: number): void {
    for (const each of this.#begin.get(index) ?? []) this.#activate(each);
    for (const each of this.#end.get(index) ?? []) this.#deactivate(each);
  }

  #countTo(number: number | null): void {
    if (number === null && this.#number !== null) this.#lines.push('autonumber off');
    if (number !== null && number !== this.#number) this.#lines.push(`autonumber ${number} 1`);
    this.#number = number === null ? null : number + 1;
  }

  #declared(id: string): string {
    const participant = this.#diagram.participants.find((each) => each.id === id);
    const isPerson = participant?.role === 'client' || participant?.role === 'person';
    const keyword = isPerson ? 'actor' : 'participant';
    const shape = participant?.drawn?.sign ? `@{ "type": "${participant.drawn.shape}" }` : '';
    return `${keyword} ${this.#id(id)}${shape} as ${escaped(participant?.name ?? id)}`;
  }

  #noteOverAll(words: string): void {
    const ids = [...this.#ids.values()];
    const ends = new Set([ids.at(0), ids.at(-1)]);
    this.#note(`over ${[...ends].join(',')}`, words);
  }

  #note(place: string, words: string): void {
    this.#lines.push(`Note ${place}: ${escaped(words)}`);
    this.#notes += 1;
  }

  #activate({ participant }: Activation): void {
    this.#lines.push(`activate ${this.#id(participant)}`);
    this.#atWork.push(this.#id(participant));
  }

  #deactivate({ participant }: Activation): void {
    this.#lines.push(`deactivate ${this.#id(participant)}`);
    this.#leaveWork(this.#id(participant));
  }

  #leaveWork(id: string): void {
    this.#atWork.splice(this.#atWork.lastIndexOf(id), 1);
  }

  #id(participant: string): string {
    const id = this.#ids.get(participant);
    if (id === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return id;
  }
}

function byStep<Item>(
  items: readonly Item[],
  stepOf: (item: Item) => number | null,
): ReadonlyMap<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const step = stepOf(item);
    if (step === null) continue;
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [item]);
    else group.push(item);
  }
  return groups;
}

function takeFirst<Item>(items: Item[], holds: (item: Item) => boolean): Item | null {
  const index = items.findIndex(holds);
  return index < 0 ? null : (items.splice(index, 1)[0] ?? null);
}
