/** How a client performs its lines over UDP: datagrams are fire-and-forget; requests need state in the client. */
import type { ClusterEffect } from '../../cluster.ts';
import { SERVICE } from '../../cluster.ts';
import type { Outcome, RequestId } from '../../kernel/actor.ts';
import { readNumbered } from '../../protocols/numbered-message.ts';
import { SERVICE_PORT } from '../../protocols/ports.ts';
import type { Datagram } from '../../protocols/udp/datagram.ts';
import {
  request as askOnce,
  newRetryClient,
  type RetryClient,
  type RetryClientReaction,
  type RetrySettings,
  replyArrives,
  retryTimeout,
} from '../../protocols/udp/retry-client.ts';
import type { Conduct, Progress } from './scripted-client.ts';
import { EPHEMERAL_PORT } from './tcp-host.ts';

interface UdpClientState {
  retry: RetryClient;
  /** The script's request behind each number. */
  readonly requests: Map<number, RequestId>;
}

const COUNTER = 'request counter';

export function udpConduct(settings: RetrySettings): Conduct<UdpClientState> {
  return {
    start: () => ({ retry: newRetryClient(settings), requests: new Map() }),
    say(state, line, request) {
      switch (line.kind) {
        case 'open':
        case 'close':
          return { effects: [], outcome: 'sent' };
        case 'send':
          return { effects: [send(line.text, request)], outcome: 'sent' };
        case 'request':
          state.requests.set(state.retry.latest + 1, request);
          return follow(state, askOnce(state.retry, line.text));
        default:
          throw new Error(`Unknown line ${line satisfies never}`);
      }
    },
    hear(state, input) {
      if (input.kind === 'timer') {
        const number = numberIn(input.timer);
        return number === null ? nothing : follow(state, retryTimeout(state.retry, number));
      }
      if (input.kind === 'message' && input.message.body.kind === 'icmp-port-unreachable') {
        // A connected socket reports the refusal to the request that waits for a reply.
        const waits = state.retry.waiting.length > 0;
        return { effects: abandon(state), outcome: waits ? 'refused' : null };
      }
      if (input.kind !== 'message' || input.message.body.kind !== 'udp-datagram') return nothing;
      const message = readNumbered(input.message.body.data);
      return message === null ? nothing : follow(state, replyArrives(state.retry, message));
    },
    // A reply to it is late from now on.
    giveUp: abandon,
  };
}

function abandon(state: UdpClientState): readonly ClusterEffect[] {
  const before = state.retry;
  state.retry = { ...before, waiting: [] };
  const timers = before.waiting.map(
    ({ number }): ClusterEffect => ({ kind: 'cancel-timer', timer: `retry ${number}` }),
  );
  return [...timers, ...memoryChanges(before, state.retry)];
}

const nothing: Progress = { effects: [], outcome: null };

function follow(state: UdpClientState, { client, effects }: RetryClientReaction): Progress {
  const all: ClusterEffect[] = [...memoryChanges(state.retry, client)];
  let outcome: Outcome | null = null;
  state.retry = client;
  for (const effect of effects) {
    switch (effect.kind) {
      case 'send':
        all.push(send(effect.data, state.requests.get(effect.number) ?? null));
        break;
      case 'set-timer':
        all.push({ kind: 'set-timer', timer: `retry ${effect.number}`, delayUs: effect.delayUs });
        break;
      case 'cancel-timer':
        all.push({ kind: 'cancel-timer', timer: `retry ${effect.number}` });
        break;
      case 'answered':
        outcome = 'answered';
        break;
      case 'gave-up':
        outcome = 'timed-out';
        break;
      default:
        throw new Error(`Unknown effect ${effect satisfies never}`);
    }
  }
  return { effects: all, outcome };
}

/** The state that a client keeps to make UDP reliable. */
function memoryChanges(before: RetryClient, after: RetryClient): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  if (before.latest !== after.latest) {
    effects.push({
      kind: 'remember',
      key: COUNTER,
      item: { kind: 'udp-request-counter', latest: after.latest },
    });
  }
  for (const { number } of before.waiting) {
    if (!after.waiting.some((each) => each.number === number)) {
      effects.push({ kind: 'forget', key: `request ${number}` });
    }
  }
  for (const { number, text, attempts } of after.waiting) {
    if (before.waiting.some((each) => each.number === number && each.attempts === attempts)) continue;
    effects.push({
      kind: 'remember',
      key: `request ${number}`,
      item: { kind: 'udp-request', number, text, attempts },
    });
  }
  return effects;
}

function send(data: string, request: RequestId | null): ClusterEffect {
  const ports = { sourcePort: EPHEMERAL_PORT, destinationPort: SERVICE_PORT };
  const body: Datagram = { kind: 'udp-datagram', ...ports, data };
  return { kind: 'send', to: SERVICE, role: 'datagram', exchange: 0, body, request };
}

function numberIn(timer: string | number): number | null {
  const match = /^retry (\d+)$/.exec(String(timer));
  return match === null ? null : Number(match[1]);
}
