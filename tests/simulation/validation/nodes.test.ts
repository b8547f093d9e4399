import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../src/simulation/scenario.ts';
import { transportScenario } from '../../../src/simulation/transport-scenario.ts';
import { type Check, problemsOf, schemaOf } from '../../../src/simulation/validation/check.ts';
import { clientAmong, clientsIn, nodeOf, requestOf } from '../../../src/simulation/validation/nodes.ts';
import { scenario } from '../../support/scenario.ts';

/** Three clients in two groups, and two servers. */
const given = scenario({ servers: 2, clients: [clients([]), clients([], { count: 2 })] });

function accepted(check: Check, values: readonly unknown[]): unknown[] {
  return values.filter((value) => problemsOf(value, check).length === 0);
}

const goodClients = ['client', 'client-2', 'client-3'];
const badClients = ['client-0', 'client-1', 'client-02', 'client-4', 'client-', 'Client', '', 2, null];

describe('the name of a client', () => {
  it('is that of the first one, or has a number from 2 to their count, in its usual spelling', () => {
    expect(accepted(clientAmong(3), [...goodClients, ...badClients])).toEqual(goodClients);
    expect(problemsOf('client-4', clientAmong(3))).toEqual([
      { field: '', allowed: { kind: 'known-client', clients: 3 } },
    ]);
  });

  it('counts the clients of all groups', () => {
    expect(clientsIn(given)).toBe(3);
    expect(clientsIn({ ...transportScenario({ script: [] }), clients: 4 })).toBe(4);
  });
});

describe('the name of a node', () => {
  it('is one that the scenario has, or would have with more servers or another strategy', () => {
    const good = [
      ...goodClients,
      'server-1',
      'server-9',
      'load-balancer',
      'database',
      'session-store',
      'session-store-replica',
    ];
    const bad = [...badClients, 'server-0', 'server-01', 'server-10', 'server', 'printer', undefined];
    expect(accepted(nodeOf(given), [...good, ...bad])).toEqual(good);
  });
});

describe('the name of a request', () => {
  const good = ['client/1', 'client-3/12', 'client/3+1', 'client/999999999+999999999'];
  const bad = ['client', 'client/', 'client/0', 'client/01', 'client/1+', 'client/1+0', 'client/1234567890'];

  it('is its client’s, its number, and the number of an extra one', () => {
    const others = ['client-4/1', 'client-1/1', 'server-1/1', '/1', 5, ['client/1'], null];
    expect(accepted(requestOf(given), [...good, ...bad, ...others])).toEqual(good);
    expect(problemsOf('client/0', requestOf(given))).toEqual([
      { field: '', allowed: { kind: 'known-request', clients: 3 } },
    ]);
  });

  it('follows its JSON Schema, which doesn’t know how many clients there are', () => {
    const matches = new Ajv().compile<unknown>(schemaOf(requestOf(given)));
    expect([...good, ...bad].filter((text) => matches(text))).toEqual(good);
    const isName = new Ajv().compile<unknown>(schemaOf(clientAmong(3)));
    expect([...goodClients, ...badClients].filter((text) => isName(text))).toEqual([
      ...goodClients,
      'client-1',
      'client-4',
    ]);
    expect(schemaOf(nodeOf(given))).toEqual({ type: 'string' });
  });
});
