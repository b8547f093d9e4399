/** The files of a run's cluster, and the exercise in their README. */
import { describe, expect, it } from 'vitest';
import { incidents } from '../../../incidents/incidents.ts';
import { clusterText } from '../../../locales/en/cluster-text.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../../simulation/scenario.ts';
import { record } from '../../../simulation/simulate.ts';
import { clusterFiles } from '../cluster/cluster-files.ts';
import { clusterPlan, serviceNames } from '../cluster/cluster-plan.ts';
import { exerciseOf } from '../cluster/exercise.ts';
import { leftOutOf } from '../cluster/left-out.ts';

type Commands = Parameters<typeof record>[1];

function filesOf(
  scenario: ClusterScenario,
  commands: Commands = [],
  balancer: 'haproxy' | 'nginx' = 'haproxy',
) {
  return clusterFiles({
    run: { scenario, events: record(scenario, commands) },
    balancer,
    text: clusterText,
    nameOf: ({ kind }) => kind,
    strategyName: scenario.strategy,
  });
}

function exerciseIn(id: string) {
  const incident = incidents.find((each) => each.id === id);
  if (incident === undefined || incident.scenario.kind !== 'cluster') throw new Error(`There is no ${id}.`);
  const { scenario, commands } = incident;
  return exerciseOf(record(scenario, commands), serviceNames(clusterPlan(scenario)));
}

const plain = clusterScenario({ strategy: 'sticky', servers: 2, clients: [clients([{ kind: 'visit' }])] });
const at = { request: 'client/1', at: 'answered', offsetUs: 0 } as const;

