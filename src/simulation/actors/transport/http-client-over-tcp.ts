/**
 * A client that sends HTTP requests over TCP to the service's address. Its connections persist between requests (RFC
 * 9112 §9.3). Requests in flight at the same time have one each. If one dies, the next request opens a new one; HTTP
 * doesn't notice.
 */
import { type ClusterActor, type ClusterEffect, type ClusterMessage, SERVICE } from '../../cluster.ts';
import type { RequestId } from '../../kernel/actor.ts';
import { type HttpRequest, serializeHttp } from '../../protocols/http.ts';
import { readResponse } from '../../protocols/http-reader.ts';
import { SERVICE_PORT } from '../../protocols/ports.ts';
import { OverTcp, type OverTcpState } from './over-tcp.ts';
import { TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';

export interface ClientOverTcpState<Inner> extends OverTcpState<Inner> {
  /** One for each request in flight, and idle ones to be used again. */
  readonly channels: Channel[];
}

/** A persistent connection, which carries one request at a time. */
interface Channel {
  readonly connection: string;
  received: string;
  /** The request that awaits its response. */
  asked: ClusterMessage | null;
  /** The client no longer waits for the response. */
  isGivenUp: boolean;
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
      channels: [],
      lastMessage: 0,
    }),
    react: (state, input, context) => new ClientOverTcp(inner, state, context).react(input),
  };
}

/** One reaction of such a client. */
class ClientOverTcp<Inner> extends OverTcp<Inner, ClientOverTcpState<Inner>> {
  protected override carry(effect: ClusterEffect): readonly ClusterEffect[] {
    if (effect.kind === 'settle') this.#giveUp(effect.request);
    const asks = effect.kind === 'send' && effect.body.kind === 'http-request';
    return asks ? this.#ask(effect, effect.body) : [effect];
  }

  /** A request that is settled, or sent again, doesn't await the earlier response any longer. */
  #giveUp(request: RequestId | null): void {
    for (const channel of this.state.channels) {
      if (channel.asked !== null && channel.asked.request === request) channel.isGivenUp = true;
    }
  }

  #ask(effect: Extract<ClusterEffect, { kind: 'send' }>, body: HttpRequest): readonly ClusterEffect[] {
    const { host, channels } = this.state;
    const request = effect.request ?? null;
    this.#giveUp(request);
    // Abort their connections: otherwise a late response would be read as the next request's.
    const effects = channels.filter(({ isGivenUp }) => isGivenUp).flatMap((each) => this.#abandon(each));
    const asked: ClusterMessage = {
      id: this.nextMessage(),
      from: this.context.self,
      to: SERVICE,
      role: 'request',
      exchange: effect.exchange,
      request,
      body,
    };
    let channel = channels.find((each) => each.asked === null);
    if (channel === undefined) {
      const opened = host.open(SERVICE, SERVICE_PORT, request, this.context);
      channel = { connection: opened.connection, received: '', asked, isGivenUp: false };
      channels.push(channel);
      effects.push(...opened.effects);
    } else channel.asked = asked;
    const sent = host.send(channel.connection, serializeHttp(body), request, this.context);
    return [...effects, ...this.follow(sent)];
  }

  #abandon(channel: Channel): readonly ClusterEffect[] {
    this.#forget(channel);
    const { connection, asked } = channel;
    return this.state.host.abort(connection, asked?.request ?? null, this.context).effects;
  }

  #forget(channel: Channel): void {
    const { channels } = this.state;
    channels.splice(channels.indexOf(channel), 1);
  }

  protected override heed(notice: TcpNotice): readonly ClusterEffect[] {
    const channel = this.state.channels.find(({ connection }) => connection === notice.connection);
    if (channel === undefined) return [];
    switch (notice.kind) {
      case 'delivered':
        channel.received += notice.text;
        return this.#readResponse(channel);
      case 'signal':
        return this.#heedSignal(channel, notice);
      case 'acknowledged':
      case 'finished':
      case 'call-failed':
        return [];
      default:
        throw new Error(`Unknown notice ${notice satisfies never}`);
    }
  }

  #heedSignal(
    channel: Channel,
    { connection, signal }: Extract<TcpNotice, { kind: 'signal' }>,
  ): readonly ClusterEffect[] {
    switch (signal) {
      case 'established':
        return [];
      case 'peer-closed':
        return [...this.close(connection), ...this.#lose(channel, 'reset')];
      case 'refused':
        return this.#lose(channel, 'refused');
      case 'closed':
      case 'reset':
      case 'timed-out':
        return this.#lose(channel, 'reset');
      default:
        throw new Error(`Unknown signal ${signal satisfies never}`);
    }
  }

  /** The connection is gone. A pending request gets no response. */
  #lose(channel: Channel, kind: 'refused' | 'reset'): readonly ClusterEffect[] {
    // Closing it can have lost it already.
    if (!this.state.channels.includes(channel)) return [];
    this.#forget(channel);
    const { asked } = channel;
    return asked === null ? [] : this.tell({ kind, message: asked });
  }

  #readResponse(channel: Channel): readonly ClusterEffect[] {
    const read = readResponse(channel.received);
    if (read.kind === 'incomplete') return [];
    const { asked } = channel;
    // An unsolicited or malformed response makes the connection unusable.
    if (read.kind === 'malformed' || asked === null) {
      const aborted = this.#abandon(channel);
      return asked === null ? aborted : [...aborted, ...this.tell({ kind: 'reset', message: asked })];
    }
    channel.received = read.rest;
    channel.asked = null;
    channel.isGivenUp = false;
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
