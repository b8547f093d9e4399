/**
 * The diagram of a run without some of its nodes. It has fewer steps, each of which shows the same moment of the run. The
 * last one stands for the rest of the run, so that its end is always there to be seen.
 */
import { endsOfNote, hidesMessage } from './hiding.ts';
import type { Activation, DiagramStep, Head, Participant, Row, SequenceDiagram, Span } from './model.ts';

export interface PartOfRun {
  readonly diagram: SequenceDiagram;
  /** The steps that are left, by their indices in the whole diagram. */
  readonly shown: readonly number[];
}

/**
 * @param whole Of a run, without a focus.
 * @param hidden IDs of nodes.
 * @returns null if no step would be left.
 */
export function withoutParticipants(whole: SequenceDiagram, hidden: ReadonlySet<string>): PartOfRun | null {
  const shown = shownSteps(whole, hidden);
  if (shown.length === 0) return null;
  const isLeft = ({ id, folded = [id] }: Participant) => folded.some((node) => !hidden.has(node));
  const participants = whole.participants.filter(isLeft);
  const ids = new Set(participants.map(({ id }) => id));
  const isOfOne = ({ participant }: Span) => ids.has(participant);
  const places = new Places(shown, whole.steps.length);
  const diagram: SequenceDiagram = {
    ...whole,
    participants,
    steps: shown.flatMap((at, index) => shownStep(whole.steps[at], index, { places, hidden })),
    activations: whole.activations.filter(isOfOne).flatMap((each) => workBetween(each, places)),
    outages: whole.outages.filter(isOfOne).flatMap((each) => stateBetween(each, places)),
    absences: whole.absences.filter(isOfOne).flatMap((each) => stateBetween(each, places)),
    headsAt: (index) => headsAt(whole, places, index).filter(({ participant }) => ids.has(participant.id)),
  };
  return { diagram, shown };
}

/** Whether a step is left without these nodes. */
export function canHideNodes(whole: Pick<SequenceDiagram, 'steps'>, hidden: ReadonlySet<string>): boolean {
  return shownSteps(whole, hidden).length > 0;
}

function shownSteps({ steps }: Pick<SequenceDiagram, 'steps'>, hidden: ReadonlySet<string>): number[] {
  return steps.flatMap(({ row }, index) => (isShown(row, hidden) ? [index] : []));
}

function isShown(row: Row, hidden: ReadonlySet<string>): boolean {
  switch (row.kind) {
    case 'message':
      return !hidesMessage(row, hidden);
    case 'band':
      return !hidden.has(row.participant);
    case 'note':
      return endsOfNote(row.participants, hidden) !== null;
    case 'frame':
      return true;
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}

/** The same object where it can be: stages keep what they have drawn of it. */
function shownStep(
  step: DiagramStep | undefined,
  index: number,
  { places, hidden }: { readonly places: Places; readonly hidden: ReadonlySet<string> },
): readonly DiagramStep[] {
  if (step === undefined) return [];
  if (step.row.kind !== 'message') return [step];
  const { departs, ...row } = step.row;
  const first = departs === undefined ? index : places.from(departs);
  const isDuringOthers = first < index;
  const notes = row.notes.filter(({ participant }) => !hidden.has(participant));
  const departsAsBefore = departs === (isDuringOthers ? first : undefined);
  if (departsAsBefore && notes.length === row.notes.length) return [step];
  return [{ ...step, row: { ...row, notes, ...(isDuringOthers && { departs: first }) } }];
}

/** Where the steps of the whole run are among those that are left. */
class Places {
  readonly shown: readonly number[];
  readonly #next: readonly number[];

  constructor(shown: readonly number[], count: number) {
    this.shown = shown;
    let place = 0;
    this.#next = Array.from({ length: count }, (_, at) => {
      if ((shown[place] ?? count) < at) place += 1;
      return place;
    });
  }

  get last(): number {
    return this.shown.length - 1;
  }

  /** The first place from a step on; after the last place if there's none. */
  from(at: number): number {
    return this.#next[at] ?? this.shown.length;
  }

  /** The last place up to a step; negative if there's none. */
  upTo(at: number): number {
    const place = this.from(at);
    return this.shown[place] === at ? place : place - 1;
  }
}

/** A bar stays from row to row of what is left of its work. */
function workBetween(work: Activation, places: Places): readonly Activation[] {
  const from = places.from(work.from);
  const to = work.to === null ? null : places.upTo(work.to);
  return from >= (to ?? places.shown.length) ? [] : [{ ...work, from, to }];
}

/** What happens after the last step that is left belongs to it. */
function stateBetween<Of extends Span>(state: Of, places: Places): readonly Of[] {
  const from = Math.min(places.from(state.from), places.last);
  const to = state.to === null ? null : Math.min(places.from(state.to), places.last);
  return to !== null && from >= to ? [] : [{ ...state, from, to }];
}

/** At the last step, what the nodes remember when the run ends. */
function headsAt({ steps, headsAt: heads }: SequenceDiagram, places: Places, index: number): readonly Head[] {
  const present = heads(places.shown[index] ?? 0);
  if (index < places.last) return present;
  return heads(steps.length - 1).map((head, place) => ({
    ...head,
    activity: present[place]?.activity ?? head.activity,
  }));
}
