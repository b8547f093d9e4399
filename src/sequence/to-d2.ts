/**
 * Writes a diagram as a D2 sequence diagram (https://d2lang.com/tour/sequence-diagrams). D2 has no boxes around
 * participants and no lifetimes, and its notes stand at one participant.
 */
import type { ArrowHead, ParticipantShape } from './imported-diagram.ts';
import type { Activation, BandRow, FrameRow, MessageRow, NoteRow, SequenceDiagram } from './model.ts';
import type { WriteOptions } from './plantuml/to-plantuml.ts';
import { changesOf, wordIds } from './written-diagram.ts';

export function toD2(diagram: SequenceDiagram, options: WriteOptions = {}): string {
  return new D2Writer(diagram, options).write();
}

/** Words with a meaning of their own where an ID can stand. */
const keywords = new Set([
  ...[
    'shape',
    'style',
    'label',
    'desc',
    'link',
    'icon',
    'width',
    'height',
    'class',
    'classes',
    'vars',
    'layers',
  ],
  ...['scenarios', 'steps', 'near', 'direction', 'constraint', 'tooltip', 'top', 'left', 'source', 'target'],
  ...['null', 'true', 'false', 'suspend', 'unsuspend'],
]);

const shapes: Readonly<Record<ParticipantShape, string>> = {
  participant: '',
  actor: 'shape: person',
  boundary: '',
  control: '',
  entity: '',
  database: 'shape: cylinder',
  collections: 'style.multiple: true',
  queue: 'shape: queue',
};

const INDENT = '  ';

interface OpenFrame {
  /** Index of the line with which it began. */
  readonly line: number;
  readonly words: string;
  hasMessage: boolean;
}

class D2Writer {
  readonly #diagram: SequenceDiagram;
  readonly #options: WriteOptions;
  readonly #last: number;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #lines: string[] = [];
  /** Innermost last. */
  readonly #open: OpenFrame[] = [];
  #notes = 0;
  #frames = 0;
  #indent = 0;

  constructor(diagram: SequenceDiagram, options: WriteOptions) {
    this.#diagram = diagram;
    this.#options = options;
    const last = diagram.steps.length - 1;
    this.#last = Math.min(options.upTo ?? last, last);
    this.#ids = wordIds(diagram, keywords);
  }

  write(): string {
    const { title = '' } = this.#options;
    const hasTitle = title.trim() !== '';
    // The title is the label of a container.
    if (hasTitle) this.#begin(`diagram: ${quoted(title)} {`);
    this.#line('shape: sequence_diagram');
    this.#participants();
    const changes = changesOf(this.#diagram);
    for (let index = 0; index <= this.#last; index += 1) {
      this.#step(index);
      for (let count = changes(index).framesEnd; count > 0; count -= 1) this.#endFrame();
    }
    while (this.#open.length > 0) this.#endFrame();
    if (hasTitle) this.#end();
    return `${this.#lines.join('\n')}\n`;
  }

  /** In order, because D2 places participants where they first occur. */
  #participants(): void {
    for (const { id, name, role, drawn } of this.#diagram.participants) {
      const isPerson = role === 'client' || role === 'person';
      const style = drawn?.sign ? shapes[drawn.shape] : isPerson ? shapes.actor : '';
      this.#line(`${this.#id(id)}: ${quoted(name)}${style === '' ? '' : ` { ${style} }`}`);
    }
  }

  #step(index: number): void {
    const step = this.#diagram.steps[index];
    if (step === undefined) return;
    const { row } = step;
    switch (row.kind) {
      case 'message':
        this.#message(row, index);
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
    if (this.#options.captions) this.#note(this.#first, step.caption.map(({ text }) => text).join(''));
  }

  #message(row: MessageRow, index: number): void {
    const { sign, style } = connectionOf(row);
    const label = row.number === undefined ? row.label : `${row.number}. ${row.label}`;
    const ends = `${this.#span(row.from, index)} ${sign} ${this.#span(row.to, index)}`;
    this.#line(`${ends}: ${quoted(label)}${style === '' ? '' : ` { ${style} }`}`);
    for (const frame of this.#open) frame.hasMessage = true;
    for (const { participant, text } of row.notes) this.#note(participant, text);
  }

  /** A participant at work is a span inside it. Nested work is a nested span. */
  #span(participant: string, index: number): string {
    const open = this.#diagram.activations
      .map((activation, place) => ({ ...activation, place }))
      .filter((each) => each.participant === participant && isAt(each, index))
      .sort((one, other) => one.level - other.level);
    return [this.#id(participant), ...open.map(({ place }) => `work_${place + 1}`)].join('.');
  }

  #band({ participant, title, detail }: BandRow): void {
    // A command can name a server that this cluster doesn't have.
    const at = this.#ids.has(participant) ? participant : this.#first;
    this.#note(at, detail === '' ? title : `${title}\n${detail}`);
  }

  #ownNote({ participants: [first], text }: NoteRow): void {
    this.#note(first, text);
  }

