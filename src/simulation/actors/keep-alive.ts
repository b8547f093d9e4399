/**
 * Persistent connections between load balancer and servers (RFC 9112 §9.3). A server closes one that has been idle for
 * too long. The load balancer can have sent a request over it by then: the two cross, and the request is answered with a
 * reset. The server hasn't seen the request, but the load balancer can't know that (RFC 9112 §9.3.1).
 */
import { type ClusterActor, type ClusterEffect, type ClusterInput, LOAD_BALANCER } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';

/** The load balancer's connections. */
export interface ConnectionPool {
  /** Idle ones by server, the one used last at the end. */
  readonly idle: Map<NodeId, number[]>;
  /** The connection of each exchange in flight. */
  readonly used: Map<number, number>;
  last: number;
}

/** @param nowUs Makes the numbers differ from those of the load balancer's earlier lives. */
export function newPool(nowUs: number): ConnectionPool {
  return { idle: new Map(), used: new Map(), last: nowUs };
}

/** The connection that was used last, which is the least likely to be closed, or a new one. */
export function takeConnection(pool: ConnectionPool, server: NodeId, exchange: number): number {
  let connection = pool.idle.get(server)?.pop();
  if (connection === undefined) {
    pool.last += 1;
    connection = pool.last;
  }
  pool.used.set(exchange, connection);
  return connection;
}

/** @param isAlive Whether the exchange ended with a response. After a reset or a timeout, the connection is gone. */
export function returnConnection(
  { idle, used }: ConnectionPool,
  server: NodeId,
  exchange: number,
  isAlive: boolean,
): void {
  const connection = used.get(exchange);
  used.delete(exchange);
  if (connection === undefined || !isAlive) return;
  const ofServer = idle.get(server);
  if (ofServer === undefined) idle.set(server, [connection]);
  else ofServer.push(connection);
}

/** The server has closed an idle connection. One with a request on its way is reset, which follows. */
export function forgetConnection({ idle }: ConnectionPool, server: NodeId, connection: number): void {
  const ofServer = idle.get(server) ?? [];
  const index = ofServer.indexOf(connection);
  if (index >= 0) ofServer.splice(index, 1);
}

const IDLE = 'idle ';

interface KeepAliveState<Inner> {
  readonly inner: Inner;
  /** Connections that this server has closed. */
  readonly closed: Set<number>;
  /** Connections of requests in progress, by message ID. */
  readonly busy: Map<number, number>;
}

/** A server that closes idle connections. */
export function closingIdle<Inner>(
  inner: ClusterActor<Inner>,
  idleUs: number,
): ClusterActor<KeepAliveState<Inner>> {
  return {
    start: () => ({ inner: inner.start(), closed: new Set(), busy: new Map() }),
    react(state, input, context) {
      const idle = idleConnection(input);
      if (idle !== null) {
        state.closed.add(idle);
        const body = { kind: 'connection-close', connection: idle } as const;
        return [{ kind: 'send', to: LOAD_BALANCER, role: 'one-way', exchange: idle, body }];
      }
      const begun: ClusterEffect[] = [];
      if (input.kind === 'message' && input.message.body.kind === 'http-request') {
        const { connection } = input.message.body;
        if (connection !== undefined && state.closed.has(connection)) {
          return [{ kind: 'hang-up', to: input.message }];
        }
        if (connection !== undefined) {
          state.busy.set(input.message.id, connection);
          begun.push({ kind: 'cancel-timer', timer: `${IDLE}${connection}` });
        }
      }
      const effects = inner.react(state.inner, input, context);
      // Right after each response, because a server that leaves stops with its last effect.
      return [...begun, ...effects.flatMap((effect) => [effect, ...whenAnswered(state, effect, idleUs)])];
    },
  };
}

function idleConnection(input: ClusterInput): number | null {
  const isIdle = input.kind === 'timer' && typeof input.timer === 'string' && input.timer.startsWith(IDLE);
  return isIdle ? Number(String(input.timer).slice(IDLE.length)) : null;
}

/** From its response on, the connection is idle. */
function whenAnswered<Inner>(
  { busy }: KeepAliveState<Inner>,
  effect: ClusterEffect,
  idleUs: number,
): ClusterEffect[] {
  if (effect.kind !== 'reply') return [];
  const connection = busy.get(effect.to.id);
  if (connection === undefined) return [];
  busy.delete(effect.to.id);
  return [{ kind: 'set-timer', timer: `${IDLE}${connection}`, delayUs: idleUs, background: true }];
}
