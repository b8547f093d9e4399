/** What Mermaid's parser leaves behind, checked and turned into a drawing. Written for the one version that is pinned. */
import * as v from 'valibot';
import {
  type ArrowHead,
  type Drawing,
  type DrawnLine,
  type DrawnParticipant,
  type FrameKind,
  type ParticipantShape,
  participantShapes,
  type SectionWord,
} from '../diagram/drawing.ts';

const actor = v.object({
  name: v.string(),
  description: v.string(),
  type: v.string(),
  box: v.optional(v.object({ name: v.optional(v.string()) })),
  links: v.optional(v.record(v.string(), v.unknown()), {}),
});

const entry = v.object({
  type: v.number(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  message: v.unknown(),
  placement: v.optional(v.number()),
});
type Entry = v.InferOutput<typeof entry>;

const sequenceNumber = v.object({
  start: v.optional(v.number()),
  step: v.optional(v.number()),
  visible: v.optional(v.boolean()),
});

/** The part of Mermaid's `SequenceDB` that is read. */
interface SequenceDatabase {
  getMessages(): unknown;
  getActors(): ReadonlyMap<string, unknown>;
  getCreatedActors(): ReadonlyMap<string, number>;
  getDestroyedActors(): ReadonlyMap<string, number>;
  getDiagramTitle(): string;
}

/** @throws When it is not what the pinned version of Mermaid leaves behind. */
export function readDatabase(db: unknown, frontMatterTitle: string): Drawing {
  const database = db as SequenceDatabase;
  const entries = v.parse(v.array(entry), database.getMessages());
  const participants = [...database.getActors()].map(([id, each]) => participantOf(id, v.parse(actor, each)));
  const reader = new EntryReader(database.getCreatedActors(), database.getDestroyedActors());
  const lines = entries.flatMap((each, index) => reader.read(each, index));
  return { title: words(database.getDiagramTitle()) || frontMatterTitle, participants, lines };
}

function participantOf(
  id: string,
  { description, type, box, links }: v.InferOutput<typeof actor>,
): DrawnParticipant {
  const shape: ParticipantShape = participantShapes.find((each) => each === type) ?? 'participant';
  return {
    id,
    name: words(description).split('\n').join(' '),
    shape,
    box: words(box?.name) || null,
    links: Object.entries(links).map(([label, target]) => ({ label: words(label), target: words(target) })),
  };
}

interface Arrow {
  readonly line: 'solid' | 'dashed';
  readonly head: ArrowHead;
  /** True when left out. */
  readonly arrives?: boolean;
}

/** The arrows, by their numbers in Mermaid's `LINETYPE`. Half an arrowhead is drawn as a whole one. */
const arrows = new Map<number, Arrow>([
  [0, { line: 'solid', head: 'arrow' }],
  [1, { line: 'dashed', head: 'arrow' }],
  [3, { line: 'solid', head: 'arrow', arrives: false }],
  [4, { line: 'dashed', head: 'arrow', arrives: false }],
  [5, { line: 'solid', head: 'none' }],
  [6, { line: 'dashed', head: 'none' }],
  [24, { line: 'solid', head: 'point' }],
  [25, { line: 'dashed', head: 'point' }],
  [33, { line: 'solid', head: 'both' }],
  [34, { line: 'dashed', head: 'both' }],
  ...[41, 42, 43, 44].map((type) => [type, { line: 'solid', head: 'arrow' }] as const),
  ...[45, 46, 47, 48].map((type) => [type, { line: 'solid', head: 'back' }] as const),
  ...[51, 52, 53, 54].map((type) => [type, { line: 'dashed', head: 'arrow' }] as const),
  ...[55, 56, 57, 58].map((type) => [type, { line: 'dashed', head: 'back' }] as const),
]);

const NOTE = 2;
const AUTONUMBER = 26;
const WORK_BEGINS = 17;
const WORK_ENDS = 18;
const frameBegins = new Map<number, FrameKind>([
  [10, 'loop'],
  [12, 'alt'],
  [15, 'opt'],
  [19, 'par'],
  [22, 'rect'],
  [27, 'critical'],
  [30, 'break'],
  [32, 'par'],
]);
const sections = new Map<number, SectionWord>([
  [13, 'else'],
  [20, 'and'],
  [28, 'option'],
]);
const frameEnds = new Set([11, 14, 16, 21, 23, 29, 31]);
const places = ['left', 'right', 'over'] as const;

/** Remembers what later entries depend on: the count, and who comes and goes with the next message. */
class EntryReader {
  readonly #created: ReadonlyMap<string, number>;
  readonly #destroyed: ReadonlyMap<string, number>;
  #coming: string | null = null;
  #going: string | null = null;
  #number = { next: 1, step: 1, isShown: false };

  constructor(created: ReadonlyMap<string, number>, destroyed: ReadonlyMap<string, number>) {
    this.#created = created;
    this.#destroyed = destroyed;
  }

  read(each: Entry, index: number): DrawnLine[] {
    this.#coming = keyOf(this.#created, index) ?? this.#coming;
    this.#going = keyOf(this.#destroyed, index) ?? this.#going;
    const arrow = arrows.get(each.type);
    if (arrow !== undefined) return [this.#message(each, arrow)];
    const frame = frameBegins.get(each.type);
    // Of a `rect` the message is a colour, which the stage has no use for.
    if (frame !== undefined) {
      return [{ kind: 'begin-frame', frame, text: frame === 'rect' ? '' : words(each.message) }];
    }
    const word = sections.get(each.type);
    if (word !== undefined) return [{ kind: 'section', word, text: words(each.message) }];
    if (frameEnds.has(each.type)) return [{ kind: 'end-frame' }];
    if (each.type === NOTE) return [noteOf(each)];
    if (each.type === AUTONUMBER) this.#count(v.parse(sequenceNumber, each.message));
    const isWork = each.type === WORK_BEGINS || each.type === WORK_ENDS;
    if (!isWork || each.from === undefined) return [];
    return [{ kind: each.type === WORK_BEGINS ? 'begin-work' : 'end-work', participant: each.from }];
  }

  #message({ from = '', to = '', message }: Entry, { line, head, arrives = true }: Arrow): DrawnLine {
    const { next, step, isShown } = this.#number;
    // Two decimals are what Mermaid allows.
    this.#number.next = Math.round((next + step) * 100) / 100;
    const creates = this.#coming === to ? to : null;
    const destroys = this.#going === from || this.#going === to ? this.#going : null;
    if (creates !== null) this.#coming = null;
    if (destroys !== null) this.#going = null;
    const number = isShown ? next : null;
    return {
      kind: 'message',
      from,
      to,
      text: words(message),
      line,
      head,
      arrives,
      number,
      creates,
      destroys,
    };
  }

  #count({ start, step, visible = true }: v.InferOutput<typeof sequenceNumber>): void {
    this.#number = { next: start ?? this.#number.next, step: step ?? this.#number.step, isShown: visible };
  }
}

function noteOf({ from = '', to = from, message, placement = 1 }: Entry): DrawnLine {
  return { kind: 'note', place: places[placement] ?? 'over', participants: [from, to], text: words(message) };
}

function keyOf(map: ReadonlyMap<string, number>, value: number): string | undefined {
  return [...map].find(([, each]) => each === value)?.[0];
}

/** As Mermaid would show them: `<br>` breaks a line, and `#59;` or `#infin;`, kept as `ﬂ°°59¶ß`, is a character. */
function words(message: unknown): string {
  if (typeof message !== 'string') return '';
  return message
    .replace(/<\/?br\s*\/?>/gi, '\n')
    .replace(/ﬂ°°?(\+?\w+)¶ß/g, (whole, code: string) => characterOf(code, whole.startsWith('ﬂ°°')))
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

/** The browser knows the names of all characters. The code is letters and digits only, so it can be nothing else. */
function characterOf(code: string, isNumber: boolean): string {
  const entity = `&${isNumber ? '#' : ''}${code.replace('+', '')};`;
  return new DOMParser().parseFromString(entity, 'text/html').body.textContent ?? '';
}
