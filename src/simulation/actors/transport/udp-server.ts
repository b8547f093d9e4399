/** A service over UDP. There are no connections, so it remembers about clients only what it chooses to. */
import { answerTo } from '../../applications/transport-line.ts';
import type { ClusterActor, ClusterEffect, ClusterMessage } from '../../cluster.ts';
import { type NumberedMessage, readNumbered } from '../../protocols/numbered-message.ts';
import type { Datagram } from '../../protocols/udp/datagram.ts';
import { portUnreachable } from '../../protocols/udp/port-unreachable.ts';
import {
  newRetryServer,
  type RetryServer,
  type RetryServerReaction,
  requestArrives,
  requestDone,
  type Semantics,
} from '../../protocols/udp/retry-server.ts';

export interface UdpServerOptions {
  readonly semantics: Semantics;
  /** From a request to its response. */
  readonly serviceUs: number;
}

export interface UdpServerState {
  retry: RetryServer;
  readonly jobs: Map<number, Job>;
  lastJob: number;
  isDraining: boolean;
}

/** A request in progress. */
interface Job {
  readonly datagram: Datagram;
  readonly from: ClusterMessage;
  readonly message: NumberedMessage;
}

export function udpServer(options: UdpServerOptions): ClusterActor<UdpServerState> {
  return {
    system,
    start: () => ({
      retry: newRetryServer(options.semantics),
      jobs: new Map(),
      lastJob: 0,
      isDraining: false,
    }),
    react(state, input, context) {
      const effects: ClusterEffect[] = [];
      if (input.kind === 'message' && input.message.body.kind === 'udp-datagram') {
        effects.push(...arrive(state, input.message, input.message.body, options));
      }
      if (input.kind === 'timer' && typeof input.timer === 'number') {
        effects.push(...finish(state, input.timer));
      }
      if (input.kind === 'draining' && input.node === context.self) state.isDraining = true;
      if (state.isDraining && state.jobs.size === 0) effects.push({ kind: 'leave' });
      return effects;
    },
  };
}

/** Datagrams wait in the socket's buffer. Nothing listens after the process died (RFC 1122 §4.1.3.1). */
const system: NonNullable<ClusterActor<UdpServerState>['system']> = {
  whileFrozen: () => null,
  die: () => [],
  afterDeath(_, { from, request, body }) {
    if (body.kind !== 'udp-datagram') return [];
    return [{ kind: 'send', to: from, role: 'datagram', exchange: 0, body: portUnreachable(body), request }];
  },
};

function arrive(
  state: UdpServerState,
  from: ClusterMessage,
  datagram: Datagram,
  { serviceUs }: UdpServerOptions,
): readonly ClusterEffect[] {
  const { request } = from;
  const arrived: ClusterEffect[] = request === null ? [] : [{ kind: 'reach', request, milestone: 'arrived' }];
  const message = readNumbered(datagram.data);
  if (message === null) return arrived;
  const client = clientOf(from, datagram);
  const reaction = requestArrives(state.retry, client, message);
  const effects = keep(state, client, reaction);
  switch (reaction.effect.kind) {
    case 'act':
      state.lastJob += 1;
      state.jobs.set(state.lastJob, { datagram, from, message });
      effects.push({ kind: 'set-timer', timer: state.lastJob, delayUs: serviceUs });
      // A request counts as arrived each time it's executed: at most once, or at least once.
      return [...arrived, ...effects];
    case 'send':
      return [...effects, answer(from, datagram, reaction.effect.data)];
    case 'ignore':
      return effects;
    default:
      throw new Error(`Unknown effect ${reaction.effect satisfies never}`);
  }
}

function finish(state: UdpServerState, number: number): readonly ClusterEffect[] {
  const job = state.jobs.get(number);
  if (job === undefined) return [];
  state.jobs.delete(number);
  const { datagram, from, message } = job;
  const client = clientOf(from, datagram);
  const reaction = requestDone(state.retry, client, message.number, answerTo(message.text));
  const effects = keep(state, client, reaction);
  if (reaction.effect.kind === 'send') effects.push(answer(from, datagram, reaction.effect.data));
  return effects;
}

/** Updates what the server remembers of this client. */
function keep(state: UdpServerState, client: string, { server }: RetryServerReaction): ClusterEffect[] {
  const before = state.retry.latest.get(client);
  state.retry = server;
  const latest = server.latest.get(client);
  if (latest === undefined || latest === before) return [];
  return [{ kind: 'remember', key: `latest ${client}`, item: { kind: 'udp-latest', client, ...latest } }];
}

function clientOf({ from }: ClusterMessage, { sourcePort }: Datagram): string {
  return `${from}:${sourcePort}`;
}

function answer({ from, request }: ClusterMessage, datagram: Datagram, data: string): ClusterEffect {
  const ports = { sourcePort: datagram.destinationPort, destinationPort: datagram.sourcePort };
  const body: Datagram = { kind: 'udp-datagram', ...ports, data };
  return { kind: 'send', to: from, role: 'datagram', exchange: 0, body, request };
}
