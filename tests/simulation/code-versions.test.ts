/** Two versions of the code at once, as in a rolling deploy: neither reads the other's sessions. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { parseJsonObject } from '../../src/simulation/protocols/http.ts';
import { record } from '../../src/simulation/simulate.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { scripted, whenAnswered } from '../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };

function answers(strategy: StrategyId, versions: readonly number[], commands: readonly Command[] = []) {
  const of = scripted([logIn, me, me], { strategy, balancing: 'round-robin', servers: 2, versions });
  return record(of, commands).flatMap((event) => {
    if (event.kind !== 'message-delivered' || event.message.to !== 'client') return [];
    const { body } = event.message;
    if (body.kind !== 'http-response') return [];
    return [body.status === 200 ? '200' : `${body.status} ${parseJsonObject(body.body)?.error}`];
  });
}

const deploy = (node: string, moment: Command['moment']): Command => ({
  kind: 'deploy',
  node,
  version: 2,
  moment,
});

describe('a session of another version', () => {
  it.each(['shared-store', 'replicated'] as const)('is not read from %s', (strategy) => {
    expect(answers(strategy, [1, 2])).toEqual(['200', '401 other-format', '200']);
    expect(answers(strategy, [2, 2])).toEqual(['200', '200', '200']);
  });

  it('is not a change of a token, so no request gets a new one', () => {
    const issued = (versions: readonly number[]) =>
      record(scripted([logIn, me, me, me], { strategy: 'signed-token', servers: 1, versions }), []).filter(
        (event) => event.kind === 'remembered' && event.item.kind === 'access-token',
      ).length;
    expect(issued([1])).toBe(1);
    expect(issued([2])).toBe(1);
  });

  it('does not matter to a token that any version verifies', () => {
    expect(answers('signed-token', [1, 2])).toEqual(['200', '200', '200']);
  });
});

describe('a rolling deploy', () => {
  it('makes the server that was restarted lose what the others still read', () => {
    expect(answers('shared-store', [], [deploy('server-2', whenAnswered('client/1'))])).toEqual([
      '200',
      '401 other-format',
      '200',
    ]);
  });

  it('loses every session of the old version once it is complete', () => {
    const commands = [
      deploy('server-1', whenAnswered('client/1')),
      deploy('server-2', whenAnswered('client/1')),
    ];
    expect(answers('shared-store', [], commands)).toEqual(['200', '401 other-format', '401 other-format']);
  });
});