  #note(participant: string, text: string): void {
    this.#notes += 1;
    this.#line(`${this.#id(participant)}.note_${this.#notes}: ${quoted(text)}`);
  }

  /** Each part of a frame is a group. */
  #frame({ word, text }: FrameRow): void {
    if (word === 'else' || word === 'and' || word === 'option') this.#endFrame();
    this.#frames += 1;
    const words = `${word} ${text}`.trim();
    this.#open.push({ line: this.#lines.length, words, hasMessage: false });
    this.#begin(`group_${this.#frames}: ${quoted(words)} {`);
  }

  /** D2 can't draw a group without a message: its words become a note above its contents. */
  #endFrame(): void {
    const frame = this.#open.pop();
    if (frame === undefined) return;
    if (frame.hasMessage) {
      this.#end();
      return;
    }
    const contents = this.#lines.splice(frame.line).slice(1);
    this.#indent -= 1;
    // Without participants, there's nothing that a note could belong to.
    if (this.#ids.size === 0) this.#line(`# ${frame.words}`);
    else this.#note(this.#first, frame.words);
    this.#lines.push(...contents.map((line) => line.slice(INDENT.length)));
  }

  get #first(): string {
    return this.#diagram.participants[0]?.id ?? '';
  }

  #line(text: string): void {
    this.#lines.push(INDENT.repeat(this.#indent) + text);
  }

  #begin(text: string): void {
    this.#line(text);
    this.#indent += 1;
  }

  #end(): void {
    this.#indent -= 1;
    this.#line('}');
  }

  #id(participant: string): string {
    const id = this.#ids.get(participant);
    if (id === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return id;
  }
}

/** The message that begins work is part of it, and so is the one that ends it. */
function isAt({ from, to }: Activation, index: number): boolean {
  return from <= index && (to === null || index <= to);
}

const targetShapes: Readonly<Partial<Record<ArrowHead, string>>> = { open: 'arrow', cross: 'cross' };

function connectionOf({ line, arrives, head = 'arrow' }: MessageRow) {
  const shown = arrives ? head : 'cross';
  const sign = shown === 'none' ? '--' : shown === 'both' ? '<->' : shown.endsWith('-back') ? '<-' : '->';
  const target = targetShapes[shown];
  const style = [
    ...(line === 'dashed' ? ['style.stroke-dash: 3'] : []),
    ...(target === undefined ? [] : [`target-arrowhead.shape: ${target}`]),
  ].join('; ');
  return { sign, style };
}

/** In double quotes, D2 interprets backslashes and `$` (substitutions) only. */
function quoted(words: string): string {
  const escaped = words.replace(/[\\"$]/g, (found) => `\\${found}`).replace(/\r\n?|\n/g, '\\n');
  return `"${escaped}"`;
}
