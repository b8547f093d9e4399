/** Dates of responses (RFC 9110 §6.6.1), against the platform's own calendar. */
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { ServerClocks } from './server-clocks.ts';

/** 2 March 2026, 00:00 UTC, when every run begins. */
const BEGIN_S = Date.UTC(2026, 2, 2) / 1_000;

/**
 * A server's response has the second in which the server sent it, by the server's clock. Over TCP, the response can wait for its connection,
 * so the date lies between the request's arrival and the response's first transmission.
 */
export function dates(report: Report, { connections }: ClusterScenario): Checker {
  const clocks = new ServerClocks();
  /** By the server's clock then, which can be set in the meantime. */
  const arrivedAtUs = new Map<string, number>();
  return {
    see: (event) => clocks.see(event),
    http({ kind, server, exchange, atUs: trueUs, message }) {
      if (server === null) return;
      const atUs = trueUs + clocks.offsetOf(server);
      if (kind === 'request-arrived') arrivedAtUs.set(exchange, atUs);
      if (kind !== 'response-sent') return;
      const found = message.headers
        .filter(([name]) => name.toLowerCase() === 'date')
        .map(([, value]) => value);
      const since = connections === 'tcp' ? secondOf(arrivedAtUs.get(exchange) ?? 0) : secondOf(atUs);
      const [earliest, latest] = [Math.min(since, secondOf(atUs)), Math.max(since, secondOf(atUs))];
      const [date = ''] = found;
      const second = Date.parse(date) / 1_000;
      const isFixdate = date === new Date(second * 1_000).toUTCString();
      if (found.length !== 1 || !isFixdate || second < earliest || second > latest) {
        report(
          `${server} dates a response "${found.join('", "')}" at ${new Date(latest * 1_000).toUTCString()}`,
        );
      }
    },
  };
}

function secondOf(timeUs: number): number {
  return BEGIN_S + Math.floor(timeUs / 1_000_000);
}
