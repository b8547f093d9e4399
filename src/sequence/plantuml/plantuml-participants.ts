/** Declarations of PlantUML's participants: kinds, aliases, order and boxes. */
import {
  type ImportedBox,
  type ImportedParticipant,
  type ParticipantShape,
  participantShapes,
} from '../imported-diagram.ts';
import { readLabel } from './plantuml-text.ts';

interface Declared {
  readonly id: string;
  readonly name: string;
  readonly shape: ParticipantShape;
  /** Participants are sorted by it; those without one keep their place, as if it were 0. */
  readonly order: number;
}

/** The border of the diagram, where found messages begin and lost ones end: UML draws a filled circle there. */
export const borders = { left: '[', right: ']' } as const;
const BORDER_NAME = '●';

const DECLARATION = /^(participant|actor|boundary|control|entity|database|collections|queue)\s+(\S.*)$/i;
const NAME = /^(?:"([^"]*)"|([^\s"#<[]+))/;
const ALIAS = /^as\s+(?:"([^"]*)"|([^\s"#<[]+))/;
const ORDER = /\border\s+(-?\d{1,9})\b/;

export class PlantUmlParticipants {
  readonly #declared = new Map<string, Declared>();
  readonly #boxes: { name: string; participants: string[] }[] = [];
  #openBox: { name: string; participants: string[] } | null = null;
  readonly #borders = new Set<string>();

  /** @returns The ID, or null if the line declares no participant. */
  declare(line: string): string | null {
    const [, shape, rest = ''] = DECLARATION.exec(line) ?? [];
    const kind = participantShapes.find((each) => each === shape?.toLowerCase());
    const first = NAME.exec(rest);
    if (kind === undefined || first === null) return null;
    const written = first[1] ?? first[2] ?? '';
    const after = rest.slice(first[0].length).trimStart();
    const second = ALIAS.exec(after);
    const other = second?.[1] ?? second?.[2];
    // `"Bob" as B` and `B as "Bob"` mean the same.
    const isAliasFirst = second?.[1] !== undefined && first[1] === undefined;
    const [name, id] = isAliasFirst ? [other ?? written, written] : [written, other ?? written];
    const order = Number(ORDER.exec(after)?.[1] ?? 0);
    this.#add({ id, name: readLabel(name), shape: kind, order });
    return id;
  }

  /** A participant that a message or a note introduces. */
  use(name: string, alias: string | null = null): string {
    const id = alias ?? name;
    if (id === borders.left || id === borders.right) this.#borders.add(id);
    else if (!this.#declared.has(id)) {
      this.#add({ id, name: readLabel(name), shape: 'participant', order: 0 });
    }
    return id;
  }

  has(id: string): boolean {
    return this.#declared.has(id);
  }

  openBox(name: string): void {
    this.#openBox = { name: readLabel(name), participants: [] };
    this.#boxes.push(this.#openBox);
  }

  /** @returns Whether a box was open. */
  closeBox(): boolean {
    const wasOpen = this.#openBox !== null;
    this.#openBox = null;
    return wasOpen;
  }

  #add(participant: Declared): void {
    if (this.#declared.has(participant.id)) return;
    this.#declared.set(participant.id, participant);
    this.#openBox?.participants.push(participant.id);
  }

  /** From left to right. */
  ids(): readonly string[] {
    const sorted = [...this.#declared.values()].sort((one, other) => one.order - other.order);
    return [
      ...(this.#borders.has(borders.left) ? [borders.left] : []),
      ...sorted.map(({ id }) => id),
      ...(this.#borders.has(borders.right) ? [borders.right] : []),
    ];
  }

  list(): readonly ImportedParticipant[] {
    return this.ids().map((id) => {
      const declared = this.#declared.get(id);
      const { name, shape } = declared ?? { name: BORDER_NAME, shape: 'participant' as const };
      return { id, name, shape, links: [] };
    });
  }

  boxes(): readonly ImportedBox[] {
    return this.#boxes
      .filter(({ participants }) => participants.length > 0)
      .map(({ name, participants }) => ({ name, colour: null, participants }));
  }
}
