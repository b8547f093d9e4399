/** The few facts that decided what a step shows, nearest cause first. */
import { type ClusterEvent, isClient, isServer } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';
import type { SessionEnd } from '../simulation/losses/loss.ts';
import { sessionIn } from '../simulation/memory.ts';
import { headerOf, parseJsonObject } from '../simulation/protocols/http.ts';
import { lossesOf, servedBy } from './losses.ts';
import { type Overwrite, overwritesOf } from './overwrites.ts';
import { type RequestIntent, type ResponseMeaning, readRequest, readResponse } from './reading.ts';
import { type Evidence, outcomes, type Reason, refusals } from './reasons.ts';
import type { Run } from './run.ts';
import type { MessageStep, Step } from './steps.ts';
import { type Trouble, type Troubles, troublesOf } from './troubles.ts';
import {
  evidenceOfClock,
  evidenceOfIgnoredCookie,
  evidenceOfLargeCookie,
  evidenceOfReplay,
  evidenceOfUnknownKey,
  type Judged,
} from './why-keys.ts';
import { evidenceOfMissing, evidenceOfOutdated } from './why-missing.ts';

/** Empty when only the script decided. */
export function whyOf(run: Run, index: number): readonly Reason[] {
  return evidenceFor(run, index).map(({ reason }) => reason);
}

export function evidenceFor(run: Run, index: number): readonly Evidence[] {
  const step = run.steps[index];
  if (step === undefined || step.kind === 'command') return [];
  return new Reasoner(run, step).evidence();
}

/** A longer chain of reasons wouldn't be read. */
const REASONS_MAX = 4;

class Reasoner {
  readonly #run: Run;
  readonly #step: Exclude<Step, { kind: 'command' }>;
  readonly #troubles: Troubles;

  constructor(run: Run, step: Exclude<Step, { kind: 'command' }>) {
    this.#run = run;
    this.#step = step;
    this.#troubles = troublesOf(run.events);
  }

