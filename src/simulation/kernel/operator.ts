/** Executes operator commands on nodes, links and messages. */
import type { Domain, Effect, Input, NodeId } from './actor.ts';
import type { ClusterOperations, CommandBehaviour, CrashKind, LinkEnds, NodeStatus } from './command.ts';
import type { DueCommand } from './command-schedule.ts';
import type { MessageBus } from './message-bus.ts';
import type { Network } from './network.ts';
import type { Node, ScheduledTimer } from './node.ts';
import type { Timeline } from './timeline.ts';

export interface OperatorOptions<D extends Domain> {
  readonly timeline: Timeline<D>;
  readonly network: Network;
  readonly messageBus: MessageBus<D>;
  readonly nodes: ReadonlyMap<NodeId, Node<D>>;
  /** Machines: nodes that can crash and restart. */
  readonly machines: ReadonlySet<NodeId>;
  /** Machines that can join and leave. */
  readonly replaceable: ReadonlySet<NodeId>;
  readonly react: (node: Node<D>, input: Input<D>) => void;
  readonly carryOut: (node: Node<D>, effects: readonly Effect<D>[]) => void;
  /** Makes a timer go off. */
  readonly fire: (timer: ScheduledTimer<D>) => void;
  readonly behaviour: CommandBehaviour<D>;
}

export class Operator<D extends Domain> implements ClusterOperations<D['nodeCommand']> {
  readonly #timeline: Timeline<D>;
  readonly #network: Network;
  readonly #messageBus: MessageBus<D>;
  readonly #nodes: ReadonlyMap<NodeId, Node<D>>;
  readonly #machines: ReadonlySet<NodeId>;
  readonly #replaceable: ReadonlySet<NodeId>;
  readonly #react: OperatorOptions<D>['react'];
  readonly #carryOut: OperatorOptions<D>['carryOut'];
  readonly #fire: OperatorOptions<D>['fire'];
  readonly #behaviour: CommandBehaviour<D>;

  constructor({
    timeline,
    network,
    messageBus,
    nodes,
    machines,
    replaceable,
    react,
    carryOut,
    fire,
    behaviour,
  }: OperatorOptions<D>) {
    this.#timeline = timeline;
    this.#network = network;
    this.#messageBus = messageBus;
    this.#nodes = nodes;
    this.#machines = machines;
    this.#replaceable = replaceable;
    this.#react = react;
    this.#carryOut = carryOut;
    this.#fire = fire;
    this.#behaviour = behaviour;
    this.#updateMembers();
  }

  applyCommand({ index, command }: DueCommand<D['command']>): void {
    const result = this.#behaviour.judge(command, this);
    this.#timeline.cause = this.#timeline.report({ kind: 'command-taken', index, command, result });
    if (result === 'done') this.#behaviour.apply(command, this);
  }

