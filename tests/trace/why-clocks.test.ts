/** A clock is named only if the answer would have been another one with that clock right. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { type ScenarioChanges, whenAnswered } from '../support/scenario.ts';
import { instruct, logIn, me, SECOND_US, tokens } from '../support/token-runs.ts';

const MINUTE: Line = { kind: 'wait', us: 60 * SECOND_US };
const signed = { strategy: 'signed-token', servers: 2, balancing: 'round-robin' } as const;
const short = { tokens: tokens({ lifetimeUs: 10 * SECOND_US }) };

/** The reasons of the last answer that a client gets. */
function reasonsFor(script: readonly Line[], changes: ScenarioChanges, commands: readonly Command[] = []) {
  const run = runWith(script, changes, commands);
  const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'));
  return reasonsAt(run, last?.key ?? '');
}

function setClock(server: NodeId, seconds: number, moment: Moment): Command {
  return instruct([server], { kind: 'set-clock', offsetUs: seconds * SECOND_US }, moment);
}

describe('a clock that decides nothing', () => {
  it('isn’t named for a token that was over anyway', () => {
    const changes = { ...signed, ...short, clockOffsetsUs: [0, SECOND_US] };
    expect(reasonsFor([logIn, MINUTE, me], changes)).toEqual([
      'token-expired server-2',
      'is-always-checked server-2',
    ]);
  });

  it('isn’t named for a session that it wrote and checked itself', () => {
    const changes = {
      strategy: 'server-memory',
      servers: 1,
      sessions: { idleUs: 10 * SECOND_US },
      clockOffsetsUs: [SECOND_US],
    } as const;
    expect(reasonsFor([logIn, MINUTE, me], changes)).toEqual([
      'session-expired server-1',
      'is-always-checked server-1',
    ]);
  });

  it('isn’t named if it delays what it seems to cause', () => {
    const clockOffsetsUs = [-700 * SECOND_US, -5 * SECOND_US];
    expect(reasonsFor([logIn, me], { ...signed, clockOffsetsUs })).toEqual([
      'token-expired server-2',
      'clock-is-behind server-1',
    ]);
  });
});

describe('a clock that decides', () => {
  it('is the issuer’s, even if it has been put right since', () => {
    const commands = [setClock('server-1', 0, whenAnswered('client/1', 1_000))];
    expect(reasonsFor([logIn, me], { ...signed, clockOffsetsUs: [-700 * SECOND_US] }, commands)).toEqual([
      'token-expired server-2',
      'clock-was-behind server-1',
    ]);
  });

  it('is the issuer’s that was ahead, so that the token is from the future', () => {
    const commands = [setClock('server-1', 0, whenAnswered('client/1', 1_000))];
    expect(reasonsFor([logIn, me], { ...signed, clockOffsetsUs: [300 * SECOND_US] }, commands)).toEqual([
      'token-is-from-the-future server-2',
      'clock-was-ahead server-1',
    ]);
  });

  it('is the only one named, if another wrong one would have made no difference', () => {
    // A lifetime of 600 s: the checking clock alone is too far ahead.
    const clockOffsetsUs = [-10 * SECOND_US, 700 * SECOND_US];
    expect(reasonsFor([logIn, me], { ...signed, clockOffsetsUs })).toEqual([
      'token-expired server-2',
      'clock-is-ahead server-2',
    ]);
  });

  it('can be one of two only together', () => {
    // A lifetime of 600 s: 400 s on either side isn't enough alone.
    const clockOffsetsUs = [-400 * SECOND_US, 400 * SECOND_US];
    expect(reasonsFor([logIn, me], { ...signed, clockOffsetsUs })).toEqual([
      'token-expired server-2',
      'clock-is-ahead server-2',
      'clock-is-behind server-1',
    ]);
  });

  it.each(['shared-store', 'sealed-cookie'] as const)(
    'is that of the server which used the session last: %s',
    (strategy) => {
      // Server 1 logs the user in, Server 2 uses the session with a clock that is behind, Server 3 checks.
      const changes = {
        strategy,
        servers: 3,
        balancing: 'round-robin',
        sessions: { idleUs: 600 * SECOND_US },
      } as const;
      const commands = [setClock('server-2', -700, whenAnswered('client/1', 1_000))];
      expect(reasonsFor([logIn, me, me], changes, commands)).toEqual([
        'session-expired server-3',
        'clock-is-behind server-2',
      ]);
    },
  );

  it('is that of the server which created a session that is too old', () => {
    const changes = {
      strategy: 'shared-store',
      servers: 2,
      balancing: 'round-robin',
      sessions: { absoluteUs: 600 * SECOND_US },
      clockOffsetsUs: [-700 * SECOND_US],
    } as const;
    expect(reasonsFor([logIn, me], changes)).toEqual([
      'session-expired server-2',
      'clock-is-behind server-1',
    ]);
  });
});
