/**
 * One show in several windows: the audience's and the presenter's. What is shown is a value; whoever changes it tells
 * the others, and any window may. Nobody is in charge: of two changes the later one holds, and of two at the same
 * time the one that all windows, by the same rule, hold for the later.
 */
import * as v from 'valibot';
import { HANDS_MAX, type PredictionPlace } from '../../player/prediction.ts';

/** What all windows show. */
export interface PresentationState {
  /** The run, as a link carries it; null for what no link can carry. */
  readonly link: string | null;
  /** Where in it, from 0. */
  readonly place: number;
  /** How far predicting has come; null while nobody predicts. */
  readonly prediction: PredictionPlace | null;
  readonly isBlank: boolean;
}

/** How one window shows it. */
export interface PresentationWindow {
  read(): PresentationState;
  /** Shows what another window shows. What makes no sense here is not shown. */
  syncFromRemote(state: PresentationState): void;
  /** @returns Stops listening. */
  subscribe(onChange: () => void): () => void;
}

/** What carries messages to the other windows, each as it was sent and in the order of its sender. */
export interface PresentationChannel {
  send(message: unknown): void;
  /** @returns Stops listening. */
  listen(onMessage: (message: unknown) => void): () => void;
}

export interface PresentationEvents {
  /** How many other windows there are. */
  onOthers(count: number): void;
  /** Another window was loaded from another version of the page, and is not understood. */
  onOtherVersion(): void;
}

const VERSION = 2;
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

/** When something was changed, counted in changes, and by whom. */
const stamp = { turn: count, by: id };

/** `ask`: a window that has just come wants to know what is shown. `show`: this is. `leave`: one window fewer. */
const message = v.variant('kind', [
  v.strictObject({ v: v.literal(VERSION), kind: v.literal('ask'), from: id }),
  v.strictObject({
    v: v.literal(VERSION),
    kind: v.literal('show'),
    from: id,
    ...stamp,
    link: v.nullable(v.pipe(v.string(), v.maxLength(LINK_CHARACTERS_MAX))),
    place: count,
    prediction: v.nullable(prediction),
    isBlank: v.boolean(),
  }),
  v.strictObject({ v: v.literal(VERSION), kind: v.literal('leave'), from: id }),
]);

interface Stamp {
  readonly turn: number;
  readonly by: string;
}

/** Before anything was said; any other is later. */
const unsaid: Stamp = { turn: 0, by: '' };

function isLater(one: Stamp, other: Stamp): boolean {
  return one.turn === other.turn ? one.by > other.by : one.turn > other.turn;
}

/**
 * Joins the show. A window that comes late takes over what the others show; alone it goes on by itself.
 *
 * @param self Differs from that of every other window.
 * @returns Leaves the show.
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
  let isFollowing = false;

  const tell = () => {
    channel.send({ v: VERSION, kind: 'show', from: self, ...changed, ...shown.read() });
  };
  const meet = (other: string) => {
    if (others.has(other)) return;
    others.add(other);
    onOthers(others.size);
  };
  const unsubscribe = shown.subscribe(() => {
    const key = keyOf(shown.read());
    // What was taken over is no change of one's own: told back, it would go to and fro for ever.
    if (isFollowing || key === known) return;
    known = key;
    changed = { turn: changed.turn + 1, by: self };
    tell();
  });
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
        // Who was there first is followed by who comes.
        if (changed === unsaid) changed = { turn: 1, by: self };
        tell();
        break;
      case 'show': {
        meet(output.from);
        if (!isLater(output, changed)) return;
        const { turn, by, link, place, prediction: predicted, isBlank } = output;
        changed = { turn, by };
        isFollowing = true;
        shown.syncFromRemote({ link, place, prediction: predicted, isBlank });
        isFollowing = false;
        known = keyOf(shown.read());
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

function keyOf({ link, place, prediction: predicted, isBlank }: PresentationState): string {
  return `${link} ${place} ${JSON.stringify(predicted)} ${isBlank}`;
}

function isOfOtherVersion(data: unknown): boolean {
  const result = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), data);
  return result.success && result.output.v !== VERSION;
}
