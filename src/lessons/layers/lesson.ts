/** Stateless on stateful: HTTP over a persistent TCP connection. Opens where the first response has come over it. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, logIn, me, whenAnswered } from '../moves.ts';
import { purchase } from '../purchase.ts';

const scenario = clusterScenario({
  strategy: 'client-state',
  connections: 'tcp',
  servers: 2,
  // A request that fails because its connection is gone is retried once, on a new one.
  clients: [clients(purchase('laptop'), { retries: 1 })],
  // Without jitter no segment overtakes another.
  network: {
    internet: { minUs: 20_000, maxUs: 20_000 },
    cluster: { minUs: 500, maxUs: 500 },
    lossPerMillion: 0,
  },
});
const loggedIn = clusterScenario({ ...scenario, clients: [clients([logIn, me, me], { retries: 1 })] });

/** The response has been acknowledged by then. */
const crashed = crash('server-1', whenAnswered('client/1', 50_000));
/** The segment with the response to the retried request. A store is queried before it. */
const answered = { request: 'client/2', at: 'arrived', stepsOn: 1 } as const;
const answeredFromStore = { ...answered, stepsOn: 4 } as const;

export default {
  id: 'layers',
  order: 110,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'one-connection',
      traces: ['T24'],
      cards: [
        'http-and-tcp-are-no-rivals',
        'a-connection-is-another-question',
        'http-versions-share-their-meaning',
      ],
      at: { request: 'client/3', at: 'arrived', stepsOn: 1 },
    },
    {
      id: 'connection-lost',
      traces: ['T24'],
      cards: ['whose-state-at-which-layer'],
      commands: [crashed],
      at: { request: 'client/2', at: 'sent', stepsOn: 1 },
    },
    { id: 'purchase-goes-on', traces: ['T24'], commands: [crashed], at: answered },
    {
      id: 'session-beside-the-servers',
      traces: ['T24'],
      scenario: clusterScenario({ ...loggedIn, strategy: 'shared-store' }),
      commands: [crashed],
      at: answeredFromStore,
    },
    {
      id: 'signed-token',
      traces: ['T24'],
      scenario: clusterScenario({ ...loggedIn, strategy: 'signed-token' }),
      commands: [crashed],
      at: answered,
    },
  ],
  closing: { commands: [crashed], at: answered, compareWith: 'server-memory' },
} as const satisfies Lesson<ClusterScenario>;
