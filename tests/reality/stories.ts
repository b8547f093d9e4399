/** The stories. What each comes to is in `claims.json`. */
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import { type ClusterScenario, clusterScenario } from '../../src/simulation/scenario.ts';
import type { Story, StoryStep } from './story.ts';

const logIn = { kind: 'log-in', user: 'mina' } as const;
const me = { kind: 'me' } as const;
const logOut = { kind: 'log-out' } as const;
const pay = { kind: 'pay', amountWon: 30_000, hasIdempotencyKey: false } as const;
const purchase: readonly StoryStep[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { payment: 'card' } },
];

const die = (node: string): StoryStep => ({ kind: 'fault', fault: 'die', node });
const restart = (node: string): StoryStep => ({ kind: 'fault', fault: 'restart', node });
const dieDuring = (node: string): StoryStep => ({ kind: 'fault-during', fault: 'die', node });
const dieUnnoticed = (node: string): StoryStep => ({ kind: 'fault-unnoticed', fault: 'die', node });

/** Long enough for a fault between the effect of a request and its reply. */
const SLOW_REPLY_US = 400_000;

type Given = Partial<ClusterScenario> & Pick<ClusterScenario, 'strategy'>;

/** Round robin, because all balancers have it. Checks are frequent, so that a story doesn't wait long. */
function cluster({ timing, ...given }: Given): ClusterScenario {
  const base = clusterScenario({ balancing: 'round-robin', clients: [], ...given });
  return {
    ...base,
    timing: { ...base.timing, healthIntervalUs: 200_000, healthFailuresMax: 2, ...timing },
  };
}

const slowly = (strategy: ClusterScenario['strategy']): ClusterScenario => {
  const base = cluster({ strategy });
  return { ...base, timing: { ...base.timing, replyUs: SLOW_REPLY_US } };
};

export const stories: readonly Story[] = [
  {
    id: 'round-robin-without-a-crash',
    title: 'Two servers with sessions in their own memory take turns.',
    scenario: cluster({ strategy: 'server-memory', servers: 2 }),
    steps: [logIn, me, me, me],
  },
  {
    id: 'purchase-on-one-server',
    title: 'One server remembers a purchase from request to request.',
    scenario: cluster({ strategy: 'server-memory', servers: 1 }),
    steps: purchase,
  },
  {
    id: 'purchase-without-sessions',
    title: 'Requests that leave out what was said before reach servers that keep nothing.',
    scenario: cluster({ strategy: 'server-memory', servers: 3 }),
    steps: purchase,
  },
  {
    id: 'only-server-restarts',
    title: 'The only server dies and restarts. Its sessions were in its memory.',
    scenario: cluster({ strategy: 'server-memory', servers: 1 }),
    steps: [logIn, me, die('server-1'), restart('server-1'), me],
  },
  {
    id: 'sticky-server-dies',
    title: 'A client is bound to a server by the balancer’s cookie, and that server dies.',
    scenario: cluster({ strategy: 'sticky', servers: 2 }),
    steps: [logIn, me, die('server-1'), me, me],
  },
  {
    id: 'replicated-server-dies',
    title: 'A server dies after it has copied the session to the other one.',
    scenario: cluster({ strategy: 'replicated', servers: 2 }),
    steps: [logIn, die('server-1'), me, me],
  },
  {
    id: 'shared-store-server-dies',
    title: 'A server dies; sessions are in Redis.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, me, die('server-1'), me, me],
  },
  {
    id: 'store-restarts-empty',
    title: 'Redis without persistence dies and restarts.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, me, die('session-store'), restart('session-store'), me],
  },
  {
    id: 'store-restarts-from-disk',
    title: 'Redis that writes each command to disk dies and restarts.',
    scenario: cluster({
      strategy: 'shared-store',
      servers: 2,
      store: { isPersistent: true, entriesMax: null, replica: null } as ClusterScenario['store'],
    }),
    steps: [logIn, me, die('session-store'), restart('session-store'), me],
  },
  {
    id: 'store-is-down',
    title: 'Redis is down, and the servers’ clients fail at once.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, me, die('session-store'), me],
  },
  {
    id: 'store-is-emptied',
    title: 'Somebody empties Redis.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, me, { kind: 'fault', fault: 'flush', node: 'session-store' }, me],
  },
  {
    id: 'client-state-server-dies',
    title: 'A server dies; each request carries the user’s name and password.',
    scenario: cluster({ strategy: 'client-state', servers: 2 }),
    steps: [logIn, me, die('server-1'), me, me],
  },
  {
    id: 'token-server-dies',
    title: 'A server dies; the client holds a signed token.',
    scenario: cluster({ strategy: 'signed-token', servers: 2 }),
    steps: [logIn, me, die('server-1'), me, me],
  },
  {
    id: 'token-after-logout',
    title: 'A thief copied the token before the client logged out.',
    scenario: cluster({ strategy: 'signed-token', servers: 2 }),
    steps: [logIn, { kind: 'copy-credentials' }, logOut, me, { kind: 'by-thief', line: me }],
  },
  {
    id: 'session-id-after-logout',
    title: 'A thief copied the session ID before the client logged out.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, { kind: 'copy-credentials' }, logOut, me, { kind: 'by-thief', line: me }],
  },
  {
    id: 'server-dies-unnoticed',
    title: 'A server dies, and the next request comes before any health check.',
    scenario: cluster({ strategy: 'shared-store', servers: 2 }),
    steps: [logIn, me, dieUnnoticed('server-1'), me, me],
  },
  {
    id: 'payment-in-flight',
    title: 'A server dies after it has charged and before it answers.',
    scenario: slowly('client-state'),
    steps: [pay, dieDuring('server-2'), pay],
    countsCharges: true,
  },
  {
    id: 'reading-in-flight',
    title: 'A server dies while it answers a GET, which is safe to repeat.',
    scenario: slowly('client-state'),
    steps: [logIn, dieDuring('server-2'), me],
  },
  {
    id: 'payment-in-flight-haproxy',
    title: 'A server dies after it has charged, with the defaults of HAProxy.',
    scenario: { ...slowly('client-state'), balancer: balancerProfiles.haproxy },
    steps: [pay, dieDuring('server-2'), pay],
    countsCharges: true,
    balancers: ['haproxy'],
  },
  {
    id: 'reading-in-flight-haproxy',
    title: 'A server dies while it answers a GET, with the defaults of HAProxy.',
    scenario: { ...slowly('client-state'), balancer: balancerProfiles.haproxy },
    steps: [logIn, dieDuring('server-2'), me],
    balancers: ['haproxy'],
  },
  {
    id: 'sealed-cookie-server-dies',
    title: 'A server dies; the session is in an encrypted cookie.',
    scenario: cluster({ strategy: 'sealed-cookie', servers: 2 }),
    steps: [logIn, me, die('server-1'), me, me],
  },
  {
    id: 'sealed-cookie-after-logout',
    title: 'A thief copied the sealed cookie before the client logged out.',
    scenario: cluster({ strategy: 'sealed-cookie', servers: 2 }),
    steps: [logIn, { kind: 'copy-credentials' }, logOut, me, { kind: 'by-thief', line: me }],
  },
  {
    id: 'payment-at-a-frozen-server',
    title: 'A server’s process freezes, gets a payment, and continues after the balancer has given up.',
    scenario: cluster({ strategy: 'client-state', servers: 1 }),
    steps: [
      pay,
      { kind: 'fault-unnoticed', fault: 'freeze', node: 'server-1' },
      pay,
      { kind: 'fault', fault: 'thaw', node: 'server-1' },
      pay,
    ],
    countsCharges: true,
  },
];
