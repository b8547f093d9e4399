/** The few facts that decided what a step shows, nearest cause first. */
import { type ClusterEvent, isServer } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';
import { headerOf, parseJsonObject } from '../simulation/protocols/http.ts';
import { lossesOf } from './losses.ts';
import { type Evidence, outcomes, type Reason, refusals } from './reasons.ts';
import type { Run } from './run.ts';
import type { MessageStep, Step } from './steps.ts';
import { type Trouble, type Troubles, troublesOf } from './troubles.ts';
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
    if (request === null) return step.kind === 'message' ? this.#ofFate(step) : [];
    const missed = this.#last('recalled', request);
    const past = () => ({ run: this.#run, step: this.#step, events: this.#past });
    if (missed !== undefined) return evidenceOfMissing(past(), missed, request);
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
    return [...this.#ofNodeCommands(request), ...this.#ofRefusal()].slice(0, REASONS_MAX);
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
    const crash = why === 'receiver-gone' ? this.#ofCrash(node) : [];
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
    return [
      { reason: { kind: 'died-at-work', node }, event: cause },
      {
        reason: { kind: again === undefined ? 'is-not-repeated' : 'is-repeated', node },
        event: again?.id ?? null,
      },
    ];
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
    return promotion?.kind === 'remembered' && promotion.node !== node
      ? [{ reason: { kind: 'has-taken-over', node: promotion.node }, event: promotion.id }]
      : [{ reason: { kind: 'had-crashed', node }, event: last.id }];
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
