/**
 * A server whose clients use TCP. It parses HTTP from their connections, and writes responses to the same connections.
 * The inner server is unaware of TCP.
 */
import type { ClusterActor, ClusterEffect, ClusterMessage } from '../../cluster.ts';
import { serializeHttp } from '../../protocols/http.ts';
import { readRequest } from '../../protocols/http-reader.ts';
import { OverTcp, type OverTcpState } from './over-tcp.ts';
import { TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';
import { tcpSystem } from './tcp-system.ts';

export interface ServerOverTcpState<Inner> extends OverTcpState<Inner> {
  /** Incomplete requests received so far, by connection. */
  readonly received: Map<string, string>;
  /** Connections of pending requests, by message ID. */
  readonly asked: Map<number, string>;
  /** Connections whose client has closed its side. */
  readonly halfClosed: Set<string>;
  isLeaving: boolean;
}

export function httpServerOverTcp<Inner>(
  inner: ClusterActor<Inner>,
  options: TcpHostOptions,
): ClusterActor<ServerOverTcpState<Inner>> {
  return {
    system: tcpSystem(),
    start: () => ({
      host: new TcpHost(options),
      unread: [],
      inner: inner.start(),
      received: new Map(),
      asked: new Map(),
      halfClosed: new Set(),
      lastMessage: 0,
      isLeaving: false,
    }),
    react(state, input, context) {
      const wrapper = new ServerOverTcp(inner, state, context);
      const effects = wrapper.react(input);
      return state.isLeaving && state.host.isIdle ? [...effects, { kind: 'leave' }] : effects;
    },
  };
}

type Delivered = Extract<TcpNotice, { kind: 'delivered' }>;

/** One reaction of such a server. */
class ServerOverTcp<Inner> extends OverTcp<Inner, ServerOverTcpState<Inner>> {
  protected override carry(effect: ClusterEffect): readonly ClusterEffect[] {
    if (effect.kind === 'leave') return this.#leave();
    if (effect.kind !== 'reply' || effect.body.kind !== 'http-response') return [effect];
    const { host, asked } = this.state;
    const connection = asked.get(effect.to.id);
    // The client or its connection is gone.
    if (connection === undefined) return [];
    asked.delete(effect.to.id);
    const sent = host.send(connection, serializeHttp(effect.body), effect.to.request, this.context);
    return [...this.follow(sent), ...this.#closeIfDone(connection)];
  }

  protected override heed(notice: TcpNotice): readonly ClusterEffect[] {
    const { connection } = notice;
    const { received, halfClosed } = this.state;
    switch (notice.kind) {
      case 'delivered':
        received.set(connection, (received.get(connection) ?? '') + notice.text);
        return this.#readRequests(notice);
      case 'signal':
        if (notice.signal === 'established') return [];
        if (notice.signal !== 'peer-closed') return this.#forget(connection);
        halfClosed.add(connection);
        return this.#closeIfDone(connection);
      case 'acknowledged':
      case 'finished':
      case 'call-failed':
        return [];
      default:
        throw new Error(`Unknown notice ${notice satisfies never}`);
    }
  }

  #readRequests(notice: Delivered): readonly ClusterEffect[] {
    const { connection } = notice;
    const { host, received, asked } = this.state;
    const effects: ClusterEffect[] = [];
    for (;;) {
      const read = readRequest(received.get(connection) ?? '');
      if (read.kind === 'incomplete') return effects;
      if (read.kind === 'malformed') {
        const aborted = host.abort(connection, host.requestOf(connection), this.context);
        return [...effects, ...aborted.effects, ...this.#forget(connection)];
      }
      received.set(connection, read.rest);
      const message = this.#messageOf(notice, read.message);
      asked.set(message.id, connection);
      effects.push(...this.tell({ kind: 'message', message }));
    }
  }

  /** A request as the inner server expects it, with an ID that the kernel never uses. */
  #messageOf({ peer, request }: Delivered, body: ClusterMessage['body']): ClusterMessage {
    return {
      id: this.nextMessage(),
      from: peer,
      to: this.context.self,
      role: 'request',
      exchange: 0,
      request,
      body,
    };
  }

  #closeIfDone(connection: string): readonly ClusterEffect[] {
    const { asked, halfClosed } = this.state;
    if (!halfClosed.has(connection) || [...asked.values()].includes(connection)) return [];
    halfClosed.delete(connection);
    return this.close(connection);
  }

  #forget(connection: string): readonly ClusterEffect[] {
    const { received, asked, halfClosed } = this.state;
    received.delete(connection);
    halfClosed.delete(connection);
    for (const [id, its] of asked) if (its === connection) asked.delete(id);
    return [];
  }

  /** The inner server has finished: closes its connections, then leaves. */
  #leave(): readonly ClusterEffect[] {
    this.state.isLeaving = true;
    return this.state.host.openConnections.flatMap((connection) => this.close(connection));
  }
}
