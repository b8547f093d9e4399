/** A service over TCP: it listens, stores the text received on each connection, and answers requests. */
import { answerTo } from '../../applications/transport-line.ts';
import type { ClusterActor, ClusterContext, ClusterEffect, ClusterInput } from '../../cluster.ts';
import type { RequestId } from '../../kernel/actor.ts';
import { type NumberedMessage, readNumbered, writeNumbered } from '../../protocols/numbered-message.ts';
import { linesIn } from './line-reader.ts';
import { type HostReaction, TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';
import { hostReaction, type TcpSystemState, tcpSystem } from './tcp-system.ts';

export interface TcpServerOptions {
  readonly tcp: TcpHostOptions;
  /** From a request to its response. */
  readonly serviceUs: number;
}

export interface TcpServerState extends TcpSystemState {
  /** The application's state per connection. */
  readonly streams: Map<string, Stream>;
  /** Requests in progress, by timer number. */
  readonly jobs: Map<number, Job>;
  lastJob: number;
  isDraining: boolean;
}

interface Stream {
  /** All text received on this connection. */
  text: string;
  partial: string;
  /** The client's latest request that arrived on this connection. */
  arrived: RequestId | null;
  peerHasClosed: boolean;
}

interface Job {
  readonly connection: string;
  readonly request: RequestId | null;
  readonly message: NumberedMessage;
}

export function tcpServer(options: TcpServerOptions): ClusterActor<TcpServerState> {
  return {
    system: tcpSystem(),
    start: () => ({
      host: new TcpHost(options.tcp),
      unread: [],
      streams: new Map(),
      jobs: new Map(),
      lastJob: 0,
      isDraining: false,
    }),
    react(state, input, context) {
      const effects = [...handle(state, input, options, context)];
      if (input.kind === 'draining' && input.node === context.self) state.isDraining = true;
      if (state.isDraining && state.host.isIdle) effects.push({ kind: 'leave' });
      return effects;
    },
  };
}

function handle(
  state: TcpServerState,
  input: ClusterInput,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (input.kind) {
    case 'started':
      return state.host.start(context);
    case 'message': {
      const reaction = hostReaction(state, input, context);
      return reaction === null ? [] : follow(state, reaction, options, context);
    }
    case 'timer': {
      if (typeof input.timer === 'number') return finishJob(state, input.timer, options, context);
      const reaction = hostReaction(state, input, context);
      return reaction === null ? [] : follow(state, reaction, options, context);
    }
    case 'refused':
    case 'reset':
    case 'node-command':
    case 'joined':
    case 'draining':
    case 'left':
      return [];
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

function follow(
  state: TcpServerState,
  { effects, notices }: HostReaction,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  return [...effects, ...notices.flatMap((notice) => take(state, notice, options, context))];
}

function take(
  state: TcpServerState,
  notice: TcpNotice,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { connection } = notice;
  switch (notice.kind) {
    case 'signal':
      return heed(state, notice, options, context);
    case 'delivered':
      return [...reachArrived(state, connection), ...read(state, connection, notice.text, options)];
    case 'acknowledged':
    case 'finished':
    case 'call-failed':
      return [];
    default:
      throw new Error(`Unknown notice ${notice satisfies never}`);
  }
}

function heed(
  state: TcpServerState,
  { connection, signal }: Extract<TcpNotice, { kind: 'signal' }>,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (signal) {
    case 'established':
      state.streams.set(connection, { text: '', partial: '', arrived: null, peerHasClosed: false });
      return reachArrived(state, connection);
    case 'peer-closed': {
      const stream = state.streams.get(connection);
      if (stream !== undefined) stream.peerHasClosed = true;
      return [...reachArrived(state, connection), ...closeIfDone(state, connection, options, context)];
    }
    case 'closed':
    case 'refused':
    case 'reset':
    case 'timed-out':
      return forget(state, connection);
    default:
      throw new Error(`Unknown signal ${signal satisfies never}`);
  }
}

function reachArrived({ host, streams }: TcpServerState, connection: string): readonly ClusterEffect[] {
  const stream = streams.get(connection);
  const request = host.requestOf(connection);
  if (stream === undefined || request === null || stream.arrived === request) return [];
  stream.arrived = request;
  return [{ kind: 'reach', request, milestone: 'arrived' }];
}

/** Stores the received text, and starts work on lines that need a response. */
function read(
  state: TcpServerState,
  connection: string,
  text: string,
  { serviceUs }: TcpServerOptions,
): readonly ClusterEffect[] {
  const stream = state.streams.get(connection);
  const peer = state.host.peerOf(connection);
  if (stream === undefined || peer === null) return [];
  stream.text += text;
  const { lines, partial } = linesIn(stream.partial + text);
  stream.partial = partial;
  const key = `stream ${connection}`;
  const effects: ClusterEffect[] = [
    { kind: 'remember', key, item: { kind: 'tcp-stream', peer, text: stream.text } },
  ];
  for (const line of lines) {
    const message = readNumbered(line);
    if (message?.kind !== 'request') continue;
    state.lastJob += 1;
    state.jobs.set(state.lastJob, { connection, request: state.host.requestOf(connection), message });
    effects.push({ kind: 'set-timer', timer: state.lastJob, delayUs: serviceUs });
  }
  return effects;
}

function finishJob(
  state: TcpServerState,
  number: number,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const job = state.jobs.get(number);
  if (job === undefined) return [];
  state.jobs.delete(number);
  const { connection, request, message } = job;
  const reply = writeNumbered({ kind: 'reply', number: message.number, text: answerTo(message.text) });
  const sent = state.host.send(connection, `${reply}\n`, request, context);
  return [...follow(state, sent, options, context), ...closeIfDone(state, connection, options, context)];
}

/** After the client has closed its side: sends pending responses, then closes this side. */
function closeIfDone(
  state: TcpServerState,
  connection: string,
  options: TcpServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const hasJobs = [...state.jobs.values()].some((job) => job.connection === connection);
  if (hasJobs || state.streams.get(connection)?.peerHasClosed !== true) return [];
  const closing = state.host.close(connection, state.host.requestOf(connection), context);
  return follow(state, closing, options, context);
}

function forget(state: TcpServerState, connection: string): readonly ClusterEffect[] {
  state.streams.delete(connection);
  for (const [number, job] of state.jobs) if (job.connection === connection) state.jobs.delete(number);
  return [{ kind: 'forget', key: `stream ${connection}` }];
}
