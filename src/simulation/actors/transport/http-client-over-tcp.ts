/**
 * A client that sends HTTP requests over TCP to the service's address. Its connection persists between requests (RFC
 * 9112 §9.3). If it dies, the next request opens a new one; HTTP doesn't notice.
 */
import { type ClusterActor, type ClusterEffect, type ClusterMessage, SERVICE } from '../../cluster.ts';
import { type HttpRequest, serializeHttp } from '../../protocols/http.ts';
import { readResponse } from '../../protocols/http-reader.ts';
import { SERVICE_PORT } from '../../protocols/ports.ts';
import { OverTcp, type OverTcpState } from './over-tcp.ts';
import { TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';

export interface ClientOverTcpState<Inner> extends OverTcpState<Inner> {
  /** The persistent connection; null before the first request and after it died. */
  connection: string | null;
  received: string;
  /** The request that awaits its response. */
  asked: ClusterMessage | null;
}

export function httpClientOverTcp<Inner>(
  inner: ClusterActor<Inner>,
  options: TcpHostOptions,
): ClusterActor<ClientOverTcpState<Inner>> {
  return {
    start: () => ({
      host: new TcpHost(options),
      unread: [],
      inner: inner.start(),
      connection: null,
      received: '',
      asked: null,
      lastMessage: 0,
    }),
    react: (state, input, context) => new ClientOverTcp(inner, state, context).react(input),
  };
}

/** One reaction of such a client. */
class ClientOverTcp<Inner> extends OverTcp<Inner, ClientOverTcpState<Inner>> {
  protected override carry(effect: ClusterEffect): readonly ClusterEffect[] {
    const asks = effect.kind === 'send' && effect.body.kind === 'http-request';
    return asks ? this.#ask(effect, effect.body) : [effect];
  }

  #ask(effect: Extract<ClusterEffect, { kind: 'send' }>, body: HttpRequest): readonly ClusterEffect[] {
    const state = this.state;
    const request = effect.request ?? null;
    const effects: ClusterEffect[] = [];
    // On a timeout, abort the connection: otherwise the late response would be read as the next request's.
    if (state.asked !== null) effects.push(...this.#abandon());
    state.asked = {
      id: this.nextMessage(),
      from: this.context.self,
      to: SERVICE,
      role: 'request',
      exchange: effect.exchange,
      request,
      body,
    };
    if (state.connection === null) {
      const opened = state.host.open(SERVICE, SERVICE_PORT, request, this.context);
      state.connection = opened.connection;
      state.received = '';
      effects.push(...opened.effects);
    }
    const sent = state.host.send(state.connection, serializeHttp(body), request, this.context);
    return [...effects, ...this.follow(sent)];
  }

  #abandon(): readonly ClusterEffect[] {
    const { host, connection, asked } = this.state;
    this.state.connection = null;
    this.state.asked = null;
    return connection === null ? [] : host.abort(connection, asked?.request ?? null, this.context).effects;
  }

  protected override heed(notice: TcpNotice): readonly ClusterEffect[] {
    const state = this.state;
    if (notice.connection !== state.connection) return [];
    switch (notice.kind) {
      case 'delivered':
        state.received += notice.text;
        return this.#readResponses();
      case 'signal':
        return this.#heedSignal(notice);
      case 'acknowledged':
      case 'finished':
      case 'call-failed':
        return [];
      default:
        throw new Error(`Unknown notice ${notice satisfies never}`);
    }
  }

  #heedSignal({ connection, signal }: Extract<TcpNotice, { kind: 'signal' }>): readonly ClusterEffect[] {
    switch (signal) {
      case 'established':
        return [];
      case 'peer-closed':
        return [...this.close(connection), ...this.#lose('reset')];
      case 'refused':
        return this.#lose('refused');
      case 'closed':
      case 'reset':
      case 'timed-out':
        return this.#lose('reset');
      default:
        throw new Error(`Unknown signal ${signal satisfies never}`);
    }
  }

  /** The connection is gone. A pending request gets no response. */
  #lose(kind: 'refused' | 'reset'): readonly ClusterEffect[] {
    const state = this.state;
    const { asked } = state;
    state.connection = null;
    state.asked = null;
    return asked === null ? [] : this.tell({ kind, message: asked });
  }

  #readResponses(): readonly ClusterEffect[] {
    const state = this.state;
    const read = readResponse(state.received);
    if (read.kind === 'incomplete') return [];
    const { asked } = state;
    // An unsolicited or malformed response makes the connection unusable.
    if (read.kind === 'malformed' || asked === null) {
      const aborted = this.#abandon();
      return asked === null ? aborted : [...aborted, ...this.tell({ kind: 'reset', message: asked })];
    }
    state.received = read.rest;
    state.asked = null;
    const { exchange, request } = asked;
    const reply: ClusterMessage = {
      id: this.nextMessage(),
      from: SERVICE,
      to: this.context.self,
      role: 'reply',
      exchange,
      request,
      body: read.message,
    };
    return this.tell({ kind: 'message', message: reply });
  }
}
