/** A client that runs a script line by line over any transport: think time, waiting, giving up. */
import type { TransportLine } from '../../applications/transport-line.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  requestId,
} from '../../cluster.ts';
import type { Outcome, RequestId } from '../../kernel/actor.ts';
import { type Duration, drawUs } from '../../kernel/duration.ts';

/** How a client performs a line. An outcome settles the pending line; at most one is pending. */
export interface Conduct<State> {
  start(): State;
  say(state: State, line: TransportLine, request: RequestId, context: ClusterContext): Progress;
  hear(state: State, input: ClusterInput, context: ClusterContext): Progress;
  /** The client's patience is exhausted. */
  giveUp(state: State, request: RequestId, context: ClusterContext): readonly ClusterEffect[];
}

export interface Progress {
  readonly effects: readonly ClusterEffect[];
  readonly outcome: Outcome | null;
}

export interface ScriptedClientOptions {
  readonly script: readonly TransportLine[];
  /** From the end of a line to the next one. */
  readonly think: Duration;
  /** Longer than any timeout of the transport. */
  readonly patienceUs: number;
}

export interface ScriptedClientState<State> {
  readonly conduct: State;
  /** Number of script lines started so far. */
  said: number;
  /** Number of extra lines caused by the current script line. */
  extras: number;
  /** Lines to perform before the script continues. */
  readonly next: TransportLine[];
  pending: RequestId | null;
}

const NEXT_LINE = 'next-line';
const PATIENCE = 'patience';

export function scriptedClient<State>(
  options: ScriptedClientOptions,
  conduct: Conduct<State>,
): ClusterActor<ScriptedClientState<State>> {
  return {
    start: () => ({ conduct: conduct.start(), said: 0, extras: 0, next: [], pending: null }),
    react(state, input, context) {
      if (input.kind === 'started' || (input.kind === 'timer' && input.timer === NEXT_LINE)) {
        return say(state, options, conduct, context);
      }
      const { pending } = state;
      if (input.kind === 'node-command') {
        if (input.command.kind !== 'do') return [];
        state.next.push(input.command.line);
        // With a line pending, the extra line starts when that one ends.
        return pending === null ? [{ kind: 'set-timer', timer: NEXT_LINE, delayUs: 0 }] : [];
      }
      if (input.kind === 'timer' && input.timer === PATIENCE) {
        if (pending === null) return [];
        const effects = conduct.giveUp(state.conduct, pending, context);
        return proceed(state, { effects, outcome: 'timed-out' }, options, context);
      }
      return proceed(state, conduct.hear(state.conduct, input, context), options, context);
    },
  };
}

function say<State>(
  state: ScriptedClientState<State>,
  options: ScriptedClientOptions,
  conduct: Conduct<State>,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const extra = state.next.shift();
  const line = extra ?? options.script[state.said];
  if (line === undefined) return [];
  state.extras = extra === undefined ? 0 : state.extras + 1;
  if (extra === undefined) state.said += 1;
  const request = requestId(context.self, Math.max(1, state.said), state.extras);
  state.pending = request;
  return [
    { kind: 'reach', request, milestone: 'sent' },
    { kind: 'set-timer', timer: PATIENCE, delayUs: options.patienceUs },
    ...proceed(state, conduct.say(state.conduct, line, request, context), options, context),
  ];
}

function proceed<State>(
  state: ScriptedClientState<State>,
  { effects, outcome }: Progress,
  { script, think }: ScriptedClientOptions,
  { random }: ClusterContext,
): readonly ClusterEffect[] {
  const { pending } = state;
  if (outcome === null || pending === null) return effects;
  state.pending = null;
  const settled: ClusterEffect[] = [
    ...effects,
    { kind: 'cancel-timer', timer: PATIENCE },
    { kind: 'settle', request: pending, outcome },
  ];
  if (state.next.length > 0 || state.said < script.length) {
    settled.push({ kind: 'set-timer', timer: NEXT_LINE, delayUs: drawUs(think, random) });
  }
  return settled;
}
