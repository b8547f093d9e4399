/**
 * The run loop. The kernel owns time, randomness, the network and every node's memory; actors only return effects.
 * Equal nodes, commands and seed give an equal trace, event for event.
 */
import type { Domain, Effect, Input, Message, Milestone, NodeId, RequestId, TimerName } from './actor.ts';
import type { Command, CommandBehaviour } from './command.ts';
import { CommandSchedule } from './command-schedule.ts';
import { MessageBus } from './message-bus.ts';
import { createNode, type Node, type ScheduledTimer } from './node.ts';
import { Operator } from './operator.ts';
import { limitsByDefault, type PausedRun, type RunLimits, type RunOptions } from './run-options.ts';
import { createTimer, type ScheduledEvent } from './scheduled-event.ts';
import { Timeline } from './timeline.ts';
import type { EndReason } from './trace-event.ts';

const noCommands: CommandBehaviour<Domain> = {
  judge: () => 'no-such-node',
  apply: () => {},
};

/** Runs the cluster until only background work is left. */
export function run<D extends Domain>(options: RunOptions<D>): void {
  const kernel = new Kernel(options);
  kernel.start();
  kernel.finish();
}

/**
 * Like `run`, in pieces, so that a page can answer between two of them.
 *
 * @param inputs Number of inputs a piece: messages delivered, timers, commands.
 */
export function* runInPieces<D extends Domain>(
  options: RunOptions<D>,
  inputs: number,
): Generator<void, void> {
  const kernel = new Kernel(options);
  kernel.start();
  while (kernel.advanceBy(inputs)) yield;
  kernel.finish();
}

/** Like `run`, but pauses after the nodes have started. The caller advances it. */
export function startRun<D extends Domain>(options: RunOptions<D>): PausedRun<D> {
  const kernel = new Kernel(options, true);
  kernel.start();
  return kernel;
}

class Kernel<D extends Domain> implements PausedRun<D> {
  readonly #nodes = new Map<NodeId, Node<D>>();
  readonly #timeline: Timeline<D>;
  readonly #schedule: CommandSchedule<D['command']>;
  readonly #addresses: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly #messageBus: MessageBus<D>;
  readonly #operator: Operator<D>;
  readonly #limits: RunLimits;
  #nextMessage = 1;
  #handled = 0;
  /** The limit that was reached; null if none was. */
  #limit: EndReason | null = null;

