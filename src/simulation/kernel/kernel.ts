/**
 * The run loop. The kernel alone owns time, randomness, the network and every node's memory; actors only say
 * what they want. The same nodes, commands and seed give the same trace, event for event.
 */
import type { Effect, Input, Message, Milestone, NodeId, RequestId } from './actor.ts';
import type { Command, CommandResult } from './command.ts';
import { CommandSchedule, type DueCommand } from './command-schedule.ts';
import { EventQueue } from './event-queue.ts';
import type { Delivery, Happening } from './happening.ts';
import type { Network } from './network.ts';
import { createNode, type Node, type NodeSpec } from './node.ts';
import type { EventId, Sink, TraceEvent } from './trace-event.ts';

export interface RunOptions<Body, Item> {
  readonly nodes: readonly NodeSpec<Body, Item>[];
  readonly network: Network;
  readonly seed: number;
  readonly commands?: readonly Command[];
  /** The nodes that commands may name; without it, all of them. */
  readonly operable?: readonly NodeId[];
  readonly sink: Sink<Body, Item>;
  /** The run is cut off after so many happenings, and says so; no input makes it endless. */
  readonly happeningsMax?: number;
}

const HAPPENINGS_MAX = 50_000_000;

/** Runs the cluster until only background work is left. */
export function run<Body, Item>(options: RunOptions<Body, Item>): void {
  new Kernel(options).run(options.happeningsMax ?? HAPPENINGS_MAX);
}

class Kernel<Body, Item> {
  readonly #nodes = new Map<NodeId, Node<Body, Item>>();
  readonly #queue = new EventQueue<Happening<Body>>();
  readonly #network: Network;
  readonly #schedule: CommandSchedule;
  readonly #sink: Sink<Body, Item>;
  readonly #operable: ReadonlySet<NodeId>;
  #nextEvent: EventId = 0;
  #nextMessage = 1;
  #foreground = 0;
  /** The event whose consequences are being carried out. */
  #cause: EventId | null = null;
  #background = false;

  constructor(options: RunOptions<Body, Item>) {
    this.#network = options.network;
    this.#sink = options.sink;
    this.#schedule = new CommandSchedule(options.commands ?? []);
    this.#operable = new Set(options.operable ?? options.nodes.map(({ id }) => id));
    for (const spec of options.nodes) {
      if (this.#nodes.has(spec.id)) throw new Error(`Two nodes are called ${spec.id}.`);
      this.#nodes.set(spec.id, createNode(spec, options.seed));
    }
  }

  run(happeningsMax: number): void {
    for (const node of this.#nodes.values()) {
      this.#cause = null;
      this.#start(node);
    }
    let happenings = 0;
    while (this.#foreground > 0 && happenings < happeningsMax) {
      const happening = this.#queue.pop();
      if (happening === undefined) break;
      happenings += 1;
      if (!happening.background) this.#foreground -= 1;
      this.#cause = happening.cause;
      this.#background = happening.background;
      this.#happen(happening);
    }
    this.#background = false;
    this.#cause = null;
    this.#report({ kind: 'run-ended', reason: this.#foreground > 0 ? 'cut-off' : 'finished' });
  }

  #happen(happening: Happening<Body>): void {
    switch (happening.kind) {
      case 'deliver':
        this.#deliver(happening);
        break;
      case 'refuse':
        this.#returnToSender(happening, 'refused');
        break;
      case 'reset':
        this.#returnToSender(happening, 'reset');
        break;
      case 'timer':
        this.#fireTimer(happening);
        break;
      case 'command':
        this.#obey(happening.command as DueCommand);
        break;
      default:
        throw new Error(`Unknown happening ${happening.kind satisfies never}`);
    }
  }

