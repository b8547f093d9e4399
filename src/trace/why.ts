/** The few facts that decided what a step shows, from the nearest to the farthest. */
import { type ClusterEvent, isServer, LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';
import { sessionIn } from '../simulation/memory.ts';
import { headerOf, parseJsonObject } from '../simulation/protocol/http.ts';
import { isSessionKey, storeKeyOf } from '../simulation/session.ts';
import { variantOf } from '../simulation/variants.ts';
import { causesOf } from './causes.ts';
import { outcomes, type Reason, refusals } from './reasons.ts';
import type { Run } from './run.ts';
import type { MessageStep, Step } from './steps.ts';

/** Empty where nothing but the plan of the run decided. */
export function whyOf(run: Run, index: number): readonly Reason[] {
  return groundsOf(run, index).map(({ reason }) => reason);
}

/** A reason, and the event that it tells of; null for what did not happen, or goes on all the time. */
export interface Ground {
  readonly reason: Reason;
  readonly event: EventId | null;
}

export function groundsOf(run: Run, index: number): readonly Ground[] {
  const step = run.steps[index];
  if (step === undefined || step.kind === 'command') return [];
  return new Reasoner(run, step).grounds();
}

type EventOf<Kind extends ClusterEvent['kind']> = ClusterEvent & { readonly kind: Kind };

/** How what was kept came to an end. */
const endings: Partial<Record<ClusterEvent['kind'], 'crash-took-it' | 'left-with-it' | 'ended-it'>> = {
  'node-crashed': 'crash-took-it',
  'node-left': 'left-with-it',
  forgot: 'ended-it',
};

/** A chain of reasons is no longer than somebody reads. */
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

  /** All that had happened by then. Most steps have nothing to look for in it. */
  get #past(): readonly ClusterEvent[] {
    return this.#run.events.slice(0, this.#step.lastEvent + 1);
  }

  grounds(): readonly Ground[] {
    const step = this.#step;
    const request = this.#request();
    if (request === null) return step.kind === 'message' ? this.#ofFate(step) : [];
    const missed = this.#last('recalled', request);
    if (missed !== undefined) {
      return missed.key.startsWith('tcp ') ? this.#ofConnection(missed) : this.#ofMissing(missed, request);
    }
    const reset = this.#last('connection-reset', request);
    if (reset !== undefined) return this.#ofReset(reset, request);
    const lost = this.#last('message-lost', request);
    if (lost !== undefined) return this.#ofLoss(lost.message.to, lost.why, lost.id);
    const refused = this.#last('message-refused', request);
    if (refused !== undefined) return this.#ofSilence(refused.message.to, refused.id);
    return [...this.#ofInstructions(request), ...this.#ofRefusal()].slice(0, REASONS_MAX);
  }

  #ofFate({ to, fate, event }: MessageStep): readonly Ground[] {
    if (fate.kind === 'refused') return this.#ofSilence(to, event);
    return fate.kind === 'lost' ? this.#ofLoss(to, fate.why, event) : [];
  }

  /** Why nobody listened: nothing of what was to be said was sent. */
  #ofSilence(node: NodeId, event: EventId): readonly Ground[] {
    return [
      { reason: { kind: 'did-not-answer', node }, event },
      ...this.#ofCrash(node),
      { reason: { kind: 'nothing-was-sent', node }, event: null },
    ];
  }

  #ofLoss(node: NodeId, why: LossReason, event: EventId): readonly Ground[] {
    const crash = why === 'receiver-gone' ? this.#ofCrash(node) : [];
    return [
      { reason: { kind: 'message-was-lost', node, why }, event },
      ...(crash.length > 0 ? crash : [{ reason: { kind: 'nobody-is-told', node }, event: null } as const]),
    ];
  }

  #ofReset(
    { message: { to: node }, cause, id }: EventOf<'connection-reset'>,
    request: RequestId,
  ): readonly Ground[] {
    const again = this.#past
      .slice(id)
      .find(
        (event) =>
          event.kind === 'message-sent' && event.message.request === request && isServer(event.message.to),
      );
    return [
      { reason: { kind: 'died-at-work', node }, event: cause },
      {
        reason: { kind: again === undefined ? 'is-not-repeated' : 'is-repeated', node },
        event: again?.id ?? null,
      },
    ];
  }

  /** Empty where the node had not crashed, or was back. */
  #ofCrash(node: NodeId): readonly Ground[] {
    const last = this.#past.findLast(
      (event) => (event.kind === 'node-crashed' || event.kind === 'node-started') && event.node === node,
    );
    return last?.kind === 'node-crashed' ? [{ reason: { kind: 'had-crashed', node }, event: last.id }] : [];
  }

  /** What a server finds wrong with what it is shown. */
  #ofRefusal(): readonly Ground[] {
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

  /** Why a node does not have a session that somebody else had. */
  #ofMissing(missed: EventOf<'recalled'>, request: RequestId): readonly Ground[] {
    const { node, key } = missed;
    const id = isSessionKey(key) ? key.slice(storeKeyOf('').length) : key;
    const grounds: Ground[] = [{ reason: { kind: 'has-no-session', node }, event: missed.id }];
    const kept = this.#past.findLast(
      (event) => event.kind === 'remembered' && sessionIn(event.item)?.id === id,
    );
    if (kept?.kind !== 'remembered') return [...grounds, neverThere(node)];
    const first = this.#firstWrite(id) ?? kept;
    const holder = first.node;
    const end = this.#past.slice(kept.id).find((event) => endsAt(event, holder, key));
    if (holder !== node) {
      const kind = end === undefined ? 'session-is-on' : 'session-was-on';
      grounds.push({ reason: { kind, node: holder }, event: first.id });
      grounds.push(...this.#ofCopies(holder, node, id));
    }
    const ending = end === undefined ? undefined : endings[end.kind];
    if (end !== undefined && ending !== undefined) {
      grounds.push({ reason: { kind: ending, node: holder }, event: end.id });
    }
    if (end === undefined && isServer(holder) && isServer(node)) {
      grounds.push(...this.#ofChoice(holder, node, request));
    }
    return grounds;
  }

  /** Why a node does not have a connection that its peer believes in. */
  #ofConnection({ node, key, id }: EventOf<'recalled'>): readonly Ground[] {
    const grounds: Ground[] = [{ reason: { kind: 'has-no-connection', node }, event: id }];
    const kept = this.#past.findLast(
      (event) => event.kind === 'remembered' && event.key === key && event.item.kind === 'tcp-connection',
    );
    if (kept?.kind !== 'remembered') return [...grounds, neverThere(node)];
    if (kept.node !== node) {
      grounds.push({ reason: { kind: 'connection-was-on', node: kept.node }, event: kept.id });
    }
    const end = this.#past.slice(kept.id).find((event) => endsAt(event, kept.node, key));
    const ending = end === undefined ? undefined : endings[end.kind];
    if (end !== undefined && ending !== undefined) {
      grounds.push({ reason: { kind: ending, node: kept.node }, event: end.id });
    }
    return grounds;
  }

  /** Whoever wrote the session first was asked for it: copies come later. */
  #firstWrite(id: string): EventOf<'remembered'> | undefined {
    const first = this.#past.find((event) => event.kind === 'remembered' && sessionIn(event.item)?.id === id);
    return first?.kind === 'remembered' ? first : undefined;
  }

  #ofCopies(holder: NodeId, node: NodeId, id: string): readonly Ground[] {
    if (variantOf(this.#run.scenario) !== 'replicated') return [];
    const copies = this.#past.filter(
      (event) =>
        'message' in event &&
        event.message.from === holder &&
        event.message.to === node &&
        event.message.body.kind === 'session-copy' &&
        event.message.body.copy.kind === 'session' &&
        event.message.body.copy.session.id === id,
    );
    const lost = copies.find(({ kind }) => kind === 'message-lost');
    if (lost !== undefined) return [{ reason: { kind: 'copy-was-lost', node }, event: lost.id }];
    return copies.length === 0 ? [{ reason: { kind: 'was-not-copied', node: holder }, event: null }] : [];
  }

  /** Why the load balancer sent the request elsewhere. */
  #ofChoice(holder: NodeId, node: NodeId, request: RequestId): readonly Ground[] {
    const refused = this.#past.find(
      (event) =>
        event.kind === 'message-refused' && event.message.to === holder && event.message.request === request,
    );
    if (refused !== undefined) {
      return [{ reason: { kind: 'did-not-answer', node: holder }, event: refused.id }];
    }
    const index = this.#run.steps.indexOf(this.#step);
    const balancer = this.#run.states[index]?.snapshot.get(LOAD_BALANCER);
    const isDown = [...(balancer?.memory ?? [])].some(
      ({ item }) => item.kind === 'server-down' && item.server === holder,
    );
    if (isDown) return [{ reason: { kind: 'was-marked-down', node: holder }, event: null }];
    const { scenario } = this.#run;
    return scenario.kind === 'cluster'
      ? [{ reason: { kind: 'policy-chose', node, policy: scenario.balancing }, event: null }]
      : [];
  }

  /** What an operator had done to somebody who answers no. */
  #ofInstructions(request: RequestId): readonly Ground[] {
    const step = this.#step;
    const isRefused = step.kind === 'message' && step.message.body.kind === 'http-response';
    if (!isRefused || step.message.body.kind !== 'http-response' || step.message.body.status < 400) return [];
    const told = this.#past.findLast(
      (event) =>
        event.kind === 'command-taken' &&
        event.command.kind === 'instruct' &&
        outcomes[event.command.instruction.kind] !== undefined,
    );
    if (told?.kind !== 'command-taken' || told.command.kind !== 'instruct') return [];
    const { nodes, instruction } = told.command;
    const [node] = nodes;
    const outcome = outcomes[instruction.kind];
    const sentBefore = this.#past.some(
      (event) => event.kind === 'request-reached' && event.request === request && event.id < told.id,
    );
    if (node === undefined || outcome === undefined || sentBefore) return [];
    return [
      { reason: { kind: 'was-instructed', node }, event: told.id },
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

function neverThere(node: NodeId): Ground {
  return { reason: { kind: 'was-never-there', node }, event: null };
}

/** What befalls a request: a session that is missed, or a message that gets nowhere. */
type Trouble = Extract<
  ClusterEvent,
  { readonly kind: 'recalled' | 'connection-reset' | 'message-lost' | 'message-refused' }
>;
/** By the request that it befalls, in the order in which it happened. */
type Troubles = ReadonlyMap<RequestId, readonly Trouble[]>;

const known = new WeakMap<Run['events'], Troubles>();

/** Found once for each run: to look through all of a long run at every step would take longer the longer it is. */
function troublesOf(events: Run['events']): Troubles {
  const before = known.get(events);
  if (before !== undefined) return before;
  const troubles = new Map<RequestId, Trouble[]>();
  for (const event of events) {
    if (!isTrouble(event)) continue;
    const request = event.kind === 'recalled' ? servedBy(events, event) : event.message.request;
    if (request === null) continue;
    const others = troubles.get(request);
    if (others === undefined) troubles.set(request, [event]);
    else others.push(event);
  }
  known.set(events, troubles);
  return troubles;
}

function isTrouble(event: ClusterEvent): event is Trouble {
  switch (event.kind) {
    case 'recalled':
      return !event.found;
    case 'connection-reset':
    case 'message-lost':
    case 'message-refused':
      return true;
    default:
      return false;
  }
}

/** The request that an event has to do with: that of the nearest message that brought it about. */
function servedBy(events: Run['events'], event: ClusterEvent): RequestId | null {
  for (const cause of causesOf(events, event)) {
    if ('message' in cause && cause.message.request !== null) return cause.message.request;
  }
  return null;
}

function endsAt(event: ClusterEvent, node: NodeId, key: string): boolean {
  switch (event.kind) {
    case 'node-crashed':
      return event.node === node && event.forgets;
    case 'node-left':
      return event.node === node;
    case 'forgot':
      return event.node === node && event.key === key;
    default:
      return false;
  }
}
