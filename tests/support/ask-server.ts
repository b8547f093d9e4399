/** Sends requests directly to one server with its database: for requests that no browser would send. */
import { database } from '../../src/simulation/actors/database.ts';
import { server } from '../../src/simulation/actors/server.ts';
import {
  type ClusterActor,
  type ClusterDomain,
  type ClusterEvent,
  DATABASE,
} from '../../src/simulation/cluster.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { Network } from '../../src/simulation/kernel/network.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import type { HttpRequest, HttpResponse } from '../../src/simulation/protocols/http.ts';
import { strategyOf } from '../../src/simulation/strategies/create-strategy.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { scenario } from './scenario.ts';

export const THE_SERVER = 'server-1';

export interface Asked {
  readonly responses: readonly HttpResponse[];
  readonly events: readonly ClusterEvent[];
}

/** A request, or a function that makes it from the responses so far. */
type Request = HttpRequest | ((responses: readonly HttpResponse[]) => HttpRequest);

/** Sends each request after the response to the previous one. */
export function askServer(strategy: StrategyId, ...requests: readonly Request[]): Asked {
  const given = scenario({ strategy });
  const sink = new RecordingSink<ClusterDomain>();
  run({
    nodes: [
      { id: DATABASE, actor: database() },
      {
        id: THE_SERVER,
        actor: server({ strategy: strategyOf(given), capacity: given.capacity, timing: given.timing }),
      },
      { id: 'asker', actor: asker(requests) },
    ],
    network: new Network(1, () => perfectLink),
    seed: 1,
    sink,
  });
  const responses = sink.events.flatMap((event) =>
    event.kind === 'message-delivered' && event.message.body.kind === 'http-response'
      ? [event.message.body]
      : [],
  );
  return { responses, events: sink.events };
}

const perfectLink = {
  latency: { minUs: 1, maxUs: 1 },
  lossPerMillion: 0,
  duplicationPerMillion: 0,
};

function asker(requests: readonly Request[]): ClusterActor<HttpResponse[]> {
  return {
    start: () => [],
    react(responses, input) {
      const reply = input.kind === 'message' ? input.message.body : undefined;
      if (reply?.kind === 'http-response') responses.push(reply);
      const next = requests[responses.length];
      if (next === undefined) return [];
      const body = typeof next === 'function' ? next(responses) : next;
      return [{ kind: 'send', to: THE_SERVER, exchange: 1, body }];
    },
  };
}
