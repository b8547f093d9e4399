/** Lost updates and replaced sessions: who changed the session before, and who wrote over it. */
import { isClient } from '../simulation/cluster.ts';
import type { RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import type { SessionEnd } from '../simulation/losses/loss.ts';
import { sessionIn } from '../simulation/memory.ts';
import { lossesOf, servedBy } from './losses.ts';
import { type Overwrite, overwriteAt, overwritesOf } from './overwrites.ts';
import { type ResponseMeaning, readResponse } from './reading.ts';
import type { Evidence } from './reasons.ts';
import type { Run } from './run.ts';
import { type Case, clientOf, intentOf } from './why-case.ts';

/** A step and all events up to it. A copy between servers has no request. */
export type MaybeOfRequest = Omit<Case, 'request'> & { readonly request: RequestId | null };

/** A write of this step that undid another request's change, or an earlier one that this response shows. */
export function evidenceOfOverwrite(past: MaybeOfRequest): readonly Evidence[] {
  const { run, step, request } = past;
  const overwrites = overwritesOf(run.events).filter(({ event }) => event <= step.lastEvent);
  if (overwrites.length === 0) return [];
  const found =
    overwriteAt(run, step) ?? (request === null ? undefined : seenBy({ ...past, request }, overwrites));
  if (found === undefined) return [];
  const { kind, node, victim, victimEvent, writer, event } = found;
  const isUndone = kind === 'overwritten';
  return [
    {
      reason: { kind: isUndone ? 'had-changed' : 'had-ended', node, intent: intentOf(run, victim) },
      event: victimEvent,
    },
    {
      reason: { kind: isUndone ? 'wrote-over' : 'brought-back', node, intent: intentOf(run, writer) },
      event,
    },
  ];
}

/** A session whose client gets the cookie of a new one in this step. */
export function evidenceOfReplacing(past: Case): readonly Evidence[] {
  return ofReplaced(past.run, ({ event }) => isInStep(past, event));
}

/** A session that its client no longer names, if this response lacks what is in it. */
export function evidenceOfReplaced(past: Case): readonly Evidence[] {
  return ofReplaced(past.run, (end) => lacks(past, end));
}

function ofReplaced({ events }: Run, isIt: (end: SessionEnd) => boolean): readonly Evidence[] {
  const end = [...lossesOf(events).ends.values()]
    .flat()
    .findLast((each) => each.cause === 'replaced' && isIt(each));
  if (end === undefined) return [];
  const kind = isClient(end.node) ? 'old-one-is-gone' : 'was-replaced';
  return [{ reason: { kind, node: end.node }, event: end.event }];
}

function isInStep({ run, step }: Pick<Case, 'run' | 'step'>, event: EventId): boolean {
  const before = run.steps[run.steps.indexOf(step) - 1]?.lastEvent ?? -1;
  return event > before && event <= step.lastEvent;
}

function lacks({ run, step, request }: Case, { event, write }: SessionEnd): boolean {
  if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return false;
  if (event > step.lastEvent) return false;
  const replaced = run.events[event];
  const written = run.events[write ?? -1];
  if (replaced?.kind !== 'remembered' || written?.kind !== 'remembered') return false;
  const lost = sessionIn(written.item)?.data ?? {};
  const meaning = readResponse(intentOf(run, request), step.message.body);
  return clientOf(request) === replaced.node && showsLoss({ kind: 'overwritten', lost }, meaning);
}

/** The last overwrite of the session that this response was made from, if the response shows it. */
function seenBy(
  { run, step, events, request }: Case,
  overwrites: readonly Overwrite[],
): Overwrite | undefined {
  if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return undefined;
  const meaning = readResponse(intentOf(run, request), step.message.body);
  const reads = events.flatMap((event) =>
    event.kind === 'recalled' && event.found && servedBy(run.events, event) === request ? [event] : [],
  );
  const sent = events.find((event) => event.kind === 'message-sent' && event.message.request === request);
  const isReadBy = ({ node, event, sessionId }: Overwrite) =>
    isClient(node)
      ? clientOf(request) === node && sent !== undefined && sent.id > event
      : reads.some(({ id, key }) => id > event && key.endsWith(sessionId));
  return overwrites.findLast((overwrite) => isReadBy(overwrite) && showsLoss(overwrite, meaning));
}

/** Whether a response lacks what was overwritten, or comes from a session that had ended. */
function showsLoss({ kind, lost }: Pick<Overwrite, 'kind' | 'lost'>, meaning: ResponseMeaning): boolean {
  if (kind === 'revived') return meaning.kind !== 'problem' && meaning.kind !== 'logged-out';
  const { cart, ...purchase } = lost.conversation ?? {};
  switch (meaning.kind) {
    case 'cart':
      return cart !== undefined;
    case 'incomplete':
      return Object.keys(purchase).length > 0;
    case 'problem':
      return meaning.status === 401 && lost.user !== undefined;
    case 'welcomed':
      return meaning.name === null && lost.user !== undefined;
    default:
      return false;
  }
}
