/** Writes a diagram as a PlantUML sequence diagram (https://plantuml.com/sequence-diagram). */
import type { ArrowHead, Colour } from '../imported-diagram.ts';
import type { BandRow, FrameRow, MessageRow, NoteRow, SequenceDiagram } from '../model.ts';
import { changesOf, type StepChanges, wordIds } from '../written-diagram.ts';
import { escapedLabel } from './plantuml-text.ts';

export interface WriteOptions {
  /** Index of the last step to write, from 0. Default: the whole diagram. */
  readonly upTo?: number;
  /** Whether to write each step's caption below it, as a note over all participants. */
  readonly captions?: boolean;
  readonly title?: string;
}

export function toPlantUml(diagram: SequenceDiagram, options: WriteOptions = {}): string {
  return new PlantUmlWriter(diagram, options).write();
}

/** Words that start a statement of a sequence diagram. */
const keywords = new Set([
  ...['activate', 'actor', 'alt', 'also', 'as', 'autoactivate', 'autonumber', 'boundary', 'box', 'break'],
  ...['caption', 'collections', 'control', 'create', 'critical', 'database', 'deactivate', 'destroy', 'else'],
  ...[
    'end',
    'endif',
    'endlegend',
    'entity',
    'footer',
    'group',
    'header',
    'hide',
    'hnote',
    'ignore',
    'legend',
  ],
  ...['loop', 'mainframe', 'newpage', 'note', 'of', 'opt', 'order', 'over', 'par', 'par2', 'participant'],
  ...[
    'partition',
    'queue',
    'ref',
    'return',
    'rnote',
    'scale',
    'show',
    'skinparam',
    'style',
    'title',
    'o',
    'x',
  ],
]);

/** Left and right end of each arrow. PlantUML has no line without a head, so it gets a thin one. */
const heads: Record<ArrowHead, readonly [string, string]> = {
  arrow: ['', '>'],
  none: ['', '>>'],
  open: ['', '>>'],
  cross: ['', '>x'],
  both: ['<', '>'],
  'half-top': ['', '\\'],
  'half-bottom': ['', '/'],
  'stick-top': ['', '\\\\'],
  'stick-bottom': ['', '//'],
  'half-top-back': ['/', ''],
  'half-bottom-back': ['\\', ''],
  'stick-top-back': ['//', ''],
  'stick-bottom-back': ['\\\\', ''],
};

class PlantUmlWriter {
  readonly #diagram: SequenceDiagram;
  readonly #last: number;
  readonly #options: WriteOptions;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #changes: (index: number) => StepChanges;
  readonly #lines: string[] = [];
  #openFrames = 0;
  /** The number that PlantUML would give the next message; null while it doesn't count. */
  #number: number | null = null;

  constructor(diagram: SequenceDiagram, options: WriteOptions) {
    this.#diagram = diagram;
    this.#options = options;
    const last = diagram.steps.length - 1;
    this.#last = Math.min(options.upTo ?? last, last);
    this.#ids = wordIds(diagram, keywords);
    this.#changes = changesOf(diagram);
  }