  #deliver(happening: Happening<Body>): void {
    const delivery = happening.message as Delivery<Body>;
    const message = delivery.content;
    const receiver = this.#node(message.to);
    if (message.role === 'reply') {
      if (!receiver.isUp || receiver.epoch !== happening.epoch) {
        this.#report({ kind: 'message-lost', message });
        return;
      }
    } else if (!receiver.isUp) {
      this.#cause = this.#report({ kind: 'message-refused', message });
      this.#sendBack('refuse', delivery);
      return;
    } else {
      receiver.open.set(message.id, delivery);
    }
    this.#cause = this.#report({ kind: 'message-delivered', message });
    this.#react(receiver, { kind: 'message', message });
  }

  /** A refusal or a reset travels back like a message of its own. */
  #sendBack(kind: 'refuse' | 'reset', delivery: Delivery<Body>): void {
    const { from, to } = delivery.content;
    const { fromEpoch, background } = delivery;
    this.#enqueue(this.#network.transitUs(to, from), kind, from, fromEpoch, {
      message: delivery,
      background,
    });
  }

  #returnToSender(happening: Happening<Body>, kind: 'refused' | 'reset'): void {
    const sender = this.#node(happening.node);
    if (!sender.isUp || sender.epoch !== happening.epoch) return;
    const message = (happening.message as Delivery<Body>).content;
    if (kind === 'reset') this.#cause = this.#report({ kind: 'connection-reset', message });
    this.#react(sender, { kind, message });
  }

  #fireTimer(happening: Happening<Body>): void {
    const node = this.#node(happening.node);
    if (!node.isUp || node.epoch !== happening.epoch) return;
    this.#cause = this.#report({ kind: 'timer-fired', node: node.id, timer: happening.timer });
    this.#react(node, { kind: 'timer', timer: happening.timer });
  }

  #react(node: Node<Body, Item>, input: Input<Body>): void {
    node.context.nowUs = this.#queue.nowUs;
    const reaction = node.actor.react(node.state, input, node.context);
    node.state = reaction.state;
    for (const effect of reaction.effects) this.#carryOut(node, effect);
  }

  #carryOut(node: Node<Body, Item>, effect: Effect<Body, Item>): void {
    switch (effect.kind) {
      case 'send': {
        const { to, exchange, body, request = null } = effect;
        this.#send(node, this.#message('request', node.id, to, exchange, request, body), 0);
        return;
      }
      case 'reply': {
        const { id, from, exchange, request } = effect.to;
        const asked = node.open.get(id);
        if (asked === undefined)
          throw new Error(`${node.id} answers message ${id}, which does not wait for it.`);
        node.open.delete(id);
        this.#send(
          node,
          this.#message('reply', node.id, from, exchange, request, effect.body),
          asked.fromEpoch,
        );
        return;
      }
      case 'set-timer': {
        const background = this.#background || effect.background === true;
        this.#enqueue(effect.delayUs, 'timer', node.id, node.epoch, { timer: effect.timer, background });
        return;
      }
      case 'remember':
        node.memory.set(effect.key, effect.item);
        this.#report({ kind: 'remembered', node: node.id, key: effect.key, item: effect.item });
        return;
      case 'forget':
        if (node.memory.delete(effect.key)) this.#report({ kind: 'forgot', node: node.id, key: effect.key });
        return;
      case 'recall':
        this.#report({ kind: 'recalled', node: node.id, key: effect.key, found: effect.found });
        return;
      case 'reach':
        this.#reach(effect.request, effect.milestone);
        return;
      case 'settle':
        this.#report({ kind: 'request-settled', request: effect.request, outcome: effect.outcome });
        this.#reach(effect.request, 'arrived', { silently: true });
        this.#reach(effect.request, 'answered');
        return;
      default:
        throw new Error(`Unknown effect ${effect satisfies never}`);
    }
  }

  #message(
    role: Message<Body>['role'],
    from: NodeId,
    to: NodeId,
    exchange: string,
    request: RequestId | null,
    body: Body,
  ): Message<Body> {
    return { id: this.#nextMessage++, from, to, role, exchange, request, body };
  }

  /** @param receiverEpoch Of the life that waits for this reply; a request is for whoever listens. */
  #send(node: Node<Body, Item>, message: Message<Body>, receiverEpoch: number): void {
    const cause = this.#report({ kind: 'message-sent', message });
    const transitUs = this.#network.transitUs(node.id, message.to);
    const delivery = { content: message, fromEpoch: node.epoch, background: this.#background };
    this.#enqueue(transitUs, 'deliver', message.to, receiverEpoch, { message: delivery, cause });
  }

  /** A request that settles without having arrived releases the commands that waited for its arrival. */
  #reach(request: RequestId, milestone: Milestone, { silently = false } = {}): void {
    if (!silently) this.#report({ kind: 'request-reached', request, milestone });
    if (this.#schedule.isEmpty) return;
    for (const command of this.#schedule.take(request, milestone)) {
      this.#enqueue(command.command.moment.offsetUs, 'command', '', 0, {
        command,
        cause: null,
        background: false,
      });
    }
  }

  #obey({ index, command }: DueCommand): void {
    const node = this.#operable.has(command.node) ? this.#nodes.get(command.node) : undefined;
    const result = node === undefined ? 'no-such-node' : resultOf(command, node.isUp);
    this.#cause = this.#report({ kind: 'command-taken', index, command, result });
    if (node === undefined || result !== 'done') return;
    if (command.kind === 'crash') this.#crash(node);
    else this.#start(node);
  }

  #start(node: Node<Body, Item>): void {
    node.isUp = true;
    this.#cause = this.#report({ kind: 'node-started', node: node.id, epoch: node.epoch });
    this.#react(node, { kind: 'started' });
  }

  /** Private memory, unfinished work and replies in preparation are gone; peers learn it from their connections. */
  #crash(node: Node<Body, Item>): void {
    this.#cause = this.#report({
      kind: 'node-crashed',
      node: node.id,
      epoch: node.epoch,
      forgets: !node.isDurable,
    });
    const open = [...node.open.values()];
    node.isUp = false;
    node.epoch += 1;
    node.state = node.actor.initial;
    if (!node.isDurable) node.memory.clear();
    node.open.clear();
    for (const delivery of open) this.#sendBack('reset', delivery);
  }

  #enqueue(
    delayUs: number,
    kind: Happening<Body>['kind'],
    node: NodeId,
    epoch: number,
    details: Partial<Pick<Happening<Body>, 'message' | 'timer' | 'command' | 'cause' | 'background'>>,
  ): void {
    const background = details.background ?? this.#background;
    if (!background) this.#foreground += 1;
    const happening = {
      kind,
      node,
      epoch,
      message: details.message ?? null,
      timer: details.timer ?? '',
      command: details.command ?? null,
      cause: details.cause === undefined ? this.#cause : details.cause,
      background,
    };
    const atUs = this.#queue.nowUs + delayUs;
    // Whoever gives a command has seen all that happened at that instant.
    if (kind === 'command') this.#queue.pushLast(happening, atUs);
    else this.#queue.push(happening, atUs);
  }

  #report(event: Unstamped<TraceEvent<Body, Item>>): EventId {
    const id = this.#nextEvent++;
    const stamped = event as Stamping<TraceEvent<Body, Item>>;
    stamped.id = id;
    stamped.atUs = this.#queue.nowUs;
    stamped.cause = this.#cause;
    stamped.background = this.#background;
    this.#sink.report(stamped as TraceEvent<Body, Item>);
    return id;
  }

  #node(id: NodeId): Node<Body, Item> {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`There is no node ${id}.`);
    return node;
  }
}

/** An event before the kernel stamps it with its number, its time and its cause; the union stays a union. */
type Unstamped<Event> = Event extends unknown ? Omit<Event, 'id' | 'atUs' | 'cause' | 'background'> : never;

type Stamping<Event> = { -readonly [Key in keyof Event]: Event[Key] };

function resultOf(command: Command, isUp: boolean): CommandResult {
  switch (command.kind) {
    case 'crash':
      return isUp ? 'done' : 'already-down';
    case 'restart':
      return isUp ? 'already-up' : 'done';
    default:
      throw new Error(`Unknown command ${command satisfies never}`);
  }
}
