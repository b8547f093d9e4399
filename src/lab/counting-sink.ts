/** Counts what a run's statistics leave out: sessions, repeated questions and charges. */
import { type ClusterEvent, type ClusterSink, isClient } from '../simulation/cluster.ts';
import { isSessionKey } from '../simulation/session.ts';
import { StatisticsSink } from '../simulation/statistics/statistics-sink.ts';
import { isLoginKey } from '../simulation/store-keys.ts';
import { RequestLog } from '../trace/request-log.ts';
import type { Counted } from './measures.ts';

export class CountingSink implements ClusterSink {
  readonly #statistics = new StatisticsSink();
  readonly #log = new RequestLog();
  readonly #sessions = new Set<string>();
  readonly #paid = new Set<string>();
  #askedAgain = 0;
  #charges = 0;

  report(event: ClusterEvent): void {
    this.#statistics.report(event);
    switch (event.kind) {
      case 'message-sent': {
        const { from, request, body } = event.message;
        if (!isClient(from)) return;
        this.#log.ask(event.message);
        if (request !== null && body.kind === 'http-request' && body.target === '/pay')
          this.#paid.add(request);
        return;
      }
      case 'message-delivered':
        if (isClient(event.message.to) && this.#log.hear(event.message)?.verdict === 'asked-again') {
          this.#askedAgain += 1;
        }
        return;
      case 'remembered':
        this.#remember(event);
        return;
      default:
        return;
    }
  }

  counted(): Counted {
    return {
      ...this.#statistics.statistics(),
      sessionsBegun: this.#sessions.size,
      askedAgain: this.#askedAgain,
      chargesWanted: this.#paid.size,
      charges: this.#charges,
    };
  }

  #remember({ key, item }: Extract<ClusterEvent, { kind: 'remembered' }>): void {
    if (item.kind === 'charge') this.#charges += 1;
    const isSession =
      item.kind === 'session' ||
      (item.kind === 'store-entry' && (isSessionKey(item.entry.key) || isLoginKey(item.entry.key)));
    if (isSession) this.#sessions.add(key);
  }
}
