/**
 * Checks the database that Mermaid's parser fills, and converts it into an imported diagram. Written for the pinned
 * version.
 */
import * as v from 'valibot';
import {
  type ImportedBox,
  type ImportedDiagram,
  type ImportedLine,
  type ImportedParticipant,
  type ImportedSettings,
  idsIn,
  type ParticipantShape,
  participantShapes,
} from '../imported-diagram.ts';
import type { DomReader } from './dom-reader.ts';
import { readColour } from './mermaid-colour.ts';
import { EntryReader, entry, type Reading } from './mermaid-entries.ts';
import type { Said } from './mermaid-narration.ts';

const actor = v.object({
  name: v.string(),
  description: v.string(),
  type: v.string(),
  links: v.optional(v.record(v.string(), v.unknown()), {}),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  wrap: v.unknown(),
});

const box = v.object({
  name: v.optional(v.string()),
  fill: v.string(),
  actorKeys: v.array(v.string()),
  wrap: v.unknown(),
});

/** The parts of Mermaid's `SequenceDB` that are read. */
interface SequenceDatabase {
  getMessages(): unknown;
  getActors(): ReadonlyMap<string, unknown>;
  getBoxes(): unknown;
  getCreatedActors(): ReadonlyMap<string, number>;
  getDestroyedActors(): ReadonlyMap<string, number>;
  /** Whether the configuration wraps what doesn't say it itself. */
  autoWrap(): unknown;
  getDiagramTitle(): string;
  getAccTitle(): string;
  getAccDescription(): string;
}

/** What stands around the diagram in its text. */
export interface Surroundings {
  /** Title of the front matter; empty without one. */
  readonly title: string;
  readonly settings: Omit<ImportedSettings, 'isTitled'> | null;
  readonly hidesUnused: boolean;
  /** Comments by the marker that `withMarkers` has put in their place. */
  readonly narration: ReadonlyMap<number, Said>;
  readonly dom: DomReader;
}

/** @throws When it differs from what the pinned version of Mermaid produces. */
export function readDatabase(db: unknown, surroundings: Surroundings): ImportedDiagram {
  const { title, settings, hidesUnused } = surroundings;
  const database = db as SequenceDatabase;
  const reading = readingOf(database, surroundings);
  const { words } = reading;
  const actors = [...database.getActors()].map(([id, each]) =>
    participantOf(id, v.parse(actor, each), reading),
  );
  const declared = new Set(actors.map(({ id }) => id));
  // Work can be that of a participant that is declared nowhere.
  const lines = linesOf(database, surroundings, reading).filter((line) =>
    idsIn(line).every((id) => declared.has(id)),
  );
  // Mermaid hides all others if its configuration says so.
  const used = hidesUnused ? new Set(lines.flatMap(idsIn)) : null;
  const participants = used === null ? actors : actors.filter(({ id }) => used.has(id));
  const boxes = v
    .parse(v.array(box), database.getBoxes())
    .map((each) => boxOf(each, reading))
    .map((each) => ({ ...each, participants: each.participants.filter((id) => used?.has(id) ?? true) }));
  const accessible = {
    title: words(database.getAccTitle()),
    description: words(database.getAccDescription()),
  };
  const ownTitle = words(database.getDiagramTitle());
  return {
    title: ownTitle || title,
    participants,
    boxes,
    lines,
    ...((accessible.title !== '' || accessible.description !== '') && { accessible }),
    ...(settings !== null && {
      settings: { ...settings, isTitled: title !== '' && ownTitle === '' },
    }),
  };
}

function readingOf(database: SequenceDatabase, { dom }: Surroundings): Reading {
  const isAllWrapped = database.autoWrap() === true;
  return {
    words: (text) => wordsIn(text, dom),
    wrapOf: ({ wrap }) => ((wrap === true) === isAllWrapped ? {} : { wrap: wrap === true }),
  };
}

function linesOf(
  database: SequenceDatabase,
  { settings, narration }: Surroundings,
  reading: Reading,
): readonly ImportedLine[] {
  const isNumbered = settings?.isNumbered ?? false;
  const [created, destroyed] = [database.getCreatedActors(), database.getDestroyedActors()];
  const reader = new EntryReader(created, destroyed, { isNumbered, narration, ...reading });
  const entries = v.parse(v.array(entry), database.getMessages());
  return entries.flatMap((each, index) => reader.read(each, index));
}

function participantOf(
  id: string,
  { description, type, links, properties, wrap }: v.InferOutput<typeof actor>,
  { words, wrapOf }: Reading,
): ImportedParticipant {
  const shape: ParticipantShape = participantShapes.find((each) => each === type) ?? 'participant';
  return {
    id,
    name: words(description),
    shape,
    links: Object.entries(links).map(([label, target]) => ({ label: words(label), target: words(target) })),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...wrapOf({ wrap }),
  };
}

/** A participant can be named twice. */
function boxOf(
  { name, fill, actorKeys, wrap }: v.InferOutput<typeof box>,
  { words, wrapOf }: Reading,
): ImportedBox {
  const participants = [...new Set(actorKeys)];
  return { name: words(name), colour: readColour(fill), participants, ...wrapOf({ wrap }) };
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
