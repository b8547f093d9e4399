/** Clusters for measurements: many clients, and servers with one worker each. */
import type { Line } from '../../src/simulation/applications/line.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';

/** A hundred servers at 50 % utilisation, as in simpy_cluster.py. */
export const largeCluster = {
  seed: 1,
  servers: 100,
  workers: 1,
  serviceMeanUs: 5_000,
  /** Mean time between requests of all clients together. */
  arrivalMeanUs: 100,
  internet: { minUs: 600, maxUs: 2_300 },
  cluster: { minUs: 400, maxUs: 700 },
} as const;

/** Mean latency of a request in this cluster, mostly queueing and service. */
const LATENCY_MEAN_US = 9_000;

/** A crowd with the large cluster's request rate: think time grows with the number of clients. */
export function largeCrowd(count: number, requests: number): ClusterScenario {
  const { seed, servers, workers, serviceMeanUs, arrivalMeanUs, internet, cluster } = largeCluster;
  const meanUs = Math.max(0, count * arrivalMeanUs - LATENCY_MEAN_US);
  return scenarioOf({
    strategy: 'client-state',
    balancing: 'round-robin',
    servers,
    capacity: { workers, queueMax: 10_000 },
    clients: [
      clients([{ kind: 'visit' }], {
        count,
        repeats: Math.ceil(requests / count),
        arrivesWithinUs: count * arrivalMeanUs,
        think: { kind: 'exponential', meanUs },
      }),
    ],
    seed,
    serviceMeanUs,
    network: { internet, cluster, lossPerMillion: 0 },
  });
}

const purchase: readonly Line[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { payment: 'card' } },
];

/** Shop customers, all served by the first server, so that every strategy has work to do. */
export function customers(strategy: StrategyId, requests: number): ClusterScenario {
  const count = 100;
  return scenarioOf({
    strategy,
    balancing: 'first',
    servers: 3,
    clients: [
      clients(purchase, {
        count,
        repeats: Math.ceil(requests / count / purchase.length),
        arrivesWithinUs: 1_000_000,
        think: { kind: 'exponential', meanUs: 1_000_000 },
      }),
    ],
    serviceMeanUs: 2_000,
  });
}

type Given = Parameters<typeof clusterScenario>[0] & { readonly serviceMeanUs: number };

/** Replies are sent as soon as the work is done, as in simpy_cluster.py. */
function scenarioOf({ serviceMeanUs, ...given }: Given): ClusterScenario {
  const scenario = clusterScenario(given);
  const service = { kind: 'exponential', meanUs: serviceMeanUs } as const;
  return { ...scenario, timing: { ...scenario.timing, service, replyUs: 0 } };
}

/** One customer of three servers with this many lines: a very long lesson. */
export function longLesson(requests: number): ClusterScenario {
  const script = Array.from({ length: requests }, (_, index) => purchase[index % purchase.length]);
  return clusterScenario({
    strategy: 'server-memory',
    clients: [clients(script.filter((line) => line !== undefined))],
  });
}
