/** A deploy and a machine that is switched off aren't called a crash. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/simulation/cluster.ts';
import { reasonsAt, runWith, whyAt } from '../support/explanations.ts';
import { restart, whenAnswered, whenArrived } from '../support/scenario.ts';
import { logIn, me } from '../support/token-runs.ts';

const memory = { strategy: 'server-memory', servers: 1 } as const;
const answer = 'client/2 answer 1';

describe('a deploy', () => {
  const deploy = (moment: Command['moment']): Command => ({
    kind: 'deploy',
    node: 'server-1',
    version: 2,
    moment,
  });

  it('empties the server’s memory', () => {
    const run = runWith([logIn, me], memory, [deploy(whenAnswered('client/1', 1_000))]);
    expect(reasonsAt(run, answer)).toEqual(['has-no-session server-1', 'restart-took-it server-1']);
    expect(whyAt(run, answer)).not.toContain('crash');
  });

  it('breaks off what the server was at', () => {
    const run = runWith([logIn, me], memory, [deploy(whenArrived('client/2', 500))]);
    expect(reasonsAt(run, answer)[0]).toBe('restarted-at-work server-1');
  });

  it('takes a key that the server had made', () => {
    const changes = { strategy: 'signed-token', servers: 1, keys: { kind: 'own' } } as const;
    const run = runWith([logIn, me], changes, [deploy(whenAnswered('client/1', 1_000))]);
    expect(reasonsAt(run, answer)).toEqual(['restart-took-it server-1', 'keys-are-own server-1']);
  });
});

it('a machine that is switched off takes its memory along', () => {
  const commands: readonly Command[] = [
    { kind: 'crash', node: 'server-1', how: 'machine', moment: whenAnswered('client/1', 1_000) },
    restart('server-1', whenAnswered('client/1', 2_000)),
  ];
  const run = runWith([logIn, me], memory, commands);
  expect(reasonsAt(run, answer)).toEqual(['has-no-session server-1', 'darkness-took-it server-1']);
});