  /** All events up to this step. Lazy: most steps don't need them. */
  get #past(): readonly ClusterEvent[] {
    return this.#run.events.slice(0, this.#step.lastEvent + 1);
  }

  evidence(): readonly Evidence[] {
    const step = this.#step;
    const request = this.#request();
    const overwritten = this.#ofOverwrite(request);
    if (overwritten.length > 0) return overwritten;
    if (request === null) return step.kind === 'message' ? this.#ofFate(step) : [];
    const missed = this.#last('recalled', request);
    const past = () => ({ run: this.#run, step: this.#step, events: this.#past });
    if (missed !== undefined) {
      return [
        ...evidenceOfMissing(past(), missed, request),
        ...this.#ofReplaced(({ event }) => this.#isNow(event)),
      ];
    }
    const replaced = this.#ofReplaced((end) => this.#isSeenBy(request, end));
    if (replaced.length > 0) return replaced;
    const reset = this.#last('connection-reset', request);
    if (reset !== undefined) return this.#ofReset(reset, request);
    const lost = this.#last('message-lost', request);
    if (lost !== undefined) return this.#ofLoss(lost.message.to, lost.why, lost.id);
    const outdated = lossesOf(this.#run.events)
      .outdated.get(request)
      ?.findLast(({ event }) => event <= this.#step.lastEvent);
    if (outdated !== undefined) return evidenceOfOutdated(past(), outdated);
    const refused = this.#last('message-refused', request);
    if (refused !== undefined) return this.#ofSilence(refused.message.to, refused.id);
    const ofKeys = this.#ofKeys(request);
    // Who removed a key, if nothing else is known.
    if (ofKeys.length === 1) return [...ofKeys, ...this.#ofNodeCommands(request).slice(0, 1)];
    if (ofKeys.length > 0) return ofKeys.slice(0, REASONS_MAX);
    return [...this.#ofFreeze(request), ...this.#ofNodeCommands(request), ...this.#ofRefusal()].slice(
      0,
      REASONS_MAX,
    );
  }

  /** What signed tokens, sealed cookies and their size decide, from the response alone. */
  #ofKeys(request: RequestId): readonly Evidence[] {
    const step = this.#step;
    if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return [];
    const { body: response } = step.message;
    const server = headerOf(response, 'X-Served-By');
    if (server === undefined) return [];
    const { scenario } = this.#run;
    const judged: Judged = { scenario, events: this.#past, request, server, response, event: step.event };
    const client = request.slice(0, request.indexOf('/'));
    switch (parseJsonObject(response.body)?.error) {
      case 'unknown-key':
        return evidenceOfUnknownKey(judged);
      case 'expired':
      case 'not-yet-valid':
      case 'expired-session': {
        const ofClock = evidenceOfClock(judged);
        return ofClock.length > 0 ? [...this.#ofRefusal().slice(0, 1), ...ofClock] : [];
      }
      case 'none-presented':
      case 'not-logged-in':
      case 'incomplete':
        return evidenceOfIgnoredCookie(judged, client);
      default:
        return isClient(step.to)
          ? [...evidenceOfLargeCookie(judged, client), ...evidenceOfReplay(judged)]
          : [];
    }
  }

  /** A write of this step that undid another request's change, or an earlier one that this response shows. */
  #ofOverwrite(request: RequestId | null): readonly Evidence[] {
    const { lastEvent } = this.#step;
    const overwrites = overwritesOf(this.#run.events).filter(({ event }) => event <= lastEvent);
    if (overwrites.length === 0) return [];
    // A copy between servers has no request.
    const found =
      overwrites.find(
        ({ event, writer }) => this.#isNow(event) && (request === null || writer === request),
      ) ?? (request === null ? undefined : this.#seenBy(request, overwrites));
    if (found === undefined) return [];
    const { kind, node, victim, victimEvent, writer, event } = found;
    const isUndone = kind === 'overwritten';
    return [
      {
        reason: { kind: isUndone ? 'had-changed' : 'had-ended', node, intent: this.#intentOf(victim) },
        event: victimEvent,
      },
      {
        reason: { kind: isUndone ? 'wrote-over' : 'brought-back', node, intent: this.#intentOf(writer) },
        event,
      },
    ];
  }

  /** Whether an event is one of this step's. */
  #isNow(event: EventId): boolean {
    const before = this.#run.steps[this.#run.steps.indexOf(this.#step) - 1]?.lastEvent ?? -1;
    return event > before && event <= this.#step.lastEvent;
  }

  /** A session whose client has got the cookie of a new one instead. */
  #ofReplaced(isIt: (end: SessionEnd) => boolean): readonly Evidence[] {
    const end = [...lossesOf(this.#run.events).ends.values()]
      .flat()
      .findLast((each) => each.cause === 'replaced' && isIt(each));
    return end === undefined ? [] : [{ reason: { kind: 'was-replaced', node: end.node }, event: end.event }];
  }

  /** Whether this response lacks what is in the session that its client no longer names. */
  #isSeenBy(request: RequestId, { event, write }: SessionEnd): boolean {
    const step = this.#step;
    if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return false;
    if (event > step.lastEvent) return false;
    const replaced = this.#run.events[event];
    const written = this.#run.events[write ?? -1];
    if (replaced?.kind !== 'remembered' || written?.kind !== 'remembered') return false;
    const lost = sessionIn(written.item)?.data ?? {};
    const meaning = readResponse(this.#intentOf(request), step.message.body);
    return request.startsWith(`${replaced.node}/`) && showsLoss({ kind: 'overwritten', lost }, meaning);
  }

  /** The last overwrite of the session that this response was made from, if the response shows it. */
  #seenBy(request: RequestId, overwrites: readonly Overwrite[]): Overwrite | undefined {
    const step = this.#step;
    if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return undefined;
    const intent = this.#intentOf(request);
    const meaning = readResponse(intent, step.message.body);
    const reads = this.#past.flatMap((event) =>
      event.kind === 'recalled' && event.found && servedBy(this.#run.events, event) === request
        ? [event]
        : [],
    );
    const sent = this.#past.find(
      (event) => event.kind === 'message-sent' && event.message.request === request,
    );
    const isReadBy = ({ node, event, sessionId }: Overwrite) =>
      isClient(node)
        ? request.startsWith(`${node}/`) && sent !== undefined && sent.id > event
        : reads.some(({ id, key }) => id > event && key.endsWith(sessionId));
    return overwrites.findLast((overwrite) => isReadBy(overwrite) && showsLoss(overwrite, meaning));
  }

  #intentOf(request: RequestId): RequestIntent {
    const sent = this.#run.events.find(
      (event) => event.kind === 'message-sent' && event.message.request === request,
    );
    const body = sent?.kind === 'message-sent' ? sent.message.body : undefined;
    return body?.kind === 'http-request' ? readRequest(body) : { kind: 'other' };
  }

  #ofFate({ to, fate, event }: MessageStep): readonly Evidence[] {
    if (fate.kind === 'refused') return this.#ofSilence(to, event);
    return fate.kind === 'lost' ? this.#ofLoss(to, fate.why, event) : [];
  }

  /** Why a connection was refused, so that nothing was sent. */
  #ofSilence(node: NodeId, event: EventId): readonly Evidence[] {
    return [
      { reason: { kind: 'did-not-answer', node }, event },
      ...this.#ofCrash(node),
      { reason: { kind: 'nothing-was-sent', node }, event: null },
    ];
  }

  #ofLoss(node: NodeId, why: LossReason, event: EventId): readonly Evidence[] {
    const isDown = why === 'receiver-gone' || why === 'receiver-dark';
    const crash = isDown ? this.#ofCrash(node) : [];
    return [
      { reason: { kind: 'message-was-lost', node, why }, event },
      ...(crash.length > 0 ? crash : [{ reason: { kind: 'nobody-is-told', node }, event: null } as const]),
    ];
  }

  #ofReset(
    { message: { to: node }, cause, id }: Extract<Trouble, { kind: 'connection-reset' }>,
    request: RequestId,
  ): readonly Evidence[] {
    const again = this.#past
      .slice(id)
      .find(
        (event) =>
          event.kind === 'message-sent' && event.message.request === request && isServer(event.message.to),
      );
    // A crash resets connections. Otherwise the node has closed this one itself.
    const closed = cause === null ? undefined : this.#run.events[cause];
    if (closed?.kind === 'connection-reset') {
      return [
        { reason: { kind: 'closed-without-a-response', node }, event: id },
        { reason: { kind: this.#howClosed(closed.cause), node: closed.message.to }, event: closed.cause },
      ];
    }
    return [
      { reason: { kind: this.#howClosed(cause), node }, event: cause },
      {
        reason: { kind: again === undefined ? 'is-not-repeated' : 'is-repeated', node },
        event: again?.id ?? null,
      },
    ];
  }

  /** A server that is up resets a request that came over a connection that it had closed as idle. */
  #howClosed(cause: EventId | null): 'closed-while-idle' | 'died-at-work' {
    return this.#run.events[cause ?? -1]?.kind === 'message-delivered' ? 'closed-while-idle' : 'died-at-work';
  }

  /** Empty when the node hasn't crashed, or is up again. */
  #ofCrash(node: NodeId): readonly Evidence[] {
    const last = this.#past.findLast(
      (event) => (event.kind === 'node-crashed' || event.kind === 'node-started') && event.node === node,
    );
    if (last?.kind !== 'node-crashed') return [];
    const promotion = this.#past.findLast(
      (event) =>
        event.kind === 'remembered' &&
        event.id > last.id &&
        event.item.kind === 'store-role' &&
        event.item.role === 'primary',
    );
    if (promotion?.kind === 'remembered' && promotion.node !== node) {
      return [{ reason: { kind: 'has-taken-over', node: promotion.node }, event: promotion.id }];
    }
    const kind = last.how === 'machine' ? 'had-gone-dark' : 'had-crashed';
    return [{ reason: { kind, node }, event: last.id }];
  }

  /** A frozen process that kept this request waiting, until its sender gave up. */
  #ofFreeze(request: RequestId): readonly Evidence[] {
    const step = this.#step;
    const isTimeout =
      step.kind === 'occurrence'
        ? step.occurrence.kind === 'gave-up'
        : step.message.body.kind === 'http-response' && step.message.body.status === 504;
    if (!isTimeout) return [];
    const past = this.#past;
    const reached = past.findLast(
      (event) =>
        event.kind === 'message-delivered' && event.message.request === request && isServer(event.message.to),
    );
    if (reached?.kind !== 'message-delivered') return [];
    const node = reached.message.to;
    const last = past.findLast(
      (event) => (event.kind === 'node-frozen' || event.kind === 'node-thawed') && event.node === node,
    );
    return last?.kind === 'node-frozen' ? [{ reason: { kind: 'was-frozen', node }, event: last.id }] : [];
  }

  /** What a server rejects about the credentials. */
  #ofRefusal(): readonly Evidence[] {
    const step = this.#step;
    if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return [];
    const { body } = step.message;
    const kind = refusals[String(parseJsonObject(body.body)?.error)];
    const node = headerOf(body, 'X-Served-By');
    if (kind === undefined || node === undefined) return [];
    return [
      { reason: { kind, node }, event: step.event },
      { reason: { kind: 'is-always-checked', node }, event: null },
    ];
  }

  #request(): RequestId | null {
    const step = this.#step;
    if (step.kind === 'message') return step.request;
    return 'request' in step.occurrence ? step.occurrence.request : null;
  }

  /** The operator's earlier commands that explain a rejection. */
  #ofNodeCommands(request: RequestId): readonly Evidence[] {
    const step = this.#step;
    const isRefused = step.kind === 'message' && step.message.body.kind === 'http-response';
    if (!isRefused || step.message.body.kind !== 'http-response' || step.message.body.status < 400) return [];
    const given = this.#past.findLast(
      (event) =>
        event.kind === 'command-taken' &&
        event.command.kind === 'instruct' &&
        outcomes[event.command.instruction.kind] !== undefined,
    );
    if (given?.kind !== 'command-taken' || given.command.kind !== 'instruct') return [];
    const { nodes, instruction } = given.command;
    const [node] = nodes;
    const outcome = outcomes[instruction.kind];
    const sentBefore = this.#past.some(
      (event) => event.kind === 'request-reached' && event.request === request && event.id < given.id,
    );
    if (node === undefined || outcome === undefined || sentBefore) return [];
    return [
      { reason: { kind: 'was-instructed', node }, event: given.id },
      { reason: { kind: outcome, node }, event: null },
    ];
  }

  #last<Kind extends Trouble['kind']>(kind: Kind, request: RequestId) {
    return this.#troubles
      .get(request)
      ?.findLast(
        (event): event is Trouble & { readonly kind: Kind } =>
          event.kind === kind && event.id <= this.#step.lastEvent,
      );
  }
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