  start(node: Node<D>): void {
    node.isUp = true;
    node.isDark = false;
    node.remains = undefined;
    node.state = node.actor.start();
    this.#timeline.cause = this.#timeline.report({
      kind: 'node-started',
      node: node.id,
      epoch: node.epoch,
    });
    this.#react(node, { kind: 'started' });
  }

  /** Removes a drained node that has finished its work, with all its memory. */
  leave(node: Node<D>): void {
    if (!node.isMember) return;
    node.isMember = false;
    node.isDraining = false;
    this.#updateMembers();
    this.#stop(node, { keepsDisk: false });
    this.#timeline.cause = this.#timeline.report({ kind: 'node-left', node: node.id });
    this.#tellOthers('left', node);
  }

  get nodes(): readonly NodeId[] {
    return [...this.#nodes.keys()];
  }

  get cuts(): readonly LinkEnds[] {
    return this.#network.cuts;
  }

  has(id: NodeId): boolean {
    return this.#nodes.has(id);
  }

  machine(id: NodeId): NodeStatus | undefined {
    return this.#machines.has(id) ? this.#nodes.get(id) : undefined;
  }

  replaceable(id: NodeId): NodeStatus | undefined {
    return this.#replaceable.has(id) ? this.#nodes.get(id) : undefined;
  }

  /**
   * Clears private memory, unfinished work and pending replies. Peers learn of it from reset connections, and nothing
   * of a dark machine.
   */
  crash(id: NodeId, how?: CrashKind): void {
    const node = this.#existing(id);
    this.#timeline.cause = this.#timeline.report({
      kind: 'node-crashed',
      node: node.id,
      epoch: node.epoch,
      forgets: !node.isDurable,
      ...(how !== undefined && { how }),
    });
    const { state, actor } = node;
    node.isDark = how === 'machine';
    const { system } = actor;
    if (how === 'process' && system !== undefined) {
      node.context.nowUs = this.#timeline.nowUs;
      this.#carryOut(node, system.die(state, node.context));
      node.remains = state;
    }
    this.#stop(node, { keepsDisk: true });
    // The crash ended its remaining work, so it has nothing to finish before it leaves.
    if (node.isDraining) this.leave(node);
  }

  freeze(id: NodeId): void {
    const node = this.#existing(id);
    node.isFrozen = true;
    this.#timeline.cause = this.#timeline.report({ kind: 'node-frozen', node: node.id });
  }

  /** The process continues with everything that has reached it, in the order of arrival. */
  thaw(id: NodeId): void {
    const node = this.#existing(id);
    const timeline = this.#timeline;
    const { cause, isBackground } = timeline;
    node.isFrozen = false;
    timeline.cause = timeline.report({ kind: 'node-thawed', node: node.id });
    for (const next of node.held) {
      node.held.delete(next);
      timeline.cause = next.cause;
      timeline.isBackground = next.background;
      if (next.kind === 'timer') this.#fire(next.timer);
      else this.#react(node, next.input);
    }
    timeline.cause = cause;
    timeline.isBackground = isBackground;
  }

  restart(id: NodeId): void {
    this.start(this.#existing(id));
  }

  #stop(node: Node<D>, { keepsDisk }: { readonly keepsDisk: boolean }): void {
    node.isUp = false;
    node.isFrozen = false;
    node.held.clear();
    node.epoch += 1;
    node.state = undefined;
    for (const timer of node.timers.values()) this.#timeline.cancelTimer(timer);
    for (const key of [...node.memory.keys()]) {
      if (keepsDisk && (node.isDurable || node.onDisk.has(key))) continue;
      node.memory.delete(key);
      node.onDisk.delete(key);
    }
    this.#messageBus.resetAll(node);
  }

  add(id: NodeId): void {
    const node = this.#existing(id);
    node.isMember = true;
    this.#updateMembers();
    this.#timeline.cause = this.#timeline.report({ kind: 'node-joined', node: node.id });
    this.start(node);
    this.#tellOthers('joined', node);
  }

  drain(id: NodeId): void {
    const node = this.#existing(id);
    this.#timeline.cause = this.#timeline.report({ kind: 'node-draining', node: node.id });
    node.isDraining = true;
    this.#updateMembers();
    this.#tellOthers('draining', node);
    if (node.isUp) this.#react(node, { kind: 'draining', node: node.id });
    else this.leave(node);
  }

  #tellOthers(kind: 'joined' | 'draining' | 'left', about: Node<D>): void {
    for (const node of this.#nodes.values()) {
      if (node.isUp && node !== about) this.#react(node, { kind, node: about.id });
    }
  }

  isCut([one, other]: LinkEnds): boolean {
    return this.#network.isCut(one, other);
  }

  cut([one, other]: LinkEnds): void {
    if (this.#network.cut(one, other)) this.#timeline.report({ kind: 'link-cut', between: [one, other] });
  }

  heal([one, other]: LinkEnds): void {
    if (this.#network.heal(one, other)) this.#timeline.report({ kind: 'link-healed', between: [one, other] });
  }

  drop(ends: { readonly from: NodeId | null; readonly to: NodeId | null }): void {
    this.#messageBus.drop(ends);
  }

  instruct(id: NodeId, command: D['nodeCommand']): void {
    const node = this.#existing(id);
    if (node.isUp) this.#react(node, { kind: 'node-command', command });
  }

  #existing(id: NodeId): Node<D> {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`There is no node ${id}.`);
    return node;
  }

  #updateMembers(): void {
    const nodes = [...this.#nodes.values()].filter(({ isMember }) => isMember);
    const members = nodes.map(({ id }) => id);
    const draining = nodes.filter(({ isDraining }) => isDraining).map(({ id }) => id);
    for (const { context } of this.#nodes.values()) {
      context.members = members;
      context.draining = draining;
    }
  }
}
