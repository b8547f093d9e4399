/**
 * A server's work on one request, written as a sequence with waits for other nodes. A flow is a value (a continuation):
 * the server keeps it while it waits, and a crash drops it half done.
 */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { WireBody } from '../protocols/wire.ts';

/** Result of asking another node. */
export type Answer =
  | { readonly kind: 'answered'; readonly body: WireBody }
  /** Refused or reset. The waiting side can't tell the difference. */
  | { readonly kind: 'failed' };

export type Flow<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'perform'; readonly effects: readonly ClusterEffect[]; readonly next: Flow<Result> }
  | {
      readonly kind: 'wait';
      readonly durationUs: number;
      readonly resume: (context: ClusterContext) => Flow<Result>;
    }
  /** Waits until all flows that entered the server's line before have left it. */
  | { readonly kind: 'enter-line'; readonly resume: (context: ClusterContext) => Flow<Result> }
  | { readonly kind: 'leave-line'; readonly next: Flow<Result> }
  | {
      readonly kind: 'ask';
      readonly to: NodeId;
      readonly body: WireBody;
      readonly resume: (answer: Answer, context: ClusterContext) => Flow<Result>;
    };

export function done<Result>(result: Result): Flow<Result> {
  return { kind: 'done', result };
}

export function perform<Result>(effects: readonly ClusterEffect[], next: Flow<Result>): Flow<Result> {
  return { kind: 'perform', effects, next };
}

export function wait<Result>(
  durationUs: number,
  resume: (context: ClusterContext) => Flow<Result>,
): Flow<Result> {
  return { kind: 'wait', durationUs, resume };
}

export function ask(to: NodeId, body: WireBody): Flow<Answer> {
  return { kind: 'ask', to, body, resume: (answer) => done(answer) };
}

/** Runs a flow when it's its turn: one at a time on each server, in order of arrival. */
export function inLine<Result>(flow: (context: ClusterContext) => Flow<Result>): Flow<Result> {
  return {
    kind: 'enter-line',
    resume: (context) =>
      andThen(flow(context), context, (result) => ({ kind: 'leave-line', next: done(result) })),
  };
}

/**
 * Runs `flow`, then `next` with its result.
 *
 * @param context Context at the start of `flow`; `next` gets the one at its end.
 */
export function andThen<First, Second>(
  flow: Flow<First>,
  context: ClusterContext,
  next: (result: First, context: ClusterContext) => Flow<Second>,
): Flow<Second> {
  switch (flow.kind) {
    case 'done':
      return next(flow.result, context);
    case 'perform':
    case 'leave-line':
      return { ...flow, next: andThen(flow.next, context, next) };
    case 'enter-line':
    case 'wait':
      return { ...flow, resume: (later: ClusterContext) => andThen(flow.resume(later), later, next) };
    case 'ask':
      return {
        ...flow,
        resume: (answer: Answer, later: ClusterContext) => andThen(flow.resume(answer, later), later, next),
      };
    default:
      throw new Error(`Unknown flow ${flow satisfies never}`);
  }
}
