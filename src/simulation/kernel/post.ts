/** Carries messages: over links that may be slow, lossy or cut, to nodes that may be down when they arrive. */
import type { Domain, Input, Message, NodeId } from './actor.ts';
import type { Delivery, Happening } from './happening.ts';
import type { Network } from './network.ts';
import type { Node } from './node.ts';
import { NumberMap } from './number-map.ts';
import type { Timeline } from './timeline.ts';
import type { LossReason } from './trace-event.ts';

type DeliverHappening<Body> = Extract<Happening<Body, never>, { kind: 'deliver' }>;

/** A message that an operator wants lost; null stands for any node. */
interface Drop {
  readonly from: NodeId | null;
  readonly to: NodeId | null;
}

export interface PostOptions<D extends Domain> {
  readonly timeline: Timeline<D>;
  readonly network: Network;
  readonly nodeOf: (id: NodeId) => Node<D>;
  readonly react: (node: Node<D>, input: Input<D>) => void;
}

export class Post<D extends Domain> {
  readonly #timeline: Timeline<D>;
  readonly #network: Network;
  readonly #nodeOf: (id: NodeId) => Node<D>;
  readonly #react: (node: Node<D>, input: Input<D>) => void;
  readonly #drops: Drop[] = [];
  /** Requests that have arrived and wait for a reply, by the message's number. */
  readonly #open = new NumberMap<Delivery<D['body']>>();

  constructor({ timeline, network, nodeOf, react }: PostOptions<D>) {
    this.#timeline = timeline;
    this.#network = network;
    this.#nodeOf = nodeOf;
    this.#react = react;
  }

  /** The next message to arrive between these nodes is lost instead. */
  drop(which: Drop): void {
    this.#drops.push(which);
  }

  /** @param receiverEpoch Of the life that waits for this reply; anything else is for whoever listens. */
  send(sender: Node<D>, message: Message<D['body']>, receiverEpoch: number): void {
    const timeline = this.#timeline;
    const { from, to, role } = message;
    const cause = timeline.report({ kind: 'message-sent', message });
    const background = timeline.isBackground;
    const delivery = { content: message, fromEpoch: sender.epoch, background };
    this.#dispatch(delivery, receiverEpoch, cause);
    if (role === 'datagram' && this.#network.duplicates(from, to)) {
      const copied = timeline.report({ kind: 'message-duplicated', message });
      this.#dispatch(delivery, receiverEpoch, copied);
    }
  }

  #dispatch(delivery: Delivery<D['body']>, receiverEpoch: number, cause: number): void {
    const timeline = this.#timeline;
    const { from, to, role } = delivery.content;
    const { background } = delivery;
    const atUs = this.#network.arrivalUs(from, to, role, timeline.nowUs);
    const why = this.#lossAtSending(from, to);
    if (why === null) {
      timeline.schedule({ kind: 'deliver', delivery, epoch: receiverEpoch, cause, background }, atUs);
    } else {
      timeline.schedule({ kind: 'lose', delivery, why, cause, background }, atUs);
    }
  }

  #lossAtSending(from: NodeId, to: NodeId): LossReason | null {
    // The draw comes first, so that a cut link does not shift the draws of what is sent after it is healed.
    const isLost = this.#network.loses(from, to);
    return this.#network.isCut(from, to) ? 'link-cut' : isLost ? 'loss' : null;
  }

  deliver({ delivery, epoch }: DeliverHappening<D['body']>): void {
    const timeline = this.#timeline;
    const message = delivery.content;
    const receiver = this.#nodeOf(message.to);
    const why = this.#lossOnArrival(message, receiver, epoch);
    if (why !== null) {
      timeline.report({ kind: 'message-lost', message, why });
      return;
    }
    if (!receiver.isUp) {
      timeline.cause = timeline.report({ kind: 'message-refused', message });
      this.#sendBack('refuse', delivery);
      return;
    }
    if (message.role === 'request') this.#open.set(message.id, delivery);
    timeline.cause = timeline.report({ kind: 'message-delivered', message });
    this.#react(receiver, { kind: 'message', message });
  }

  #lossOnArrival(message: Message<D['body']>, receiver: Node<D>, epoch: number): LossReason | null {
    const { from, to, role } = message;
    if (this.#network.isCut(from, to)) return 'link-cut';
    if (this.#drops.length > 0 && this.#isDropped(message)) return 'dropped';
    if (role === 'reply' && (!receiver.isUp || receiver.epoch !== epoch)) return 'receiver-gone';
    return role === 'datagram' && !receiver.isUp ? 'receiver-gone' : null;
  }

  /** Health checks are not what an operator means. */
  #isDropped({ from, to }: Message<D['body']>): boolean {
    if (this.#timeline.isBackground) return false;
    const index = this.#drops.findIndex(
      (drop) => (drop.from === null || drop.from === from) && (drop.to === null || drop.to === to),
    );
    if (index < 0) return false;
    this.#drops.splice(index, 1);
    return true;
  }

  lose(delivery: Delivery<D['body']>, why: LossReason): void {
    this.#timeline.report({ kind: 'message-lost', message: delivery.content, why });
  }

  /** A request gets its reply and waits no longer. */
  close(node: Node<D>, { id, to }: Message<D['body']>): Delivery<D['body']> {
    const delivery = this.#open.get(id);
    if (delivery === undefined || to !== node.id) {
      throw new Error(`${node.id} answers message ${id}, which does not wait for it.`);
    }
    this.#open.delete(id);
    return delivery;
  }

  /** Whoever waits for a reply of this node learns from the broken connection that none will come. */
  resetAll(node: Node<D>): void {
    for (const id of this.#open.keys()) {
      const delivery = this.#open.get(id);
      if (delivery?.content.to !== node.id) continue;
      this.#open.delete(id);
      this.#sendBack('reset', delivery);
    }
  }

  /** A refusal or a reset travels back like a message of its own; over a cut link it does not. */
  #sendBack(kind: 'refuse' | 'reset', delivery: Delivery<D['body']>): void {
    const { from, to } = delivery.content;
    const timeline = this.#timeline;
    const atUs = this.#network.arrivalUs(to, from, 'reply', timeline.nowUs);
    const { background } = delivery;
    timeline.schedule({ kind, delivery, cause: timeline.cause, background }, atUs);
  }

  /** The refusal or the reset is back where the message came from. */
  returnToSender(kind: 'refused' | 'reset', { content, fromEpoch }: Delivery<D['body']>): void {
    const sender = this.#nodeOf(content.from);
    if (!sender.isUp || sender.epoch !== fromEpoch) return;
    if (this.#network.isCut(content.to, content.from)) return;
    const timeline = this.#timeline;
    if (kind === 'reset') timeline.cause = timeline.report({ kind: 'connection-reset', message: content });
    this.#react(sender, { kind, message: content });
  }
}
