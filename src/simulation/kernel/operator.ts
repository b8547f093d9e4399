/** Executes operator commands on nodes, links and messages, and passes node commands on to actors. */
import type { Domain, Input, NodeId } from './actor.ts';
import type { Command, CommandResult } from './command.ts';
import type { DueCommand } from './command-schedule.ts';
import type { MessageBus } from './message-bus.ts';
import type { Network } from './network.ts';
import type { Node } from './node.ts';
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
}

export class Operator<D extends Domain> {
  readonly #timeline: Timeline<D>;
  readonly #network: Network;
  readonly #messageBus: MessageBus<D>;
  readonly #nodes: ReadonlyMap<NodeId, Node<D>>;
  readonly #machines: ReadonlySet<NodeId>;
  readonly #replaceable: ReadonlySet<NodeId>;
  readonly #react: OperatorOptions<D>['react'];

  constructor({ timeline, network, messageBus, nodes, machines, replaceable, react }: OperatorOptions<D>) {
    this.#timeline = timeline;
    this.#network = network;
    this.#messageBus = messageBus;
    this.#nodes = nodes;
    this.#machines = machines;
    this.#replaceable = replaceable;
    this.#react = react;
    this.#updateMembers();
  }

  applyCommand({ index, command }: DueCommand<D['instruction']>): void {
    const result = this.#judge(command);
    this.#timeline.cause = this.#timeline.report({ kind: 'command-taken', index, command, result });
    if (result === 'done') this.#carryOut(command);
  }

  start(node: Node<D>): void {
    node.isUp = true;
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

  #judge(command: Command<D['instruction']>): CommandResult {
    switch (command.kind) {
      case 'crash': {
        const node = this.#find(command.node, this.#machines);
        if (!node?.isMember) return 'no-such-node';
        return node.isUp ? 'done' : 'already-down';
      }
      case 'restart': {
        const node = this.#find(command.node, this.#machines);
        if (!node?.isMember) return 'no-such-node';
        return node.isUp ? 'already-up' : 'done';
      }
      case 'add': {
        const node = this.#find(command.node, this.#replaceable);
        if (node === undefined) return 'no-such-node';
        return node.isMember ? 'already-member' : 'done';
      }
      case 'drain':
        return this.#find(command.node, this.#replaceable)?.isMember ? 'done' : 'no-such-node';
      case 'cut':
      case 'heal': {
        const [one, other] = command.between;
        if (one === other || !this.#nodes.has(one) || !this.#nodes.has(other)) return 'no-such-node';
        const isCut = this.#network.isCut(one, other);
        if (command.kind === 'cut') return isCut ? 'already-cut' : 'done';
        return isCut ? 'done' : 'not-cut';
      }
      case 'heal-all':
        return this.#network.cuts.length > 0 ? 'done' : 'not-cut';
      case 'partition':
        return this.#allExist(command.nodes);
      case 'drop':
        return this.#allExist([command.from, command.to].filter((node) => node !== null));
      case 'instruct':
        return this.#allExist(command.nodes);
      default:
        throw new Error(`Unknown command ${command satisfies never}`);
    }
  }

  #carryOut(command: Command<D['instruction']>): void {
    switch (command.kind) {
      case 'crash':
        this.#crash(this.#existing(command.node));
        return;
      case 'restart':
        this.start(this.#existing(command.node));
        return;
      case 'add':
        this.#add(this.#existing(command.node));
        return;
      case 'drain':
        this.#drain(this.#existing(command.node));
        return;
      case 'cut':
        this.#cut(...command.between);
        return;
      case 'heal':
        this.#heal(...command.between);
        return;
      case 'heal-all':
        for (const [one, other] of this.#network.cuts) this.#heal(one, other);
        return;
      case 'partition':
        this.#partition(new Set(command.nodes));
        return;
      case 'drop':
        this.#messageBus.drop(command);
        return;
      case 'instruct': {
        const { instruction } = command;
        for (const id of command.nodes) {
          const node = this.#existing(id);
          if (node.isUp) this.#react(node, { kind: 'instruction', instruction });
        }
        return;
      }
      default:
        throw new Error(`Unknown command ${command satisfies never}`);
    }
  }

  /** Clears private memory, unfinished work and pending replies. Peers learn of the crash from reset connections. */
  #crash(node: Node<D>): void {
    this.#timeline.cause = this.#timeline.report({
      kind: 'node-crashed',
      node: node.id,
      epoch: node.epoch,
      forgets: !node.isDurable,
    });
    this.#stop(node, { keepsDisk: true });
    // The crash ended its remaining work, so it has nothing to finish before it leaves.
    if (node.isDraining) this.leave(node);
  }

  #stop(node: Node<D>, { keepsDisk }: { readonly keepsDisk: boolean }): void {
    node.isUp = false;
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

  #add(node: Node<D>): void {
    node.isMember = true;
    this.#updateMembers();
    this.#timeline.cause = this.#timeline.report({ kind: 'node-joined', node: node.id });
    this.start(node);
    this.#tellOthers('joined', node);
  }

  #drain(node: Node<D>): void {
    this.#timeline.cause = this.#timeline.report({ kind: 'node-draining', node: node.id });
    node.isDraining = true;
    this.#tellOthers('draining', node);
    if (node.isUp) this.#react(node, { kind: 'draining', node: node.id });
    else this.leave(node);
  }

  #tellOthers(kind: 'joined' | 'draining' | 'left', about: Node<D>): void {
    for (const node of this.#nodes.values()) {
      if (node.isUp && node !== about) this.#react(node, { kind, node: about.id });
    }
  }

  #partition(side: ReadonlySet<NodeId>): void {
    for (const one of side) {
      for (const other of this.#nodes.keys()) if (!side.has(other)) this.#cut(one, other);
    }
  }

  #cut(one: NodeId, other: NodeId): void {
    if (this.#network.cut(one, other)) this.#timeline.report({ kind: 'link-cut', between: [one, other] });
  }

  #heal(one: NodeId, other: NodeId): void {
    if (this.#network.heal(one, other)) this.#timeline.report({ kind: 'link-healed', between: [one, other] });
  }

  #allExist(nodes: readonly NodeId[]): CommandResult {
    return nodes.every((node) => this.#nodes.has(node)) ? 'done' : 'no-such-node';
  }

  #find(id: NodeId, among: ReadonlySet<NodeId>): Node<D> | undefined {
    return among.has(id) ? this.#nodes.get(id) : undefined;
  }

  #existing(id: NodeId): Node<D> {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`There is no node ${id}.`);
    return node;
  }

  #updateMembers(): void {
    const members = [...this.#nodes.values()].filter(({ isMember }) => isMember).map(({ id }) => id);
    for (const node of this.#nodes.values()) node.context.members = members;
  }
}
