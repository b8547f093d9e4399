/** Message delivery over links that can be slow, lossy or cut, to nodes that can be down on arrival. */
import type { Domain, Effect, Input, Message, NodeId } from './actor.ts';
import type { Network } from './network.ts';
import type { Node, Route } from './node.ts';
import { NumberMap } from './number-map.ts';
import { Retransmission } from './retransmission.ts';
import type { Delivery, HeldByLink } from './scheduled-event.ts';
import type { Timeline } from './timeline.ts';
import type { EventId, LossReason } from './trace-event.ts';

/** An operator's request to drop the next matching message; null matches any node. */
interface Drop {
  readonly from: NodeId | null;
  readonly to: NodeId | null;
}

export interface MessageBusOptions<D extends Domain> {
  readonly timeline: Timeline<D>;
  readonly network: Network;
  readonly retransmits: boolean;
  readonly nodeOf: (id: NodeId) => Node<D>;
  readonly react: (node: Node<D>, input: Input<D>) => void;
  readonly carryOut: (node: Node<D>, effects: readonly Effect<D>[]) => void;
}

export class MessageBus<D extends Domain> {
  readonly #timeline: Timeline<D>;
  readonly #network: Network;
  readonly #nodeOf: (id: NodeId) => Node<D>;
  readonly #react: (node: Node<D>, input: Input<D>) => void;
  readonly #carryOut: MessageBusOptions<D>['carryOut'];
  readonly #drops: Drop[] = [];
  /** Null where messages over a cut link are lost. */
  readonly #retransmission: Retransmission<D> | null;
  /** Delivered requests that await a reply, by message ID. */
  readonly #open = new NumberMap<Delivery<D>>();

  constructor({ timeline, network, retransmits, nodeOf, react, carryOut }: MessageBusOptions<D>) {
    this.#timeline = timeline;
    this.#network = network;
    this.#nodeOf = nodeOf;
    this.#retransmission = retransmits ? new Retransmission(timeline) : null;
    this.#react = react;
    this.#carryOut = carryOut;
  }

  /** Drops the next message that would arrive between these nodes. */
  drop(which: Drop): void {
    this.#drops.push(which);
  }

  /** @param toEpoch Epoch of the receiver that awaits this reply. Ignored for other roles. */
  send(sender: Node<D>, message: Message<D['body']>, toEpoch: number): void {
    const cause = this.#timeline.reportMessage('message-sent', message);
    const route = this.#route(sender, message.to);
    this.#dispatch(sender, message, toEpoch, route, cause);
    if (message.role === 'datagram' && route.link.duplicates()) {
      const copied = this.#timeline.report({ kind: 'message-duplicated', message });
      this.#dispatch(sender, message, toEpoch, route, copied);
    }
  }

