/** The state of each end of each TCP connection, as the events come. */
import { type ClusterEvent, type ClusterMessage, isClient } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { ConnectionState } from './step-facts.ts';

/** One end of a connection. */
export interface End {
  readonly node: NodeId;
  /** Of a client's end, the service's address will do, too. */
  readonly peer: NodeId;
  readonly localPort: number;
  readonly remotePort: number;
}

export class ConnectionStates {
  /** By name of the end. */
  readonly #states = new Map<string, ConnectionState>();
  /** By node and memory key: the name of the same end above. */
  readonly #names = new Map<string, string>();
  /** Nodes whose process has died, and whose machine runs on. */
  readonly #dead = new Set<NodeId>();
  readonly #bySystem = new Set<ClusterMessage['id']>();

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'remembered': {
        const { node, key, item } = event;
        if (item.kind !== 'tcp-connection') return;
        const name = endName({ node, peer: item.peer, ...item.connection });
        this.#names.set(`${node} ${key}`, name);
        this.#states.set(name, item.connection.state);
        return;
      }
      case 'forgot':
        this.#states.delete(this.#names.get(`${event.node} ${event.key}`) ?? '');
        return;
      case 'node-crashed':
        if (event.how === 'process') this.#dead.add(event.node);
        if (event.forgets) this.#clear(event.node);
        return;
      case 'node-left':
        this.#clear(event.node);
        return;
      case 'node-started':
        this.#dead.delete(event.node);
        return;
      case 'message-sent':
        if (this.#dead.has(event.message.from)) this.#bySystem.add(event.message.id);
        return;
      default:
    }
  }

  of(end: End): ConnectionState {
    return this.#states.get(endName(end)) ?? 'CLOSED';
  }

  /** Whether the node's process has died, so that its operating system ends what is left of its connections. */
  isWithSystem(node: NodeId): boolean {
    return this.#dead.has(node);
  }

  /** Whether an operating system sent this message after the process had died. */
  isBySystem(message: ClusterMessage['id']): boolean {
    return this.#bySystem.has(message);
  }

  #clear(node: NodeId): void {
    for (const name of this.#states.keys()) if (name.startsWith(`${node} `)) this.#states.delete(name);
  }
}

/** A client has a port for each connection. On a server, connections of different clients can have the same ports. */
export function endName({ node, peer, localPort, remotePort }: End): string {
  return `${node} ${isClient(node) ? '' : peer}:${localPort}:${remotePort}`;
}
