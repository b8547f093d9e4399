import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeScenario, shortScenario } from '../../src/simulation/complete-scenario.ts';
import {
  type ClusterScenario,
  clients,
  clusterScenario,
  replicaDefaults,
} from '../../src/simulation/scenario.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { anySchedule } from '../support/schedules.ts';
import { anyTransportScenario } from '../support/transport-arbitraries.ts';

const script = [{ kind: 'visit' }] as const;
const plain = clusterScenario({ strategy: 'shared-store', clients: [clients(script)] });

describe('a short scenario', () => {
  it('has only what differs from the defaults, at any depth', () => {
    expect(shortScenario(plain)).toEqual({
      kind: 'cluster',
      strategy: 'shared-store',
      clients: [{ script }],
    });
    const changed = clusterScenario({
      strategy: 'shared-store',
      servers: 2,
      clients: [clients(script, { retries: 1 })],
      timing: { replyUs: 7 },
      store: { entriesMax: 2, replica: { copyDelayUs: 9 } },
    });
    expect(shortScenario(changed)).toEqual({
      kind: 'cluster',
      strategy: 'shared-store',
      servers: 2,
      clients: [{ script, retries: 1 }],
      timing: { replyUs: 7 },
      store: { entriesMax: 2, replica: { copyDelayUs: 9 } },
    });
    expect(shortScenario(transportScenario({ transport: 'udp', script: [], servers: 2 }))).toEqual({
      kind: 'transport',
      transport: 'udp',
      script: [],
      servers: 2,
    });
  });

  it('is completed to the whole one again', () => {
    const anyOne = fc.oneof(
      anySchedule.map(({ scenario }) => scenario),
      anyTransportScenario,
    );
    fc.assert(
      fc.property(anyOne, (scenario) => {
        expect(completeScenario(shortScenario(scenario))).toEqual(scenario);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a completed scenario', () => {
  it('has the default of each missing member, at any depth', () => {
    const written = {
      kind: 'cluster',
      strategy: 'shared-store',
      clients: [{ script }],
      sessions: { idleUs: 5 },
      timing: { replyUs: 7, service: { kind: 'uniform', minUs: 1, maxUs: 2 } },
      network: { internet: { minUs: 3 } },
      store: { entriesMax: 2, replica: { copyDelayUs: 9 } },
    };
    expect(completeScenario(written)).toEqual({
      ...plain,
      sessions: { ...plain.sessions, idleUs: 5 },
      timing: { ...plain.timing, replyUs: 7, service: { kind: 'uniform', minUs: 1, maxUs: 2 } },
      network: { ...plain.network, internet: { minUs: 3, maxUs: 24_000 } },
      store: {
        ...plain.store,
        entriesMax: 2,
        replica: { ...replicaDefaults, copyDelayUs: 9 },
      },
    });
  });

  it('keeps unknown members, which are refused then', () => {
    const written = { ...plain, store: { ...plain.store, color: 'red' } };
    expect(checkScenario(completeScenario(written)).map(({ field }) => field)).toEqual(['store.color']);
    const hostile: unknown = JSON.parse('{"kind":"cluster","__proto__":{"strategy":"sticky"}}');
    expect(checkScenario(completeScenario(hostile)).map(({ field }) => field)).toContain('__proto__');
  });

  it('has no default for strategy and script, nor for what has the wrong type', () => {
    const { strategy: _, ...written } = { ...plain, clients: [{ count: 1 }], tokens: null, capacity: [] };
    expect(checkScenario(completeScenario(written)).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['strategy', 'clients[0].script', 'tokens', 'capacity']),
    );
  });

  it('is any other value unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!(value !== null && typeof value === 'object' && 'kind' in value));
        expect(completeScenario(value)).toBe(value);
      }),
    );
  });

  it('is a whole scenario unchanged', () => {
    const anyScenario = fc.oneof(
      anySchedule.map(({ scenario }) => scenario),
      anyTransportScenario,
    );
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(completeScenario(scenario)).toEqual(scenario);
      }),
    );
  });

  it('does not depend on which members that equal their defaults are missing', () => {
    fc.assert(
      fc.property(anySchedule, fc.infiniteStream(fc.boolean()), ({ scenario }, choices) => {
        const isLeftOut = () => choices.next().value === true;
        expect(completeScenario(withoutSomeDefaults(scenario, isLeftOut))).toEqual(scenario);
      }),
    );
  });

  it('includes a scenario about connections', () => {
    const whole = transportScenario({ script: [{ kind: 'open' }] });
    expect(completeScenario({ kind: 'transport', script: whole.script, tcp: { mssBytes: 9 } })).toEqual({
      ...whole,
      tcp: { ...whole.tcp, mssBytes: 9 },
    });
  });
});

function withoutSomeDefaults(scenario: ClusterScenario, isLeftOut: () => boolean): object {
  const pruned = (value: object, preset: object): object =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const usual: unknown = Object.entries(preset).find(([known]) => known === name)?.[1];
        const isDefault = JSON.stringify(member) === JSON.stringify(usual);
        return isDefault && isLeftOut() ? [] : [[name, member]];
      }),
    );
  const { kind, strategy, clients: groups, store, sessions, timing, ...others } = scenario;
  return {
    kind,
    strategy,
    ...pruned(others, plain),
    clients: groups.map((group) => ({ script: group.script, ...pruned(group, clients([])) })),
    store: pruned(store, plain.store),
    sessions: pruned(sessions, plain.sessions),
    timing: pruned(timing, plain.timing),
  };
}
