/**
 * How a client performs its lines over TCP. Messages end with a line feed, because a byte stream has no message
 * boundaries.
 */
import type { TransportLine } from '../../applications/transport-line.ts';
import { type ClusterContext, type ClusterEffect, type ClusterInput, SERVICE } from '../../cluster.ts';
import type { Outcome, RequestId } from '../../kernel/actor.ts';
import { readNumbered, writeNumbered } from '../../protocols/numbered-message.ts';
import { SERVICE_PORT } from '../../protocols/ports.ts';
import { linesIn } from './line-reader.ts';
import type { Conduct, Progress } from './scripted-client.ts';
import { type HostReaction, TcpHost, type TcpHostOptions, type TcpNotice } from './tcp-host.ts';

interface TcpClientState {
  readonly host: TcpHost;
  hasStarted: boolean;
  /** The script's connection; null before it's opened and after it's closed. */
  connection: string | null;
  /** Received part of an incomplete line. */
  partial: string;
  /** What the pending line waits for. */
  waitsFor: 'established' | 'acknowledged' | 'reply' | 'finished' | null;
  /** Number of requests sent. Replies carry the same numbers. */
  requests: number;
}

export function tcpConduct(options: TcpHostOptions): Conduct<TcpClientState> {
  return {
    start: () => ({
      host: new TcpHost(options),
      hasStarted: false,
      connection: null,
      partial: '',
      waitsFor: null,
      requests: 0,
    }),
    say(state, line, request, context) {
      if (!state.hasStarted) state.host.start(context);
      state.hasStarted = true;
      return say(state, line, request, context);
    },
    hear(state, input, context) {
      const reaction = reactionTo(state, input, context);
      return reaction === null ? { effects: [], outcome: null } : follow(state, reaction, context);
    },
    giveUp(state, request, context) {
      const { connection } = state;
      state.waitsFor = null;
      state.connection = null;
      return connection === null ? [] : state.host.abort(connection, request, context).effects;
    },
  };
}

function reactionTo({ host }: TcpClientState, input: ClusterInput, context: ClusterContext) {
  if (input.kind === 'timer') return host.expire(input.timer, context);
  if (input.kind !== 'message' || input.message.body.kind !== 'tcp-segment') return null;
  return host.arrive(input.message, input.message.body, context);
}

function say(
  state: TcpClientState,
  line: TransportLine,
  request: RequestId,
  context: ClusterContext,
): Progress {
  const { host, connection } = state;
  if (line.kind === 'open') {
    if (connection !== null) return { effects: [], outcome: 'answered' };
    const opened = host.open(SERVICE, SERVICE_PORT, request, context);
    state.connection = opened.connection;
    state.partial = '';
    state.waitsFor = 'established';
    return follow(state, opened, context);
  }
  // Without a connection nothing can be sent.
  if (connection === null) return { effects: [], outcome: 'refused' };
  switch (line.kind) {
    case 'send':
      state.waitsFor = 'acknowledged';
      return follow(state, host.send(connection, `${line.text}\n`, request, context), context);
    case 'request': {
      state.requests += 1;
      state.waitsFor = 'reply';
      const said = writeNumbered({ kind: 'request', number: state.requests, text: line.text });
      return follow(state, host.send(connection, `${said}\n`, request, context), context);
    }
    case 'close':
      state.waitsFor = 'finished';
      return follow(state, host.close(connection, request, context), context);
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}

/** Handles notices about the connection. The last outcome for the pending line wins. */
function follow(
  state: TcpClientState,
  { effects, notices }: HostReaction,
  context: ClusterContext,
): Progress {
  const all: ClusterEffect[] = [...effects];
  let outcome: Outcome | null = null;
  for (const notice of notices) {
    if (notice.connection !== state.connection) continue;
    outcome = take(state, notice, all, context) ?? outcome;
  }
  if (outcome !== null) state.waitsFor = null;
  return { effects: all, outcome };
}

/** @returns The pending line's outcome, or null if it stays pending. */
function take(
  state: TcpClientState,
  notice: TcpNotice,
  effects: ClusterEffect[],
  context: ClusterContext,
): Outcome | null {
  switch (notice.kind) {
    case 'signal':
      return heed(state, notice, effects, context);
    case 'delivered': {
      const { lines, partial } = linesIn(state.partial + notice.text);
      state.partial = partial;
      const numbers = lines.map(readNumbered).flatMap((each) => (each?.kind === 'reply' ? each.number : []));
      return state.waitsFor === 'reply' && numbers.includes(state.requests) ? 'answered' : null;
    }
    case 'acknowledged':
      return state.waitsFor === 'acknowledged' ? 'answered' : null;
    case 'finished': {
      const wasAwaited = state.waitsFor === 'finished';
      return end(state, wasAwaited ? 'answered' : 'failed');
    }
    case 'call-failed':
      return state.waitsFor === null ? null : 'refused';
    default:
      throw new Error(`Unknown notice ${notice satisfies never}`);
  }
}

function heed(
  state: TcpClientState,
  { connection, signal }: Extract<TcpNotice, { kind: 'signal' }>,
  effects: ClusterEffect[],
  context: ClusterContext,
): Outcome | null {
  switch (signal) {
    case 'established':
      return state.waitsFor === 'established' ? 'answered' : null;
    case 'peer-closed': {
      if (state.waitsFor === 'finished') return null;
      // The service has closed its side, so this client closes, too.
      const closing = state.host.close(connection, state.host.requestOf(connection), context);
      effects.push(...closing.effects);
      return null;
    }
    case 'refused':
      return end(state, 'refused');
    case 'reset':
      return end(state, 'failed');
    case 'timed-out':
      return end(state, 'timed-out');
    case 'closed':
      return null;
    default:
      throw new Error(`Unknown signal ${signal satisfies never}`);
  }
}

/** The connection is gone, and with it the response that the pending line waits for. */
function end(state: TcpClientState, outcome: Outcome): Outcome | null {
  state.connection = null;
  return state.waitsFor === null ? null : outcome;
}
