/**
 * A client that carries its HTTP requests over TCP, to the service's address. It keeps its connection open between
 * requests (RFC 9112 §9.3). When that has died, the next request goes over a new one, and it is all the same to HTTP.
 */
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  SERVICE,
} from '../../cluster.ts';
import { type HttpRequest, serializeHttp } from '../../protocol/http.ts';
import { readResponse } from '../../protocol/http-reader.ts';
import { SERVICE_PORT } from '../../protocol/ports.ts';
import { type HostReaction, TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';

export interface ClientOverTcpState<State> {
  readonly host: TcpHost;
  readonly inner: State;
  /** The connection that is kept; null before the first request, and when it has died. */
  connection: string | null;
  received: string;
  /** The request that waits for its response. */
  asked: ClusterMessage | null;
  lastMessage: number;
}

export function httpClientOverTcp<State>(
  inner: ClusterActor<State>,
  options: TcpHostOptions,
): ClusterActor<ClientOverTcpState<State>> {
  return {
    start: () => ({
      host: new TcpHost(options),
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
class ClientOverTcp<State> {
  readonly #inner: ClusterActor<State>;
  readonly #state: ClientOverTcpState<State>;
  readonly #context: ClusterContext;

  constructor(inner: ClusterActor<State>, state: ClientOverTcpState<State>, context: ClusterContext) {
    this.#inner = inner;
    this.#state = state;
    this.#context = context;
  }

  react(input: ClusterInput): readonly ClusterEffect[] {
    const { host } = this.#state;
    if (input.kind === 'started') return [...host.start(this.#context), ...this.#tell(input)];
    if (input.kind === 'message' && input.message.body.kind === 'tcp-segment') {
      return this.#follow(host.arrive(input.message, input.message.body, this.#context));
    }
    const expired = input.kind === 'timer' ? host.expire(input.timer, this.#context) : null;
    return expired === null ? this.#tell(input) : this.#follow(expired);
  }

  /** The client within reacts, and what it asks goes over the connection. */
  #tell(input: ClusterInput): readonly ClusterEffect[] {
    return this.#inner
      .react(this.#state.inner, input, this.#context)
      .flatMap((effect) =>
        effect.kind === 'send' && effect.body.kind === 'http-request'
          ? this.#ask(effect, effect.body)
          : [effect],
      );
  }

  #ask(effect: Extract<ClusterEffect, { kind: 'send' }>, body: HttpRequest): readonly ClusterEffect[] {
    const state = this.#state;
    const request = effect.request ?? null;
    const effects: ClusterEffect[] = [];
    // Whoever gives up on a response gives up the connection, for it would come before that to the next request.
    if (state.asked !== null) effects.push(...this.#abandon());
    state.lastMessage -= 1;
    state.asked = {
      id: state.lastMessage,
      from: this.#context.self,
      to: SERVICE,
      role: 'request',
      exchange: effect.exchange,
      request,
      body,
    };
    if (state.connection === null) {
      const opened = state.host.open(SERVICE, SERVICE_PORT, request, this.#context);
      state.connection = opened.connection;
      state.received = '';
      effects.push(...opened.effects);
    }
    const sent = state.host.send(state.connection, serializeHttp(body), request, this.#context);
    return [...effects, ...this.#follow(sent)];
  }

  #abandon(): readonly ClusterEffect[] {
    const { host, connection, asked } = this.#state;
    this.#state.connection = null;
    this.#state.asked = null;
    return connection === null ? [] : host.abort(connection, asked?.request ?? null, this.#context).effects;
  }

  #follow({ effects, notices }: HostReaction): readonly ClusterEffect[] {
    return [...effects, ...notices.flatMap((notice) => this.#heed(notice))];
  }

  #heed(notice: TcpNotice): readonly ClusterEffect[] {
    const state = this.#state;
    if (notice.connection !== state.connection) return [];
    switch (notice.kind) {
      case 'delivered':
        state.received += notice.text;
        return this.#readResponses();
      case 'told':
        return this.#heedSignal(notice);
      case 'acknowledged':
      case 'finished':
      case 'call-failed':
        return [];
      default:
        throw new Error(`Unknown notice ${notice satisfies never}`);
    }
  }

  #heedSignal({ connection, signal }: Extract<TcpNotice, { kind: 'told' }>): readonly ClusterEffect[] {
    const { host } = this.#state;
    switch (signal) {
      case 'established':
        return [];
      case 'peer-closed': {
        const closed = host.close(connection, host.requestOf(connection), this.#context);
        return [...closed.effects, ...this.#lose('reset')];
      }
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

  /** The connection is no more; whoever waits for a response on it will get none. */
  #lose(kind: 'refused' | 'reset'): readonly ClusterEffect[] {
    const state = this.#state;
    const { asked } = state;
    state.connection = null;
    state.asked = null;
    return asked === null ? [] : this.#tell({ kind, message: asked });
  }

  #readResponses(): readonly ClusterEffect[] {
    const state = this.#state;
    const read = readResponse(state.received);
    if (read.kind === 'incomplete') return [];
    const { asked } = state;
    // What nobody asked for, or cannot be read, makes the connection worthless.
    if (read.kind === 'malformed' || asked === null) {
      const aborted = this.#abandon();
      return asked === null ? aborted : [...aborted, ...this.#tell({ kind: 'reset', message: asked })];
    }
    state.received = read.rest;
    state.asked = null;
    const { exchange, request } = asked;
    state.lastMessage -= 1;
    const reply: ClusterMessage = {
      id: state.lastMessage,
      from: SERVICE,
      to: this.#context.self,
      role: 'reply',
      exchange,
      request,
      body: read.message,
    };
    return this.#tell({ kind: 'message', message: reply });
  }
}
