/** Runs of transport scenarios in an arrow language, one line per visible event. */
import type { ClusterEvent, ClusterMessage, Command } from '../../src/simulation/cluster.ts';
import { record } from '../../src/simulation/simulate.ts';
import type { TransportScenario } from '../../src/simulation/transport-scenario.ts';
import { inFigure } from './tcp-peer.ts';

export interface TransportRun {
  readonly events: readonly ClusterEvent[];
  /** Arrivals, losses, settlements, and state changes of connections. */
  readonly lines: readonly string[];
}

export function runTransport(scenario: TransportScenario, commands: readonly Command[] = []): TransportRun {
  const events = record(scenario, commands);
  return { events, lines: transportLinesOf(events) };
}

export function transportLinesOf(events: readonly ClusterEvent[]): readonly string[] {
  const states = new Map<string, string>();
  return events.flatMap((event) => lineOf(event, states));
}

function lineOf(event: ClusterEvent, states: Map<string, string>): string[] {
  switch (event.kind) {
    case 'message-delivered':
      return [arrow(event.message, '->')];
    case 'message-lost':
      return [`${arrow(event.message, '-x')} (${event.why})`];
    case 'message-duplicated':
      return [`${arrow(event.message, '=>')} (twice)`];
    case 'remembered': {
      const { item, node, key } = event;
      if (item.kind !== 'tcp-connection') return [];
      const { state } = item.connection;
      if (states.get(`${node} ${key}`) === state) return [];
      states.set(`${node} ${key}`, state);
      return [`${node} ${state}`];
    }
    case 'forgot':
      return states.delete(`${event.node} ${event.key}`) ? [`${event.node} CLOSED`] : [];
    case 'request-settled':
      return [`${event.request} ${event.outcome}`];
    case 'node-crashed':
    case 'node-started':
      return event.atUs === 0
        ? []
        : [`${event.node} ${event.kind === 'node-crashed' ? 'crashes' : 'starts'}`];
    default:
      return [];
  }
}

/** `client -> server-1 <SEQ=100><CTL=SYN>`, or a datagram's data. */
function arrow({ from, to, body }: ClusterMessage, shaft: string): string {
  const what =
    body.kind === 'tcp-segment' ? inFigure(body) : body.kind === 'udp-datagram' ? body.data : body.kind;
  return `${from} ${shaft} ${to} ${what}`;
}