  constructor(options: RunOptions<D>, hasReplaceableCommands = false) {
    const {
      nodes,
      network,
      retransmits = false,
      seed,
      commands = [],
      commandBehaviour = noCommands,
      machines,
      replaceable,
      addresses,
      sink,
    } = options;
    this.#limits = { ...limitsByDefault, ...options.limits };
    for (const spec of nodes) {
      if (this.#nodes.has(spec.id)) throw new Error(`Duplicate node ID: ${spec.id}.`);
      this.#nodes.set(spec.id, createNode(spec, seed));
    }
    const timeline = new Timeline(sink);
    const react = (node: Node<D>, input: Input<D>) => this.#give(node, input);
    const carryOut = (node: Node<D>, effects: readonly Effect<D>[]) => this.#carryOutAll(node, effects);
    const messageBus = new MessageBus({
      timeline,
      network,
      retransmits,
      nodeOf: (id) => this.#node(id),
      react,
      carryOut,
    });
    this.#timeline = timeline;
    this.#schedule = new CommandSchedule(commands, hasReplaceableCommands);
    this.#addresses = addresses ?? new Map();
    this.#messageBus = messageBus;
    this.#operator = new Operator({
      timeline,
      network,
      messageBus,
      nodes: this.#nodes,
      machines: new Set(machines ?? this.#nodes.keys()),
      replaceable: new Set(replaceable ?? machines ?? this.#nodes.keys()),
      react,
      carryOut,
      fire: (timer) => this.#fireTimer(timer),
      behaviour: commandBehaviour,
    });
  }

  start(): void {
    for (const node of this.#nodes.values()) {
      this.#timeline.cause = null;
      if (node.isMember) this.#operator.start(node);
    }
    this.#scheduleCommands(this.#schedule.atTimes);
  }

  get reported(): number {
    return this.#timeline.reported;
  }

  replaceCommands(commands: readonly Command<D['command']>[]): boolean {
    return this.#schedule.replace(commands);
  }

  finish(): void {
    const timeline = this.#timeline;
    this.advance();
    timeline.cause = null;
    timeline.isBackground = false;
    timeline.report({ kind: 'run-ended', reason: this.#limit ?? 'finished' });
  }

  advance(beforeUs = Number.POSITIVE_INFINITY): void {
    this.#limit ??= this.#handleUntil(beforeUs);
  }

  /**
   * Handles this many inputs, if there are as many.
   *
   * @returns Whether more are left.
   */
  advanceBy(inputs: number): boolean {
    this.#limit ??= this.#handleUntil(Number.POSITIVE_INFINITY, this.#handled + inputs);
    return this.#limit === null && this.#timeline.hasForeground;
  }

  /** @returns The limit that was reached. */
  #handleUntil(beforeUs: number, handledMax = Number.POSITIVE_INFINITY): EndReason | null {
    const timeline = this.#timeline;
    const { eventsMax, timeUsMax } = this.#limits;
    for (; timeline.hasForeground; this.#handled += 1) {
      if (this.#handled === eventsMax) return 'events-limit';
      if (this.#handled === handledMax) return null;
      const scheduled = timeline.next(beforeUs);
      if (scheduled === undefined) return null;
      if (timeline.nowUs > timeUsMax) return 'time-limit';
      this.#happen(scheduled);
    }
    return null;
  }

  #happen(scheduled: ScheduledEvent<D>): void {
    switch (scheduled.kind) {
      case 'deliver':
        this.#messageBus.deliver(scheduled);
        return;
      case 'lose':
        this.#messageBus.lose(scheduled.delivery, scheduled.why);
        return;
      case 'refuse':
        this.#messageBus.returnToSender('refused', scheduled.delivery);
        return;
      case 'reset':
        this.#messageBus.returnToSender('reset', scheduled.delivery);
        return;
      case 'connect-timeout':
        this.#messageBus.returnToSender('connect-timed-out', scheduled.delivery);
        return;
      case 'timer':
        this.#expire(scheduled);
        return;
      case 'retransmit':
        this.#messageBus.tryAgain(scheduled.held);
        return;
      case 'command':
        this.#operator.applyCommand(scheduled.due);
        return;
      default:
        throw new Error(`Unknown scheduled event ${scheduled satisfies never}`);
    }
  }

  /** A frozen process notices its timers later. Those of its operating system go off. */
  #expire(scheduled: ScheduledTimer<D>): void {
    const { node, timer } = scheduled;
    if (!node.isFrozen) {
      this.#fireTimer(scheduled);
      return;
    }
    const { cause, isBackground: background } = this.#timeline;
    const effects = this.#askSystem(node, { kind: 'timer', timer });
    if (effects === null) {
      node.held.add({ kind: 'timer', timer: scheduled, cause, background });
      return;
    }
    this.#timeline.cause = this.#timeline.reportTimer(node.id, timer);
    this.#hold(node, { kind: 'timer', timer });
    this.#carryOutAll(node, effects);
  }

  #fireTimer(scheduled: ScheduledTimer<D>): void {
    const { node, timer } = scheduled;
    this.#timeline.cause = this.#timeline.reportTimer(node.id, timer);
    this.#react(node, { kind: 'timer', timer });
  }

  /** Gives an input to a process, or keeps it while the process is frozen. */
  #give(node: Node<D>, input: Input<D>): void {
    if (!node.isFrozen) {
      this.#react(node, input);
      return;
    }
    const effects = this.#askSystem(node, input);
    this.#hold(node, input);
    if (effects !== null) this.#carryOutAll(node, effects);
  }

