/** Clocks that differ between servers. Outcomes come from the simulation alone. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { GivenScenario } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { crash, restart, whenAnswered } from '../../support/scenario.ts';
import { fatesOf, instruct, logIn, me, SECOND_US, says, tokens } from '../../support/token-runs.ts';

const twoInTurn = { servers: 2, balancing: 'round-robin' } as const;
const lines: readonly Line[] = [logIn, me, me];

function fates(changes: Partial<GivenScenario>, script = lines): string[] {
  return fatesOf(record(says(script, { ...twoInTurn, ...changes }), []));
}

describe('a clock that is ahead', () => {
  it('dates responses ahead, and refuses nothing by itself', () => {
    const events = record(says([logIn, me], { servers: 1, clockOffsetsUs: [300 * SECOND_US] }), []);
    expect(fatesOf(events)).toEqual(['client/1 server-1: 200', 'client/2 server-1: 200']);
    const date = JSON.stringify(events).match(/"Date","([^"]*)"/)?.[1] ?? '';
    expect(Date.parse(date) - Date.UTC(2026, 2, 2)).toBe(300_000);
  });

  it('issues tokens that are not yet valid elsewhere', () => {
    expect(fates({ clockOffsetsUs: [300 * SECOND_US] })).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 401 not-yet-valid',
      'client/3 server-1: 200',
    ]);
  });

  it.each([
    [299, 'client/2 server-2: 200'],
    [290, 'client/2 server-2: 401 not-yet-valid'],
  ])('is tolerated with a leeway of %i s', (seconds, fate) => {
    // The second request comes 4 s after the login.
    const changes = { clockOffsetsUs: [300 * SECOND_US], tokens: tokens({ leewayUs: seconds * SECOND_US }) };
    expect(fates(changes)[1]).toBe(fate);
  });

  it('finds tokens expired before their time, unless the leeway covers it', () => {
    const clockOffsetsUs = [0, 60 * SECOND_US];
    const lifetimeUs = 30 * SECOND_US;
    expect(fates({ clockOffsetsUs, tokens: tokens({ lifetimeUs }) })[1]).toBe(
      'client/2 server-2: 401 expired',
    );
    const leewayUs = 60 * SECOND_US;
    expect(fates({ clockOffsetsUs, tokens: tokens({ lifetimeUs, leewayUs }) })[1]).toBe(
      'client/2 server-2: 200',
    );
  });

  it.each(['shared-store', 'sealed-cookie'] as const)(
    'finds sessions expired before their time: %s',
    (strategy) => {
      const clockOffsetsUs = [0, 60 * SECOND_US];
      const sessions = { idleUs: 30 * SECOND_US, absoluteUs: 600 * SECOND_US, renewsIdAtLogin: true };
      expect(fates({ strategy, clockOffsetsUs, sessions })[1]).toBe('client/2 server-2: 401 expired-session');
    },
  );
});

describe('a clock that is behind', () => {
  it('accepts a token after its time', () => {
    // The right clock issues it at 4 s, and it ends at 14 s. The last request is at 16 s.
    const script: readonly Line[] = [me, logIn, me, me, me];
    const lasting = tokens({ lifetimeUs: 10 * SECOND_US });
    expect(fates({ tokens: lasting, clockOffsetsUs: [-3 * SECOND_US] }, script)[4]).toBe(
      'client/5 server-1: 200',
    );
    expect(fates({ tokens: lasting }, script)[4]).toBe('client/5 server-1: 401 expired');
  });

  it('refuses a token that the right clock has just issued', () => {
    expect(fates({ clockOffsetsUs: [-60 * SECOND_US] }, [me, logIn, me])[2]).toBe(
      'client/3 server-1: 401 not-yet-valid',
    );
  });
});

describe('setting a clock', () => {
  const ahead = instruct(
    ['server-1'],
    { kind: 'set-clock', offsetUs: 300 * SECOND_US },
    whenAnswered('client/1'),
  );

  it('takes effect at once, survives a restart, and can be put right', () => {
    const one = says([logIn, me, me], { servers: 1, tokens: tokens({ lifetimeUs: 60 * SECOND_US }) });
    expect(fatesOf(record(one, [ahead]))[1]).toBe('client/2 server-1: 401 expired');
    const reboot = [
      crash('server-1', whenAnswered('client/1', 10)),
      restart('server-1', whenAnswered('client/1', 20)),
    ];
    expect(fatesOf(record(one, [ahead, ...reboot]))[1]).toBe('client/2 server-1: 401 expired');
    const right = instruct(['server-1'], { kind: 'set-clock', offsetUs: 0 }, whenAnswered('client/2'));
    expect(fatesOf(record(one, [ahead, right]))[2]).toBe('client/3 server-1: 200');
  });

  it('does not change how long anything takes', () => {
    const timesOf = (changes: Partial<GivenScenario>) =>
      record(says(lines, { strategy: 'server-memory', ...changes }), []).flatMap((event) =>
        event.kind === 'request-settled' ? [event.atUs] : [],
      );
    expect(timesOf({ clockOffsetsUs: [86_400_000_000, -86_400_000_000] })).toEqual(timesOf({}));
  });
});
