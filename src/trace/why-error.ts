/** An error response as the modules see it that explain its code, and look-ups in what led to it. */
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { ProblemCode, RequestIntent } from './reading.ts';
import { type Evidence, outcomes, type PlainReason } from './reasons.ts';
import { type Trouble, troublesOf } from './troubles.ts';
import type { Case, EventOf } from './why-case.ts';
import type { Judged } from './why-keys.ts';

/** An error response, and all events up to its departure: what came later can't have led to it. */
export interface Problem extends Case {
  readonly code: ProblemCode | null;
  readonly intent: RequestIntent;
  readonly judged: Judged;
}

export function lastTrouble(
  { run, events, request }: Case,
  isIt: (trouble: Trouble) => boolean,
): Trouble | undefined {
  return troublesOf(run.events)
    .get(request)
    ?.findLast((each) => each.id < events.length && isIt(each));
}

export function plain(kind: PlainReason, node: NodeId, event: number | null = null): Evidence {
  return { reason: { kind, node }, event };
}

/** Tokens of the old key are still accepted. */
function keepsOldKeys(command: NodeCommand): boolean {
  return command.kind === 'rotate-key' && command.keepsOld;
}

/**
 * The last of these commands that an operator gave a node before it got the request. Other commands can't have led to this
 * error.
 */
export function evidenceOfCommand(
  { events, request }: Case,
  kinds: readonly NodeCommand['kind'][],
  node: NodeId,
): readonly Evidence[] {
  const given = events.findLast(
    (event): event is EventOf<'command-taken'> =>
      event.kind === 'command-taken' &&
      event.command.kind === 'instruct' &&
      event.command.nodes.includes(node) &&
      kinds.includes(event.command.instruction.kind) &&
      event.result === 'done' &&
      !keepsOldKeys(event.command.instruction),
  );
  if (given?.command.kind !== 'instruct') return [];
  const outcome = outcomes[given.command.instruction.kind];
  const wasReached = events.some(
    (event) => event.kind === 'request-reached' && event.request === request && event.id < given.id,
  );
  if (wasReached) return [];
  const instructed = plain('was-instructed', node, given.id);
  return outcome === undefined ? [instructed] : [instructed, plain(outcome, node)];
}
