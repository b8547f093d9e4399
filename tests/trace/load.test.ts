import { expect, test } from 'vitest';
import { clients } from '../../src/simulation/scenario.ts';
import { loadOf } from '../../src/trace/load.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const logIn = { kind: 'log-in', user: 'mina' } as const;
const me = { kind: 'me' } as const;

test('every request counts at the server that it reached, and every 401 that a client got', () => {
  const plan = scenario({
    servers: 3,
    balancing: 'round-robin',
    clients: [clients([logIn, me, me, me])],
  });
  // Round robin over three: 1, 2, 3, 1. The session is on the first alone.
  expect(loadOf(runOf(plan, []))).toEqual({
    requests: [
      { server: 'server-1', count: 2 },
      { server: 'server-2', count: 1 },
      { server: 'server-3', count: 1 },
    ],
    refused: 2,
  });
});

test('a server that is added is among them from then on, one that is down gets nothing', () => {
  const plan = scenario({ servers: 1, clients: [clients([logIn, me])] });
  const commands = [
    { kind: 'add', node: 'server-2', moment: whenAnswered('client/1') },
    crash('server-1', whenAnswered('client/1')),
  ] as const;
  expect(loadOf(runOf(plan, commands))).toEqual({
    requests: [
      { server: 'server-1', count: 1 },
      { server: 'server-2', count: 1 },
    ],
    refused: 1,
  });
});
