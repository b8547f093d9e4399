/** The few facts that decided what a step shows, nearest cause first. */
import { isClient } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { type HttpResponse, headerOf } from '../simulation/protocols/http.ts';
import { type ResponseMeaning, readResponse } from './reading.ts';
import type { Evidence, Reason } from './reasons.ts';
import type { Run } from './run.ts';
import type { MessageStep } from './steps.ts';
import type { Trouble } from './troubles.ts';
import { type Case, clientOf, intentOf } from './why-case.ts';
import { lastTrouble } from './why-error.ts';
import { evidenceOfLargeCookie, type Judged } from './why-keys.ts';
import { evidenceOfMissing, isMissing } from './why-missing.ts';
import { evidenceOfOverwrite, evidenceOfReplaced, evidenceOfReplacing } from './why-overwritten.ts';
import { evidenceOfIncomplete, evidenceOfProblem, ofOutdated } from './why-problem.ts';
import { evidenceOfReplay } from './why-replay.ts';
import {
  evidenceOfLoss,
  evidenceOfRepeat,
  evidenceOfReset,
  evidenceOfSilence,
  evidenceOfSystem,
  evidenceOfWaiting,
} from './why-silence.ts';
import { evidenceOfUnread } from './why-unread.ts';

/** Empty when only the script decided. */
export function whyOf(run: Run, index: number): readonly Reason[] {
  return evidenceFor(run, index).map(({ reason }) => reason);
}

/** A longer chain of reasons wouldn't be read. */
const REASONS_MAX = 4;

export function evidenceFor(run: Run, index: number): readonly Evidence[] {
  const step = run.steps[index];
  if (step === undefined || step.kind === 'command') return [];
  const events = run.events.slice(0, step.lastEvent + 1);
  const request = requestOf(step);
  const overwritten = evidenceOfOverwrite({ run, step, events, request });
  if (overwritten.length > 0) return overwritten;
  if (request === null) return step.kind === 'message' ? ofFate(step, { run, events }) : [];
  return evidenceOf({ run, step, events, request }).slice(0, REASONS_MAX);
}

function requestOf(step: Case['step']): RequestId | null {
  if (step.kind === 'message') return step.request;
  return 'request' in step.occurrence ? step.occurrence.request : null;
}

function evidenceOf(past: Case): readonly Evidence[] {
  const { step } = past;
  if (step.kind === 'message' && step.message.body.kind === 'http-response') {
    return ofResponse(past, step, step.message.body);
  }
  const fate = step.kind === 'message' ? ofFate(step, past) : [];
  if (fate.length > 0) return fate;
  const trouble = lastFailure(past, (each) => each.kind !== 'recalled' || isMissing(each));
  if (trouble?.kind !== 'recalled' && intentOf(past.run, past.request).kind === 'pay') {
    const repeated = evidenceOfRepeat(past);
    if (repeated.length > 0) return repeated;
  }
  if (trouble !== undefined) return ofTrouble(past, trouble);
  const outdated = ofOutdated(past);
  if (outdated.length > 0) return outdated;
  const isTimeout = step.kind === 'occurrence' && step.occurrence.kind === 'gave-up';
  return isTimeout ? evidenceOfWaiting(past) : [];
}

/** What went wrong last. What was on its way to a crashed node is lost as well, which explains nothing. */
function lastFailure(past: Case, isIt: (trouble: Trouble) => boolean): Trouble | undefined {
  const last = lastTrouble(past, isIt);
  const isAftermath = last?.kind === 'message-lost' && last.why === 'receiver-gone';
  return (isAftermath ? lastTrouble(past, ({ kind }) => kind === 'connection-reset') : undefined) ?? last;
}

/** A message that wasn't delivered, or that no process has sent, by itself. */
function ofFate(step: MessageStep, past: Pick<Case, 'run' | 'events'>): readonly Evidence[] {
  const { to, fate, event, message } = step;
  if (fate.kind === 'refused') return evidenceOfSilence(past, to, event);
  return fate.kind === 'lost'
    ? evidenceOfLoss(past, { message, why: fate.why, id: event })
    : evidenceOfSystem(past, step);
}

function ofTrouble(past: Case, trouble: Trouble): readonly Evidence[] {
  switch (trouble.kind) {
    case 'recalled':
      return evidenceOfMissing(past, trouble);
    case 'connection-reset':
      return evidenceOfReset(past, trouble);
    case 'message-lost':
      return evidenceOfLoss(past, trouble);
    case 'message-refused':
      return evidenceOfSilence(past, trouble.message.to, trouble.id);
    default:
      throw new Error(`Unknown trouble ${trouble satisfies never}`);
  }
}

function ofResponse(past: Case, step: MessageStep, response: HttpResponse): readonly Evidence[] {
  const { run, events, request } = past;
  const intent = intentOf(run, request);
  const meaning = readResponse(intent, response);
  const server = headerOf(response, 'X-Served-By') ?? step.from;
  const judged: Judged = { scenario: run.scenario, events, request, server, response, event: step.event };
  const written = { ...past, events: events.slice(0, writtenAt(past, server)) };
  if (step.fate.kind !== 'delivered') return ofFate(step, past);
  const isSilent = meaning.kind === 'incomplete' || lacksSession(meaning);
  const unread = isSilent ? evidenceOfUnread({ ...written, intent, judged }) : [];
  if (unread.length > 0) return [...unread, ...evidenceOfReplacing(past)];
  const missed = lastTrouble(past, (each) => each.kind === 'recalled' && isMissing(each));
  const replaced = missed === undefined ? evidenceOfReplaced(past) : [];
  if (replaced.length > 0) return replaced;
  switch (meaning.kind) {
    case 'problem':
      return evidenceOfProblem({ ...written, code: meaning.code, intent, judged });
    case 'incomplete':
      return evidenceOfIncomplete(written, server);
    default:
      return ofSuccess(past, meaning, judged, isClient(step.to));
  }
}

/** The event with which its author sent the last response. */
function writtenAt({ events, request }: Case, author: NodeId): EventId {
  const sent = events.findLast(
    (event) =>
      event.kind === 'message-sent' &&
      event.message.request === request &&
      event.message.from === author &&
      event.message.body.kind === 'http-response',
  );
  return sent?.id ?? events.length;
}

/** What a good response lacks, or which troubles it has overcome. */
function ofSuccess(
  past: Case,
  meaning: ResponseMeaning,
  judged: Judged,
  isHeard: boolean,
): readonly Evidence[] {
  const repeated = meaning.kind === 'charged' ? evidenceOfRepeat(past) : [];
  if (repeated.length > 0) return repeated;
  const missed = lastTrouble(past, (each) => each.kind === 'recalled' && isMissing(each));
  if (missed?.kind === 'recalled' && lacksSession(meaning)) {
    return [...evidenceOfMissing(past, missed), ...evidenceOfReplacing(past)];
  }
  const outdated = ofOutdated(past);
  if (outdated.length > 0) return outdated;
  const ofKeys = isHeard
    ? [...evidenceOfLargeCookie(judged, clientOf(past.request)), ...evidenceOfReplay(past, judged)]
    : [];
  if (ofKeys.length > 0) return ofKeys;
  const trouble = lastFailure(past, ({ kind }) => kind !== 'recalled');
  return trouble === undefined ? [] : ofTrouble(past, trouble);
}

/** Whether a response shows that a server found no session. */
function lacksSession(meaning: ResponseMeaning): boolean {
  return (meaning.kind === 'welcomed' && meaning.name === null) || meaning.kind === 'cart';
}