  #askSystem(node: Node<D>, input: Input<D>): readonly Effect<D>[] | null {
    node.context.nowUs = this.#timeline.nowUs;
    return node.actor.system?.whileFrozen(node.state, input, node.context) ?? null;
  }

  #hold(node: Node<D>, input: Input<D>): void {
    const { cause, isBackground: background } = this.#timeline;
    node.held.add({ kind: 'input', input, cause, background });
  }

  #react(node: Node<D>, input: Input<D>): void {
    node.context.nowUs = this.#timeline.nowUs;
    const effects = node.actor.react(node.state, input, node.context);
    for (const effect of effects) this.#carryOut(node, effect);
  }

  #carryOutAll(node: Node<D>, effects: readonly Effect<D>[]): void {
    for (const effect of effects) this.#carryOut(node, effect);
  }

  #carryOut(node: Node<D>, effect: Effect<D>): void {
    const timeline = this.#timeline;
    switch (effect.kind) {
      case 'send':
        this.#send(node, effect);
        return;
      case 'reply':
        this.#reply(node, effect.to, effect.body);
        return;
      case 'hang-up':
        this.#messageBus.hangUp(node, effect.to);
        return;
      case 'set-timer':
        this.#setTimer(node, effect.timer, effect.delayUs, effect.background === true);
        return;
      case 'cancel-timer':
        this.#cancelTimer(node, effect.timer);
        return;
      case 'remember': {
        const { key, item, durable = false } = effect;
        node.memory.set(key, item);
        if (durable) node.onDisk.add(key);
        timeline.report({ kind: 'remembered', node: node.id, key, item, durable: durable || node.isDurable });
        return;
      }
      case 'forget':
        node.onDisk.delete(effect.key);
        if (node.memory.delete(effect.key))
          timeline.report({ kind: 'forgot', node: node.id, key: effect.key });
        return;
      case 'recall':
        timeline.report({ kind: 'recalled', node: node.id, key: effect.key, found: effect.found });
        return;
      case 'reach':
        this.#reach(effect.request, effect.milestone);
        return;
      case 'begin': {
        const { request, queuedUs, wasQueued } = effect;
        const begun = timeline.report({ kind: 'request-begun', node: node.id, request, queuedUs });
        if (wasQueued) timeline.cause = begun;
        return;
      }
      case 'settle':
        timeline.reportOutcome(effect.request, effect.outcome);
        this.#release(effect.request, 'arrived');
        this.#reach(effect.request, 'answered');
        return;
      case 'leave':
        this.#operator.leave(node);
        return;
      default:
        throw new Error(`Unknown effect ${effect satisfies never}`);
    }
  }

  #send(node: Node<D>, effect: Extract<Effect<D>, { kind: 'send' }>): void {
    const { exchange, body, request = null, role = 'request' } = effect;
    const to = this.#resolve(effect.to);
    const message = { id: this.#nextMessage++, from: node.id, to, role, exchange, request, body };
    this.#messageBus.send(node, message, 0);
  }

  #reply(node: Node<D>, asked: Message<D['body']>, body: D['body']): void {
    const { from, exchange, request } = asked;
    const { fromEpoch } = this.#messageBus.close(node, asked);
    const reply = {
      id: this.#nextMessage++,
      from: node.id,
      to: from,
      role: 'reply',
      exchange,
      request,
      body,
    } as const;
    this.#messageBus.send(node, reply, fromEpoch);
  }

  #resolve(to: NodeId): NodeId {
    const behind = this.#addresses.get(to);
    if (behind === undefined) return to;
    const takesMore = (id: NodeId) => this.#node(id).isUp && !this.#node(id).isDraining;
    const chosen = behind.find(takesMore) ?? behind[0];
    if (chosen === undefined) throw new Error(`No node has the address ${to}.`);
    return chosen;
  }

  #setTimer(node: Node<D>, name: TimerName, delayUs: number, isBackground: boolean): void {
    let timer = node.timers.get(name);
    if (timer === undefined) {
      timer = createTimer(node, name);
      node.timers.set(name, timer);
    }
    if (node.held.size > 0) releaseTimer(node, timer);
    this.#timeline.setTimer(timer, delayUs, isBackground);
  }

  #cancelTimer(node: Node<D>, name: TimerName): void {
    const timer = node.timers.get(name);
    if (timer === undefined) return;
    if (node.held.size > 0) releaseTimer(node, timer);
    this.#timeline.cancelTimer(timer);
  }

  #reach(request: RequestId, milestone: Milestone): void {
    this.#timeline.reportMilestone(request, milestone);
    this.#release(request, milestone);
  }

  /** Schedules the commands that wait for this landmark. A request that settles without arriving counts as arrived. */
  #release(request: RequestId, milestone: Milestone): void {
    if (this.#schedule.isEmpty) return;
    this.#scheduleCommands(this.#schedule.take(request, milestone));
  }

  #scheduleCommands(waiting: CommandSchedule<D['command']>['atTimes']): void {
    for (const { due, afterUs } of waiting) {
      const atUs = this.#timeline.nowUs + afterUs;
      this.#timeline.scheduleLast({ kind: 'command', due, cause: null, background: false }, atUs);
    }
  }

  #node(id: NodeId): Node<D> {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`There is no node ${id}.`);
    return node;
  }
}

/** A timer that is set again or cancelled before the process noticed that it had expired. */
function releaseTimer<D extends Domain>(node: Node<D>, timer: ScheduledTimer<D>): void {
  for (const held of node.held) if (held.kind === 'timer' && held.timer === timer) node.held.delete(held);
}
