/** Converts the entries of the database that Mermaid's parser fills, from top to bottom. Written for the pinned version. */
import * as v from 'valibot';
import type { FrameKind, ImportedLine, ImportedMessage, SectionWord, Wrap } from '../imported-diagram.ts';
import { arrows } from './mermaid-arrows.ts';
import { readGround } from './mermaid-colour.ts';
import type { Said } from './mermaid-narration.ts';

export const entry = v.object({
  type: v.number(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  message: v.unknown(),
  placement: v.optional(v.number()),
  centralConnection: v.optional(v.number()),
  activate: v.optional(v.boolean()),
  wrap: v.unknown(),
});
type Entry = v.InferOutput<typeof entry>;

const sequenceNumber = v.object({
  start: v.optional(v.number()),
  step: v.optional(v.number()),
  visible: v.optional(v.boolean()),
});

/** How what is read from the database is understood. */
export interface Reading {
  /** A text of the database as Mermaid would show it. */
  readonly words: (text: unknown) => string;
  /** Whether a text is wrapped, unless the configuration says the same. */
  readonly wrapOf: (item: { readonly wrap?: unknown }) => { readonly wrap?: Wrap };
}

const NOTE = 2;
const AUTONUMBER = 26;
const WORK_BEGINS = 17;
const WORK_ENDS = 18;
const GROUND_BEGINS = 22;
const GROUND_ENDS = 23;
const PAR_OVER = 32;
/** Values of the field `centralConnection`: which ends of a message are points on the lifelines. */
const CENTRE_AT_RECEIVER = 59;
const CENTRE_AT_SENDER = 60;
const CENTRE_AT_BOTH = 61;
const frameBegins = new Map<number, FrameKind>([
  [10, 'loop'],
  [12, 'alt'],
  [15, 'opt'],
  [19, 'par'],
  [27, 'critical'],
  [30, 'break'],
  [PAR_OVER, 'par'],
]);
const sections = new Map<number, SectionWord>([
  [13, 'else'],
  [20, 'and'],
  [28, 'option'],
]);
const frameEnds = new Set([11, 14, 16, 21, 29, 31]);
const places = ['left', 'right', 'over'] as const;

interface EntryReading extends Reading {
  /** Comments by the marker that `withMarkers` has put in their place. */
  readonly narration: ReadonlyMap<number, Said>;
  readonly isNumbered: boolean;
}

/** Keeps what later entries depend on: the count, and the participants that the next message creates or destroys. */
export class EntryReader {
  /** Participants by the index of the entry that creates or destroys them. */
  readonly #created: ReadonlyMap<number, readonly string[]>;
  readonly #destroyed: ReadonlyMap<number, readonly string[]>;
  #coming: readonly string[] = [];
  #going: readonly string[] = [];
  /** Of the next message. */
  #transit = 0;
  readonly #narration: EntryReading['narration'];
  readonly #isNumbered: boolean;
  readonly #reading: Reading;
  #number: { next: number; step: number; isShown: boolean };

  constructor(
    created: ReadonlyMap<string, number>,
    destroyed: ReadonlyMap<string, number>,
    { isNumbered, narration, ...reading }: EntryReading,
  ) {
    this.#created = inverted(created);
    this.#destroyed = inverted(destroyed);
    this.#reading = reading;
    this.#narration = narration;
    this.#isNumbered = isNumbered;
    this.#number = { next: 1, step: 1, isShown: isNumbered };
  }

  read(each: Entry, index: number): ImportedLine[] {
    this.#coming = this.#created.get(index) ?? this.#coming;
    this.#going = this.#destroyed.get(index) ?? this.#going;
    const arrow = arrows.get(each.type);
    if (arrow !== undefined) return [this.#message(each, arrow)];
    if (each.type !== AUTONUMBER) this.#transit = 0;
    if (each.type === NOTE) return [noteOf(each, this.#reading)];
    if (each.type === AUTONUMBER) return this.#countOrNarration(v.parse(sequenceNumber, each.message));
    return frameLineOf(each, this.#reading) ?? workOf(each);
  }

  #message(entry: Entry, arrow: Pick<ImportedMessage, 'line' | 'head'>): ImportedLine {
    const { from = '', to = '', message } = entry;
    const { next, step, isShown } = this.#number;
    // Mermaid allows two decimals.
    this.#number.next = Math.round((next + step) * 100) / 100;
    // A participant that is declared so and that no message creates is there from the start.
    const creates = this.#coming.includes(to) ? to : null;
    const destroys = [from, to].find((id) => this.#going.includes(id)) ?? null;
    this.#coming = [];
    this.#going = [];
    const number = isShown ? next : null;
    const centres = centresOf(entry);
    const text = this.#reading.words(message);
    const activates = entry.activate ? ({ activates: true } as const) : {};
    const transit = this.#transit === 0 ? {} : { transit: this.#transit };
    this.#transit = 0;
    return {
      ...{ kind: 'message', from, to, text, ...arrow, centres, number, creates, destroys },
      ...activates,
      ...transit,
      ...this.#reading.wrapOf(entry),
    };
  }

  #countOrNarration({ start, step, visible = true }: v.InferOutput<typeof sequenceNumber>): ImportedLine[] {
    const narration = start === undefined ? undefined : this.#narration.get(start);
    if (narration !== undefined) {
      this.#transit = narration.transit;
      return narration.lines.map((each) => ({ kind: 'narration', ...each }));
    }
    // Mermaid takes a start or a step of 0 for none. The configuration's numbers can't be turned off.
    const { next, step: by } = this.#number;
    const isShown = visible || this.#isNumbered;
    this.#number = { next: start || next, step: step || by, isShown };
    return [{ kind: 'count', start: start || null, by: step || null, isShown: visible }];
  }
}

function centresOf({ centralConnection: kind }: Entry): ImportedMessage['centres'] {
  return {
    from: kind === CENTRE_AT_SENDER || kind === CENTRE_AT_BOTH,
    to: kind === CENTRE_AT_RECEIVER || kind === CENTRE_AT_BOTH,
  };
}

/** A construct around other lines. For a `rect` the message is its colour. */
function frameLineOf({ type, message }: Entry, { words }: Reading): ImportedLine[] | null {
  if (type === GROUND_BEGINS) return [{ kind: 'begin-ground', ...readGround(words(message)) }];
  if (type === GROUND_ENDS) return [{ kind: 'end-ground' }];
  if (frameEnds.has(type)) return [{ kind: 'end-frame' }];
  const frame = frameBegins.get(type);
  const isOver = type === PAR_OVER ? ({ isOver: true } as const) : {};
  if (frame !== undefined) return [{ kind: 'begin-frame', frame, text: words(message), ...isOver }];
  const word = sections.get(type);
  return word === undefined ? null : [{ kind: 'section', word, text: words(message) }];
}

function workOf({ type, from }: Entry): ImportedLine[] {
  if (from === undefined || (type !== WORK_BEGINS && type !== WORK_ENDS)) return [];
  return [{ kind: type === WORK_BEGINS ? 'begin-work' : 'end-work', participant: from }];
}

function noteOf(
  { from = '', to = from, message, placement = 1, wrap }: Entry,
  { words, wrapOf }: Reading,
): ImportedLine {
  const place = places[placement] ?? 'over';
  return { kind: 'note', place, participants: [from, to], text: words(message), ...wrapOf({ wrap }) };
}

/** Several participants can have one index. */
function inverted(indices: ReadonlyMap<string, number>): ReadonlyMap<number, readonly string[]> {
  const ids = new Map<number, string[]>();
  for (const [id, index] of indices) ids.set(index, [...(ids.get(index) ?? []), id]);
  return ids;
}
