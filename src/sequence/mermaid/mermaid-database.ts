/**
 * Checks the database that Mermaid's parser fills, and converts it into an imported diagram. Written for the pinned
 * version.
 */
import * as v from 'valibot';
import {
  type FrameKind,
  type ImportedBox,
  type ImportedDiagram,
  type ImportedLine,
  type ImportedMessage,
  type ImportedParticipant,
  type ImportedSettings,
  type ParticipantShape,
  participantShapes,
  type SectionWord,
} from '../imported-diagram.ts';
import type { DomReader } from './dom-reader.ts';
import { arrows } from './mermaid-arrows.ts';
import { readColour } from './mermaid-colour.ts';
import type { Said } from './mermaid-narration.ts';

const actor = v.object({
  name: v.string(),
  description: v.string(),
  type: v.string(),
  links: v.optional(v.record(v.string(), v.unknown()), {}),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
});

const box = v.object({ name: v.optional(v.string()), fill: v.string(), actorKeys: v.array(v.string()) });

const entry = v.object({
  type: v.number(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  message: v.unknown(),
  placement: v.optional(v.number()),
  centralConnection: v.optional(v.number()),
  activate: v.optional(v.boolean()),
});
type Entry = v.InferOutput<typeof entry>;

const sequenceNumber = v.object({
  start: v.optional(v.number()),
  step: v.optional(v.number()),
  visible: v.optional(v.boolean()),
});

/** The parts of Mermaid's `SequenceDB` that are read. */
interface SequenceDatabase {
  getMessages(): unknown;
  getActors(): ReadonlyMap<string, unknown>;
  getBoxes(): unknown;
  getCreatedActors(): ReadonlyMap<string, number>;
  getDestroyedActors(): ReadonlyMap<string, number>;
  getDiagramTitle(): string;
  getAccTitle(): string;
  getAccDescription(): string;
}

/** What stands around the diagram in its text. */
export interface Surroundings {
  /** Title of the front matter; empty without one. */
  readonly title: string;
  readonly settings: ImportedSettings | null;
  readonly hidesUnused: boolean;
  /** Comments by the marker that `withMarkers` has put in their place. */
  readonly narration: ReadonlyMap<number, Said>;
  readonly dom: DomReader;
}

/** A text of the database as Mermaid would show it. */
type Words = (text: unknown) => string;

/** @throws When it differs from what the pinned version of Mermaid produces. */
export function readDatabase(db: unknown, surroundings: Surroundings): ImportedDiagram {
  const { title, settings, hidesUnused, narration, dom } = surroundings;
  const words: Words = (text) => wordsIn(text, dom);
  const database = db as SequenceDatabase;
  const entries = v.parse(v.array(entry), database.getMessages());
  const actors = [...database.getActors()].map(([id, each]) =>
    participantOf(id, v.parse(actor, each), words),
  );
  const reader = new EntryReader(database.getCreatedActors(), database.getDestroyedActors(), {
    isNumbered: settings?.isNumbered ?? false,
    narration,
    words,
  });
  const lines = entries.flatMap((each, index) => reader.read(each, index));
  const used = hidesUnused ? usedIn(lines) : null;
  const participants = used === null ? actors : actors.filter(({ id }) => used.has(id));
  const boxes = v
    .parse(v.array(box), database.getBoxes())
    .map((each) => boxOf(each, words))
    .map((each) => ({ ...each, participants: each.participants.filter((id) => used?.has(id) ?? true) }));
  const accessible = {
    title: words(database.getAccTitle()),
    description: words(database.getAccDescription()),
  };
  return {
    title: words(database.getDiagramTitle()) || title,
    participants,
    boxes,
    lines,
    ...((accessible.title !== '' || accessible.description !== '') && { accessible }),
    ...(settings !== null && { settings }),
  };
}

/** Participants of messages and notes. Mermaid hides the others if its configuration says so. */
function usedIn(lines: readonly ImportedLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) =>
      line.kind === 'message' ? [line.from, line.to] : line.kind === 'note' ? line.participants : [],
    ),
  );
}

function participantOf(
  id: string,
  { description, type, links, properties }: v.InferOutput<typeof actor>,
  words: Words,
): ImportedParticipant {
  const shape: ParticipantShape = participantShapes.find((each) => each === type) ?? 'participant';
  return {
    id,
    name: words(description),
    shape,
    links: Object.entries(links).map(([label, target]) => ({ label: words(label), target: words(target) })),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

/** A participant can be named twice. */
function boxOf({ name, fill, actorKeys }: v.InferOutput<typeof box>, words: Words): ImportedBox {
  return { name: words(name), colour: readColour(fill), participants: [...new Set(actorKeys)] };
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

interface EntryReading extends Pick<Surroundings, 'narration'> {
  readonly isNumbered: boolean;
  readonly words: Words;
}

/** Keeps what later entries depend on: the count, and the participants that the next message creates or destroys. */
class EntryReader {
  /** Participants by the index of the entry that creates or destroys them. */
  readonly #created: ReadonlyMap<number, readonly string[]>;
  readonly #destroyed: ReadonlyMap<number, readonly string[]>;
  #coming: readonly string[] = [];
  #going: readonly string[] = [];
  /** Of the next message. */
  #transit = 0;
  readonly #narration: Surroundings['narration'];
  readonly #isNumbered: boolean;
  readonly #words: Words;
  #number: { next: number; step: number; isShown: boolean };

  constructor(
    created: ReadonlyMap<string, number>,
    destroyed: ReadonlyMap<string, number>,
    { isNumbered, narration, words }: EntryReading,
  ) {
    this.#created = inverted(created);
    this.#destroyed = inverted(destroyed);
    this.#words = words;
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
    if (each.type === NOTE) return [noteOf(each, this.#words)];
    if (each.type === AUTONUMBER) return this.#countOrNarration(v.parse(sequenceNumber, each.message));
    return frameLineOf(each, this.#words) ?? workOf(each);
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
    const text = this.#words(message);
    const activates = entry.activate ? ({ activates: true } as const) : {};
    const transit = this.#transit === 0 ? {} : { transit: this.#transit };
    this.#transit = 0;
    return {
      ...{ kind: 'message', from, to, text, ...arrow, centres, number, creates, destroys },
      ...activates,
      ...transit,
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
function frameLineOf({ type, message }: Entry, words: Words): ImportedLine[] | null {
  if (type === GROUND_BEGINS) return [{ kind: 'begin-ground', colour: readColour(words(message)) }];
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

function noteOf({ from = '', to = from, message, placement = 1 }: Entry, words: Words): ImportedLine {
  return { kind: 'note', place: places[placement] ?? 'over', participants: [from, to], text: words(message) };
}

/** Several participants can have one index. */
function inverted(indices: ReadonlyMap<string, number>): ReadonlyMap<number, readonly string[]> {
  const ids = new Map<number, string[]>();
  for (const [id, index] of indices) ids.set(index, [...(ids.get(index) ?? []), id]);
  return ids;
}

/**
 * As Mermaid would show them: `<br>` breaks a line, and `#59;` or `#infin;`, stored as `ﬂ°°59
 * ß`, is a character.
 */
function wordsIn(message: unknown, dom: DomReader): string {
  if (typeof message !== 'string') return '';
  return message
    .replace(/<\/?br\s*\/?>/gi, '\n')
    .replace(/ﬂ°°?(\+?\w+)¶ß/g, (whole, code: string) =>
      dom.character(`${whole.startsWith('ﬂ°°') ? '#' : ''}${code.replace('+', '')}`),
    )
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
