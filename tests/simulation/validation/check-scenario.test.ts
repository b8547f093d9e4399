/** The problems of a scenario, and what is allowed instead. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../../../src/lessons/lessons.ts';
import { SERVERS_MAX } from '../../../src/simulation/scenario.ts';
import { transportScenario } from '../../../src/simulation/transport-scenario.ts';
import { checkScenario } from '../../../src/simulation/validation/check-scenario.ts';
import { ScenarioError } from '../../../src/simulation/validation/scenario-error.ts';
import { scenario } from '../../support/scenario.ts';

const good = scenario();
const [group] = good.clients;
const transport = transportScenario({ script: [{ kind: 'open' }] });

/** `field kind` of each problem, and the details of what is allowed. */
function problemsOf(value: unknown, limits?: { readonly serversMax: number }): string[] {
  return checkScenario(value, limits).map(({ field, allowed: { kind, ...details } }) => {
    const said = Object.values(details).map((each) => (Array.isArray(each) ? each.join('|') : String(each)));
    return [field, kind, ...said].join(' ').trim();
  });
}

function withGroup(changes: object) {
  return { ...good, clients: [{ ...group, ...changes }] };
}

function saying(...script: readonly object[]) {
  return withGroup({ script });
}

it('an error for programmers names the field, and what is allowed there', () => {
  const allowed = { kind: 'list', min: 1, max: 9 } as const;
  const message = (field: string) => new ScenarioError([{ field, allowed }]).message;
  expect(message('clients')).toBe('This cannot be simulated: clients must be list {"min":1,"max":9}.');
  expect(message('')).toContain('the whole must be list');
});

describe('nothing is wrong', () => {
  it.each(lessons)('with the lesson $id', (lesson) => {
    expect(checkScenario(lesson.scenario)).toEqual([]);
  });

  it('with valid values, in either kind', () => {
    expect([good, transport].flatMap((each) => checkScenario(each))).toEqual([]);
  });

  it('with a line that omits optional fields', () => {
    expect(problemsOf(saying({ kind: 'shop', said: {} }))).toEqual([]);
  });
});

describe('an invalid field is reported, with what is allowed there:', () => {
  const delays = 'whole-number 0 2592000000000';
  const patience = 'whole-number 1 2592000000000';
  const network = { ...good.network };
  it.each<[what: string, scenario: unknown, problem: string]>([
    ['no scenario at all', null, 'object kind'],
    ['an unknown kind', { ...good, kind: 'cloud' }, 'kind one-of cluster|transport'],
    [
      'an unknown policy',
      { ...good, balancing: 'best' },
      'balancing one-of first|round-robin|least-connections|cookie|source-address',
    ],
    ['a negative time', { ...good, timing: { ...good.timing, replyUs: -1 } }, `timing.replyUs ${delays}`],
    ['half a microsecond', { ...good, timing: { ...good.timing, replyUs: 0.5 } }, `timing.replyUs ${delays}`],
    [
      'health checks without a pause',
      { ...good, timing: { ...good.timing, healthIntervalUs: 0 } },
      'timing.healthIntervalUs whole-number 1000 2592000000000',
    ],
    [
      'a delay of over 30 days',
      { ...good, timing: { ...good.timing, serverTimeoutUs: 30 * 86_400_000_000 + 1 } },
      `timing.serverTimeoutUs ${patience}`,
    ],
    [
      'a service time that ends before it begins',
      { ...good, timing: { ...good.timing, service: { kind: 'uniform', minUs: 5, maxUs: 4 } } },
      'timing.service.maxUs whole-number 5 2592000000000',
    ],
    [
      'a latency that ends before it begins',
      { ...good, network: { ...network, cluster: { minUs: 700, maxUs: 400 } } },
      'network.cluster.maxUs whole-number 700 2592000000000',
    ],
    [
      'a network that loses everything',
      { ...good, network: { ...network, lossPerMillion: 1_000_000 } },
      'network.lossPerMillion whole-number 0 999999',
    ],
    ['no server', { ...good, servers: 0 }, 'servers whole-number 1 200'],
    ['more servers than can be simulated', { ...good, servers: 201 }, 'servers whole-number 1 200'],
    [
      'a store without room',
      { ...good, store: { ...good.store, entriesMax: 0 } },
      'store.entriesMax whole-number 1 1000000',
    ],
    ['no clients', { ...good, clients: [] }, 'clients list 1 100'],
    ['a group without clients', withGroup({ count: 0 }), 'clients[0].count whole-number 1 100000'],
    ['an empty script', saying(), 'clients[0].script list 1 1000'],
    ['a script that never runs', withGroup({ repeats: 0 }), 'clients[0].repeats whole-number 1 10000000'],
    [
      'a script that never ends',
      withGroup({ repeats: Number.POSITIVE_INFINITY }),
      'clients[0].repeats whole-number 1 10000000',
    ],
    ['too many lines in total', withGroup({ count: 100_000, repeats: 100_000 }), 'clients sum 10000000'],
    [
      'an unknown user',
      saying({ kind: 'log-in', user: 'eve' }),
      'clients[0].script[0].user one-of mina|jun|root',
    ],
    [
      'a line without its content',
      saying({ kind: 'shop' }),
      'clients[0].script[0].said object product|quantity|payment',
    ],
    [
      'a payment of nothing',
      saying({ kind: 'pay', amountWon: 0, hasIdempotencyKey: true }),
      'clients[0].script[0].amountWon whole-number 1 100000000',
    ],
    [
      'a hand-over to an unknown client',
      saying({ kind: 'hand-over', to: 'client-2' }),
      'clients[0].script[0].to known-client 1',
    ],
    [
      'a hand-over to a server',
      saying({ kind: 'hand-over', to: 'server-1' }),
      'clients[0].script[0].to known-client 1',
    ],
    ['an unknown field', { ...good, colour: 'red' }, 'colour nothing'],
    ['a seed beyond 32 bits', { ...good, seed: 2 ** 32 }, 'seed whole-number 0 4294967295'],
    [
      'a UDP client that retries for ever',
      { ...transport, udp: { ...transport.udp, attemptsMax: 9 } },
      'udp.attemptsMax whole-number 1 8',
    ],
    [
      'a TCP number beyond 32 bits',
      { ...transport, tcp: { ...transport.tcp, firstIss: { client: -1, server: 0 } } },
      'tcp.firstIss.client whole-number 0 4294967295',
    ],
  ])('%s', (_, value, problem) => {
    expect(problemsOf(value)).toEqual([problem]);
  });

  it('every invalid field, not only the first', () => {
    const twice = { ...good, servers: -1, seed: 'one' };
    expect(problemsOf(twice)).toEqual(
      expect.arrayContaining(['servers whole-number 1 200', 'seed whole-number 0 4294967295']),
    );
  });

  it('a missing field', () => {
    const { timing, ...rest } = good;
    expect(timing).toBeDefined();
    expect(problemsOf(rest)).toEqual([expect.stringMatching(/^timing object service\|replyUs\|/)]);
  });
});

describe('the stage has room for fewer servers than can be simulated', () => {
  it('so a scenario for the stage is checked against the lower maximum', () => {
    const ten = { ...good, servers: SERVERS_MAX + 1 };
    expect(problemsOf(ten)).toEqual([]);
    expect(problemsOf(ten, { serversMax: SERVERS_MAX })).toEqual([`servers whole-number 1 ${SERVERS_MAX}`]);
    expect(problemsOf({ ...transport, servers: 10 }, { serversMax: SERVERS_MAX })).toEqual([
      `servers whole-number 1 ${SERVERS_MAX}`,
    ]);
  });
});