  write(): string {
    const { title = '' } = this.#options;
    // PlantUML accepts a title in one line only if it has a letter or a digit.
    if (/[a-z\d]/i.test(title)) this.#lines.push(`title ${escapedLabel(title)}`);
    else if (title.trim() !== '') this.#lines.push('title', escapedLabel(title), 'end title');
    this.#participants();
    for (let index = 0; index <= this.#last; index += 1) this.#step(index);
    for (; this.#openFrames > 0; this.#openFrames -= 1) this.#lines.push('end');
    return ['@startuml', ...this.#lines, '@enduml', ''].join('\n');
  }

  /** In order, and in their boxes. */
  #participants(): void {
    const { participants, groups } = this.#diagram;
    for (const { id, name, role, drawn } of participants) {
      const group = groups.find(({ participants: [first] }) => first === id);
      if (group !== undefined) {
        this.#lines.push(`box "${escapedLabel(group.name)}"${colourOf(group.colour)}`);
      }
      const isPerson = role === 'client' || role === 'person';
      const shape = drawn?.sign ? drawn.shape : isPerson ? 'actor' : 'participant';
      // PlantUML rejects an empty name.
      this.#lines.push(`${shape} "${escapedLabel(name) || ' '}" as ${this.#id(id)}`);
      if (groups.some(({ participants: [, end] }) => end === id)) this.#lines.push('end box');
    }
  }

  #step(index: number): void {
    const step = this.#diagram.steps[index];
    if (step === undefined) return;
    const { creates, destroys, work, framesEnd } = this.#changes(index);
    const { row } = step;
    for (const each of creates) this.#lines.push(`create ${this.#id(each)}`);
    switch (row.kind) {
      case 'message':
        this.#message(row);
        break;
      case 'band':
        this.#band(row);
        break;
      case 'note':
        this.#ownNote(row);
        break;
      case 'frame':
        this.#frame(row);
        break;
      default:
        throw new Error(`Unknown row ${row satisfies never}`);
    }
    for (const each of destroys) this.#lines.push(`destroy ${this.#id(each)}`);
    for (const { kind, participant } of work) {
      this.#lines.push(`${kind === 'begin' ? 'activate' : 'deactivate'} ${this.#id(participant)}`);
    }
    if (this.#options.captions) this.#noteOverAll(step.caption.map(({ text }) => text).join(''));
    for (let count = 0; count < framesEnd; count += 1) this.#lines.push('end');
    this.#openFrames -= framesEnd;
  }

  #message(row: MessageRow): void {
    this.#countTo(row.number ?? null);
    const label = row.label.trim() === '' ? '' : ` : ${escapedLabel(row.label)}`;
    this.#lines.push(`${this.#id(row.from)} ${arrowOf(row)} ${this.#id(row.to)}${label}`);
    for (const { participant, text } of row.notes) this.#note(`right of ${this.#id(participant)}`, text);
  }

  #band({ participant, title, detail }: BandRow): void {
    const words = detail === '' ? title : `${title}\n${detail}`;
    // A command can name a server that this cluster doesn't have.
    if (this.#ids.has(participant)) this.#note(`over ${this.#id(participant)}`, words);
    else this.#noteOverAll(words);
  }

  #ownNote({ place, participants, text }: NoteRow): void {
    const ids = [...new Set(participants)].map((each) => this.#id(each));
    this.#note(place === 'over' ? `over ${ids.join(', ')}` : `${place} of ${ids[0]}`, text);
  }

  #frame({ word, text }: FrameRow): void {
    const isSection = word === 'else' || word === 'and' || word === 'option';
    if (!isSection) this.#openFrames += 1;
    this.#lines.push(`${isSection ? 'else' : word} ${escapedLabel(text)}`.trimEnd());
  }

  #countTo(number: number | null): void {
    if (number === null && this.#number !== null) this.#lines.push('autonumber stop');
    if (number !== null && number !== this.#number) this.#lines.push(`autonumber ${number}`);
    this.#number = number === null ? null : number + 1;
  }

  #noteOverAll(words: string): void {
    const ids = [...this.#ids.values()];
    this.#note(`over ${[...new Set([ids.at(0), ids.at(-1)])].join(', ')}`, words);
  }

  #note(place: string, words: string): void {
    this.#lines.push(`note ${place} : ${escapedLabel(words)}`);
  }

  #id(participant: string): string {
    const id = this.#ids.get(participant);
    if (id === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return id;
  }
}

function arrowOf({ line, arrives, head = 'arrow', centres }: MessageRow): string {
  const [left, right] = heads[arrives ? head : 'cross'];
  const from = centres?.from ? 'o' : '';
  const to = centres?.to && !right.endsWith('x') ? 'o' : '';
  return `${from}${left}${line === 'dashed' ? '--' : '-'}${right}${to}`;
}

/** PlantUML's boxes are opaque, so the colour is mixed with white. */
function colourOf(colour: Colour | null): string {
  if (colour === null) return '';
  const { red, green, blue, alpha } = colour;
  const mixed = [red, green, blue].map((channel) => Math.round(255 + (channel - 255) * alpha));
  return ` #${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
