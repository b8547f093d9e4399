/**
 * One presentation in several windows: the audience's and the presenter's. The state is a value. Any window can change
 * it, and then sends it to the others. No window is in charge: of two changes the later wins; of two simultaneous ones,
 * all windows pick the same winner.
 */
import * as v from 'valibot';
import type { LessonPosition } from '../../player/lesson-position.ts';
import { HANDS_MAX, type PredictionProgress } from '../../player/prediction.ts';

/** The state that all windows share. */
export interface PresentationState {
  /** The run, as a link; null for a diagram that no link can carry. */
  readonly link: string | null;
  /** The scene that the presentation is in. */
  readonly lessonPosition: LessonPosition;
  /** The position in the run, from 0. */
  readonly timelineIndex: number;
  /** Progress of predicting; null while not predicting. */
  readonly prediction: PredictionProgress | null;
  readonly isBlank: boolean;
}

/** How one window shows it. */
export interface PresentationWindow {
  read(): PresentationState;
  /**
   * Takes over another window's state. Drops parts that make no sense here.
   *
   * @param onDone Called once the state is shown, or can't be: the simulation may still be loading, and a diagram is read.
   * Not called if another state comes first.
   */
  syncFromRemote(state: PresentationState, onDone: () => void): void;
  /** @returns Unsubscribes. */
  subscribe(onChange: () => void): () => void;
}

/** Carries messages to the other windows, unchanged and in each sender's order. */
export interface PresentationChannel {
  send(message: unknown): void;
  /** @returns Unsubscribes. */
  listen(onMessage: (message: unknown) => void): () => void;
}

export interface PresentationEvents {
  /** Number of other windows. */
  onOthers(count: number): void;
  /** Another window runs another version of the page, whose messages aren't understood. */
  onOtherVersion(): void;
}

const VERSION = 4;
const LINK_CHARACTERS_MAX = 4_000_000;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const vote = v.strictObject({
  choice: v.nullable(count),
  hands: v.pipe(v.array(v.pipe(count, v.maxValue(HANDS_MAX))), v.maxLength(10)),
  isTyping: v.boolean(),
});
const prediction = v.strictObject({
  next: count,
  asked: v.nullable(
    v.strictObject({
      phase: v.picklist(['first-vote', 'discussion', 'second-vote', 'revealed']),
      votes: v.tuple([vote, vote]),
      explained: v.nullable(count),
    }),
  ),
});

/** A logical clock: number of changes, then the window that made the last one. */
const stamp = { turn: count, by: id };

/** `ask`: a new window requests the state. `show`: the state. `leave`: a window closes. */
const message = v.variant('kind', [
  v.strictObject({ v: v.literal(VERSION), kind: v.literal('ask'), from: id }),
  v.strictObject({
    v: v.literal(VERSION),
    kind: v.literal('show'),
    from: id,
    ...stamp,
    link: v.nullable(v.pipe(v.string(), v.maxLength(LINK_CHARACTERS_MAX))),
    lessonPosition: v.union([v.picklist(['opening', 'closing']), count]),
    timelineIndex: count,
    prediction: v.nullable(prediction),
    isBlank: v.boolean(),
  }),
  v.strictObject({ v: v.literal(VERSION), kind: v.literal('leave'), from: id }),
]);

interface Stamp {
  readonly turn: number;
  readonly by: string;
}

/** Larger than any lecture makes while a window is away. A message from elsewhere can't use up the numbers. */
const TURNS_AHEAD_MAX = 1_000_000;

/** Before any message. Every other stamp is later. */
const unsaid: Stamp = { turn: 0, by: '' };

function isLater(one: Stamp, other: Stamp): boolean {
  return one.turn === other.turn ? one.by > other.by : one.turn > other.turn;
}

/**
 * Joins the presentation. A window that joins later takes over the others' state. Alone, it works by itself.
 *
 * @param self Unique among all windows.
 * @returns Leaves the presentation.
 */
export function joinPresentation(
  shown: PresentationWindow,
  channel: PresentationChannel,
  self: string,
  { onOthers, onOtherVersion }: PresentationEvents,
): () => void {
  const others = new Set<string>();
  let changed = unsaid;
  let known = keyOf(shown.read());
  /** The latest state of another window, until this one shows it. */
  let followed: PresentationState | null = null;

  const tell = () => {
    channel.send({ v: VERSION, kind: 'show', from: self, ...changed, ...(followed ?? shown.read()) });
  };
  const meet = (other: string) => {
    if (others.has(other)) return;
    others.add(other);
    onOthers(others.size);
  };
  const tellChange = () => {
    // State taken over from another window isn't sent back, because it would bounce forever.
    if (followed !== null) return;
    const key = keyOf(shown.read());
    if (key === known) return;
    known = key;
    changed = { turn: changed.turn + 1, by: self };
    tell();
  };
  const unsubscribe = shown.subscribe(tellChange);
  const follow = (state: PresentationState) => {
    followed = state;
    shown.syncFromRemote(state, () => {
      // A later state is still to be shown.
      if (followed !== state) return;
      followed = null;
      // The screen was perhaps blanked here meanwhile. Nothing else of this window's can change before.
      known = keyOf({ ...shown.read(), isBlank: state.isBlank });
      tellChange();
    });
  };
  const receive = (data: unknown) => {
    const result = v.safeParse(message, data);
    if (!result.success) {
      if (isOfOtherVersion(data)) onOtherVersion();
      return;
    }
    const { output } = result;
    if (output.from === self) return;
    switch (output.kind) {
      case 'ask':
        meet(output.from);
        // A new window follows the ones that were there before it.
        if (changed === unsaid) changed = { turn: 1, by: self };
        tell();
        break;
      case 'show': {
        meet(output.from);
        if (!isLater(output, changed) || output.turn > changed.turn + TURNS_AHEAD_MAX) return;
        const { turn, by, link, lessonPosition, timelineIndex, prediction: predicted, isBlank } = output;
        changed = { turn, by };
        follow({ link, lessonPosition, timelineIndex, prediction: predicted, isBlank });
        break;
      }
      case 'leave':
        if (others.delete(output.from)) onOthers(others.size);
        break;
      default:
        throw new Error(`Unknown message ${output satisfies never}`);
    }
  };
  const stopListening = channel.listen(receive);
  channel.send({ v: VERSION, kind: 'ask', from: self });
  return () => {
    unsubscribe();
    stopListening();
    channel.send({ v: VERSION, kind: 'leave', from: self });
  };
}

function keyOf(state: PresentationState): string {
  const { link, lessonPosition, timelineIndex, prediction: predicted, isBlank } = state;
  return `${link} ${lessonPosition} ${timelineIndex} ${JSON.stringify(predicted)} ${isBlank}`;
}

function isOfOtherVersion(data: unknown): boolean {
  const result = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), data);
  return result.success && result.output.v !== VERSION;
}
