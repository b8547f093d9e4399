import { expect, test } from 'vitest';
import { clients } from '../../src/simulation/scenario.ts';
import { loadOf } from '../../src/trace/load.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const logIn = { kind: 'log-in', user: 'mina' } as const;
const me = { kind: 'me' } as const;

test('counts each request at the server that it reached, and each 401 that a client got', () => {
  const plan = scenario({
    servers: 3,
    balancing: 'round-robin',
    clients: [clients([logIn, me, me, me])],
  });
  // Round robin over three servers: 1, 2, 3, 1. Only the first has the session.
  expect(loadOf(runOf(plan, []))).toEqual({
    requests: [
      { server: 'server-1', count: 2 },
      { server: 'server-2', count: 1 },
      { server: 'server-3', count: 1 },
    ],
    refused: 2,
  });
});

test('includes an added server from then on, and shows no requests for one that is down', () => {
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