  #dispatch(
    sender: Node<D>,
    content: Message<D['body']>,
    toEpoch: number,
    route: Route<D>,
    cause: EventId,
  ): void {
    const timeline = this.#timeline;
    const { link } = route;
    const background = timeline.isBackground;
    const fromEpoch = sender.epoch;
    const delivery: Delivery<D> = {
      kind: 'deliver',
      content,
      sender,
      fromEpoch,
      toEpoch,
      route,
      sentAtUs: timeline.nowUs,
      cause,
      background,
    };
    const atUs = link.arrivalUs(content.role, timeline.nowUs);
    // Draw before checking for a cut, so that a cut link doesn't shift the draws of later messages.
    const isLost = link.loses();
    if (!isLost && this.#mustWait(delivery)) {
      this.#retransmission?.hold(delivery);
      return;
    }
    if (!(isLost || link.isCut)) {
      timeline.schedule(delivery, atUs);
      return;
    }
    const why = link.isCut ? 'link-cut' : 'loss';
    timeline.schedule({ kind: 'lose', delivery, why, cause, background }, atUs);
  }

  #route(sender: Node<D>, to: NodeId): Route<D> {
    let route = sender.routes.get(to);
    if (route === undefined) {
      route = { link: this.#network.link(sender.id, to), receiver: this.#nodeOf(to) };
      sender.routes.set(to, route);
    }
    return route;
  }

  /** Whether the message waits until its link is restored, or behind others that do. */
  #mustWait({ content, route: { link } }: Delivery<D>): boolean {
    if (this.#retransmission === null || content.role === 'datagram') return false;
    return link.isCut || this.#retransmission.holds(link);
  }

  tryAgain(held: HeldByLink<D>): void {
    this.#retransmission?.tryAgain(held);
  }

  deliver(delivery: Delivery<D>): void {
    const timeline = this.#timeline;
    if (this.#retransmission !== null && delivery.route.link.isCut && delivery.content.role !== 'datagram') {
      this.#retransmission.hold(delivery);
      return;
    }
    const message = delivery.content;
    const { receiver } = delivery.route;
    const why = this.#lossOnArrival(delivery);
    if (why !== null) {
      timeline.report({ kind: 'message-lost', message, why });
      if (why === 'receiver-dark') this.#waitToConnect(delivery);
      return;
    }
    if (!receiver.isUp && message.role === 'datagram') {
      timeline.cause = timeline.report({ kind: 'message-refused', message });
      receiver.context.nowUs = timeline.nowUs;
      const { actor, remains, context } = receiver;
      this.#carryOut(receiver, actor.system?.afterDeath(remains, message, context) ?? []);
      return;
    }
    if (!receiver.isUp) {
      timeline.cause = timeline.report({ kind: 'message-refused', message });
      this.#sendBack('refuse', delivery);
      return;
    }
    if (message.role === 'request') this.#open.set(message.id, delivery);
    timeline.cause = timeline.reportMessage('message-delivered', message);
    this.#react(receiver, { kind: 'message', message });
  }

  #lossOnArrival({ content, route, toEpoch }: Delivery<D>): LossReason | null {
    const { receiver, link } = route;
    const { role } = content;
    if (link.isCut) return 'link-cut';
    if (this.#drops.length > 0 && this.#isDropped(content)) return 'dropped';
    if (receiver.isDark) return 'receiver-dark';
    if (role === 'reply' && (!receiver.isUp || receiver.epoch !== toEpoch)) return 'receiver-gone';
    const isAnswered = receiver.isUp || receiver.remains !== undefined;
    return role === 'datagram' && !isAnswered ? 'receiver-down' : null;
  }

  /** Tells the sender that it can't connect, after the time that it waits for that. */
  #waitToConnect(delivery: Delivery<D>): void {
    const { sender, content, cause, background, sentAtUs } = delivery;
    const { connectTimeoutUs } = sender;
    if (connectTimeoutUs === null || content.role !== 'request') return;
    const { nowUs } = this.#timeline;
    const atUs = Math.max(nowUs, sentAtUs + connectTimeoutUs);
    this.#timeline.schedule({ kind: 'connect-timeout', delivery, cause, background }, atUs);
  }

  /** Health checks are exempt: operators mean client traffic. */
  #isDropped({ from, to }: Message<D['body']>): boolean {
    if (this.#timeline.isBackground) return false;
    const index = this.#drops.findIndex(
      (drop) => (drop.from === null || drop.from === from) && (drop.to === null || drop.to === to),
    );
    if (index < 0) return false;
    this.#drops.splice(index, 1);
    return true;
  }

  lose(delivery: Delivery<D>, why: LossReason): void {
    this.#timeline.report({ kind: 'message-lost', message: delivery.content, why });
  }

  /** Removes and returns the request that a reply answers. */
  close(node: Node<D>, { id, to }: Message<D['body']>): Delivery<D> {
    const delivery = this.#open.get(id);
    if (delivery === undefined || to !== node.id) {
      throw new Error(`${node.id} replied to message ${id}, which does not wait for a reply.`);
    }
    this.#open.delete(id);
    return delivery;
  }

  /** Closes the connection of a request without a reply. */
  hangUp(node: Node<D>, asked: Message<D['body']>): void {
    this.#sendBack('reset', this.close(node, asked));
  }

  /** Resets the connections of every client of this node that awaits a reply, unless its machine is dark. */
  resetAll(node: Node<D>): void {
    for (const id of this.#open.keys()) {
      const delivery = this.#open.get(id);
      if (delivery?.content.to !== node.id) continue;
      this.#open.delete(id);
      if (!node.isDark) this.#sendBack('reset', delivery);
    }
  }

  /** Returns a refusal or a reset to the sender with a latency of its own. A cut link loses it. */
  #sendBack(kind: 'refuse' | 'reset', delivery: Delivery<D>): void {
    const timeline = this.#timeline;
    const { route, sender } = delivery;
    const back = this.#route(route.receiver, sender.id);
    if (back.link.isCut) return;
    const atUs = back.link.arrivalUs('reply', timeline.nowUs);
    const { background } = delivery;
    timeline.schedule({ kind, delivery, cause: timeline.cause, background }, atUs);
  }

  /** Delivers a refusal or a reset at the original sender, or the end of its attempt to connect. */
  returnToSender(
    kind: 'refused' | 'reset' | 'connect-timed-out',
    { content, sender, fromEpoch, route }: Delivery<D>,
  ): void {
    if (!sender.isUp || sender.epoch !== fromEpoch) return;
    const timeline = this.#timeline;
    if (kind === 'connect-timed-out') {
      timeline.cause = timeline.report({ kind, message: content });
      this.#react(sender, { kind: 'refused', message: content, noAnswer: true });
      return;
    }
    if (this.#route(route.receiver, sender.id).link.isCut) return;
    if (kind === 'reset') timeline.cause = timeline.report({ kind: 'connection-reset', message: content });
    this.#react(sender, { kind, message: content });
  }
}
