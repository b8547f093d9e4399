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

const serverState = (server: string, state: 'drain' | 'maint'): StoryStep => ({
  kind: 'server-state',
  server,
  state,
});

/** Long enough for a fault between the effect of a request and its reply. */
const SLOW_REPLY_US = 400_000;

type Given = Omit<Partial<ClusterScenario>, 'timing'> &
  Pick<ClusterScenario, 'strategy'> & { readonly timing?: Partial<ClusterScenario['timing']> };

/**
 * Round robin, because all balancers have it. Checks are frequent, so that a story doesn't wait long, and several have to
 * fail, because one can be late on a busy machine.
 */
function cluster({ timing, ...given }: Given): ClusterScenario {
  const base = clusterScenario({ balancing: 'round-robin', clients: [], ...given });
  return {
    ...base,
    timing: { ...base.timing, healthIntervalUs: 200_000, healthFailuresMax: 5, ...timing },
  };
}

const slowly = (strategy: ClusterScenario['strategy']): ClusterScenario => {
  const base = cluster({ strategy });
  return { ...base, timing: { ...base.timing, replyUs: SLOW_REPLY_US } };
};

/** Longer than the simulated client thinks. */
const IDLE_US = 8_000_000;
const LONGER_THAN_IDLE: StoryStep = { kind: 'wait', us: 10_000_000 };

const withIdle = (scenario: ClusterScenario): ClusterScenario => ({
  ...scenario,
  sessions: { ...scenario.sessions, idleUs: IDLE_US },
});

const waitingForStore = (scenario: ClusterScenario): ClusterScenario => ({
  ...scenario,
  store: { ...scenario.store, client: 'waits' },
});

/** No health check comes between a fault and the requests after it. */
const rareChecks = { healthIntervalUs: 60_000_000 };

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
  {
    id: 'sticky-server-returns',
    title: 'A client has logged in at another server when its first server returns.',
    scenario: cluster({ strategy: 'sticky', servers: 2 }),
    steps: [logIn, die('server-1'), me, logIn, restart('server-1'), me],
    takesLonger: true,
  },
  {
    id: 'sticky-server-drains',
    title: 'The operator drains a server: clients that are bound to it stay.',
    scenario: cluster({ strategy: 'sticky', servers: 2 }),
    steps: [logIn, me, serverState('server-1', 'drain'), me, me],
    takesLonger: true,
  },
  {
    id: 'sticky-server-in-maintenance',
    title: 'The operator takes a server out for maintenance: its clients go elsewhere.',
    scenario: cluster({ strategy: 'sticky', servers: 2 }),
    steps: [logIn, me, serverState('server-1', 'maint'), me, me],
    takesLonger: true,
  },
  {
    id: 'least-connections-take-turns',
    title: 'Of servers with equally few requests, the one after the last is chosen.',
    scenario: {
      ...cluster({ strategy: 'server-memory', servers: 3, balancing: 'least-connections' }),
      balancer: { ...balancerProfiles.ideal, ties: 'rotate' },
    },
    steps: [logIn, me, me, me],
    takesLonger: true,
  },
  {
    id: 'idle-session-in-memory',
    title: 'A session in a server’s memory isn’t used for longer than it may be idle.',
    scenario: withIdle(cluster({ strategy: 'server-memory', servers: 1 })),
    steps: [logIn, me, LONGER_THAN_IDLE, me],
    takesLonger: true,
  },
  {
    id: 'idle-session-in-the-store',
    title: 'A session in Redis isn’t used for longer than it may be idle.',
    scenario: withIdle(cluster({ strategy: 'shared-store', servers: 2 })),
    steps: [logIn, me, LONGER_THAN_IDLE, me],
    takesLonger: true,
  },
  {
    id: 'token-expires',
    title: 'A signed token is used after its lifetime.',
    scenario: {
      ...cluster({ strategy: 'signed-token', servers: 2 }),
      tokens: { ...cluster({ strategy: 'signed-token' }).tokens, lifetimeUs: IDLE_US },
    },
    steps: [logIn, me, LONGER_THAN_IDLE, me],
    takesLonger: true,
  },
  {
    id: 'all-servers-die',
    title: 'All servers die, and one restarts with an empty memory.',
    scenario: cluster({ strategy: 'replicated', servers: 2 }),
    steps: [logIn, die('server-1'), die('server-2'), me, restart('server-1'), me],
    takesLonger: true,
  },
  {
    id: 'store-client-waits',
    title: 'Redis is down, and the servers’ clients queue their commands.',
    scenario: waitingForStore(cluster({ strategy: 'shared-store', servers: 2 })),
    steps: [logIn, me, die('session-store'), me, restart('session-store'), me],
    takesLonger: true,
  },
  {
    id: 'frozen-server-asked-nginx',
    title: 'A server’s process freezes, and nginx sends a GET to another one.',
    scenario: { ...cluster({ strategy: 'shared-store', servers: 2 }), balancer: balancerProfiles.nginx },
    steps: [logIn, me, { kind: 'fault-unnoticed', fault: 'freeze', node: 'server-1' }, me, me],
    balancers: ['nginx'],
    takesLonger: true,
  },
  {
    id: 'frozen-server-asked-haproxy',
    title: 'A server’s process freezes before any health check, and HAProxy waits for its answer.',
    scenario: {
      ...cluster({ strategy: 'shared-store', servers: 2, timing: rareChecks }),
      balancer: balancerProfiles.haproxy,
    },
    steps: [logIn, me, { kind: 'fault-unnoticed', fault: 'freeze', node: 'server-1' }, me, me],
    balancers: ['haproxy'],
    takesLonger: true,
  },
  {
    id: 'server-dies-unnoticed-haproxy',
    title: 'A server dies before any health check, with the defaults of HAProxy.',
    scenario: {
      ...cluster({ strategy: 'shared-store', servers: 2, timing: rareChecks }),
      balancer: balancerProfiles.haproxy,
    },
    steps: [logIn, me, dieUnnoticed('server-1'), me, me],
    balancers: ['haproxy'],
    takesLonger: true,
  },
  {
    id: 'server-dies-unnoticed-redispatch',
    title: 'A server dies before any health check, with HAProxy’s option redispatch.',
    scenario: {
      ...cluster({ strategy: 'shared-store', servers: 2, timing: rareChecks }),
      balancer: balancerProfiles['haproxy-redispatch'],
    },
    steps: [logIn, me, dieUnnoticed('server-1'), me, me],
    balancers: ['haproxy'],
    takesLonger: true,
  },
  {
    id: 'server-dies-unnoticed-nginx',
    title: 'A server dies unnoticed, with the defaults of nginx.',
    scenario: { ...cluster({ strategy: 'shared-store', servers: 2 }), balancer: balancerProfiles.nginx },
    steps: [logIn, me, dieUnnoticed('server-1'), me, me, me],
    balancers: ['nginx'],
    takesLonger: true,
  },
];