describe('the files of a cluster', () => {
  it('let the load balancer look names up again', () => {
    const haproxy = filesOf(plain)['haproxy.cfg'];
    expect(haproxy).toContain('resolvers docker\n  parse-resolv-conf');
    expect(haproxy).toContain('default-server resolvers docker init-addr libc,none');
    const nginx = filesOf({ ...plain, strategy: 'server-memory', balancing: 'round-robin' }, [], 'nginx')[
      'nginx.conf'
    ];
    expect(nginx).toContain('resolver 127.0.0.11');
    expect(nginx).toMatch(/server server-1:8080 .* resolve;/);
  });

  it('carry over leeway, keys of one server, and idle connections', () => {
    const compose = filesOf({
      ...plain,
      strategy: 'signed-token',
      balancing: 'first',
      keys: { kind: 'own' },
      keepAlive: { idleUs: 5_000_000 },
      tokens: { ...plain.tokens, leewayUs: 60_000_000 },
    })['compose.yaml'];
    expect(compose).toContain('LEEWAY_S: "60"');
    expect(compose).toContain('KEEP_ALIVE_MS: "5000"');
    expect(compose).toMatch(/TOKEN_KEY: "the key of server-1,/);
    expect(compose).toMatch(/TOKEN_KEY: "the key of server-2,/);
  });

  it('list what they leave out', () => {
    const scenario = clusterScenario({
      strategy: 'signed-token',
      keys: { kind: 'in-store', refreshUs: 5_000_000 },
      tokens: { signature: 'public-key', hasDenyList: true },
      clockOffsetsUs: [1_000_000],
      versions: [2],
      clients: [clients([{ kind: 'visit' }], { retries: 1 })],
    });
    const listed = leftOutOf(scenario, clusterPlan(scenario));
    expect(listed).toEqual(
      expect.arrayContaining(['keys-in-store', 'signature', 'token-state', 'clocks', 'versions', 'clients']),
    );
    const store = clusterScenario({
      strategy: 'shared-store',
      store: { onWriteError: 'ignore', localCopyUs: 1_000_000, replica: { readsFrom: 'replica' } },
      clients: [clients([{ kind: 'visit' }])],
    });
    expect(leftOutOf(store, clusterPlan(store))).toEqual(
      expect.arrayContaining(['writes', 'write-errors', 'local-copies', 'failover', 'reads']),
    );
  });
});

describe('the exercise', () => {
  it('names only services of the Compose file', () => {
    const commands = ['database', 'server-3', 'server-1', 'load-balancer'].map(
      (node) => ({ kind: 'crash', node, moment: at }) as const,
    );
    const { steps } = exerciseOf(record(plain, commands), serviceNames(clusterPlan(plain)));
    const lines = steps.flatMap((step) => (step.kind === 'command' ? [step.line] : []));
    // Server 3 doesn't exist in the run, so its crash isn't a step.
    expect(lines).toEqual([null, 'docker compose kill server-1', 'docker compose kill load-balancer']);
  });

  it.each(incidents.map(({ id }) => id))('has no request that the servers do not know: %s', (id) => {
    const served = filesOf(plain)['server/server.mjs'] ?? '';
    for (const step of exerciseIn(id).steps) {
      if (step.kind !== 'request' || step.line === null) continue;
      const [method = '', path = ''] = step.what.split(' ');
      expect(served).toContain(`app.${method.toLowerCase()}('${path}'`);
    }
  });

  it('skips a refresh, which the servers do not have', () => {
    const refreshes = exerciseIn('two-tabs-one-token').steps.filter(
      (step) => step.kind === 'request' && step.what === 'POST /refresh',
    );
    expect(refreshes.length).toBeGreaterThan(0);
    for (const { line } of refreshes) expect(line).toBeNull();
  });

  const exerciseWith = (changes: Parameters<typeof clusterScenario>[0]) => {
    const scenario = clusterScenario(changes);
    return exerciseOf(record(scenario, []), serviceNames(clusterPlan(scenario))).steps.map(
      ({ line }) => line ?? '',
    );
  };
  const logIn = { kind: 'log-in', user: 'mina' } as const;
  const handOver = { kind: 'hand-over', to: 'client-2' } as const;
  const later = { arrivesAtUs: 30_000_000 };

  it('copies the cookies that one client hands to another', () => {
    const lines = exerciseWith({
      strategy: 'shared-store',
      clients: [clients([logIn, handOver]), clients([{ kind: 'me' }], later)],
    });
    expect(lines[1]).toBe('cp client.cookies client-2.cookies');
    expect(lines[2]).toContain('-b client-2.cookies');
  });

  it('has a token for each client, and copies the one that is handed over', () => {
    const lines = exerciseWith({
      strategy: 'signed-token',
      clients: [clients([logIn, { kind: 'me' }, handOver]), clients([{ kind: 'me' }], later)],
    });
    expect(lines[1]).toContain('Bearer $TOKEN"');
    expect(lines[2]).toBe('TOKEN_2="$TOKEN"');
    expect(lines[3]).toContain('Bearer $TOKEN_2"');
  });

  it('puts requests of one moment into one line, so that they can cross', () => {
    const add = (product: 'laptop' | 'americano') => ({ kind: 'add-to-cart', product }) as const;
    const lines = exerciseWith({
      strategy: 'shared-store',
      clients: [
        clients([logIn, { kind: 'at-once', lines: [add('laptop'), add('americano'), { kind: 'cart' }] }]),
      ],
    });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^curl .*laptop.* & curl .*americano.* & curl .*\/cart' & wait$/);
  });

  it('lets a fault come while a request is in flight, and sends the retry', () => {
    const { steps, hasFaultInFlight } = exerciseIn('charged-twice');
    expect(hasFaultInFlight).toBe(true);
    const lines = steps.map(({ line }) => line ?? '');
    const fault = lines.findIndex((line) => line.startsWith('sleep 1; docker compose kill server-1'));
    expect(lines[fault - 1]).toMatch(/\/pay' &$/);
    expect(lines.slice(fault + 1).some((line) => line.endsWith("/pay'"))).toBe(true);
    const incident = incidents.find(({ id }) => id === 'charged-twice');
    if (incident?.scenario.kind !== 'cluster') throw new Error('There is no charged-twice.');
    const files = filesOf(incident.scenario, incident.commands);
    expect(files['compose.yaml']).toContain('REPLY_DELAY_MS: "5000"');
    expect(files['haproxy.cfg']).toContain('timeout server 6000');
    expect(filesOf(plain)['compose.yaml']).not.toContain('REPLY_DELAY_MS');
  });
});
