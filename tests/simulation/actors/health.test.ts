/** Passive health checks, as nginx documents max_fails and fail_timeout: failures of requests within a time, and a rest as long. */
import { describe, expect, it } from 'vitest';
import {
  countFail,
  endRest,
  isFit,
  newHealth,
  serverOfFailTimer,
  takesNewcomers,
} from '../../../src/simulation/actors/health.ts';

const SECOND_US = 1_000_000;
const server = 'server-1';
const item = { kind: 'server-down', server };

/** Whether a server rests after failures at these times. */
function restsAfter(failsMax: number, failsAtUs: readonly number[]): boolean {
  const health = newHealth();
  for (const atUs of failsAtUs) countFail(health, server, { failsMax, failTimeoutUs: 10 * SECOND_US }, atUs);
  return !isFit(health, server);
}

describe('a server at which requests fail', () => {
  it.each([
    [0, [0, 1, 2], false],
    [1, [0], true],
    [2, [0], false],
    [2, [0, 10 * SECOND_US - 1], true],
    // The first failure is too long ago, so the second one is the first of others.
    [2, [0, 10 * SECOND_US], false],
    [2, [0, 10 * SECOND_US, 19 * SECOND_US], true],
    [3, [0, 6 * SECOND_US, 12 * SECOND_US], false],
  ])('rests after %i of them within the timeout: at %j µs, %s', (failsMax, failsAtUs, rests) => {
    expect(restsAfter(failsMax, failsAtUs)).toBe(rests);
  });

  it('rests for as long as the timeout, once, and is fit again afterwards', () => {
    const health = newHealth();
    const rule = { failsMax: 1, failTimeoutUs: 10 * SECOND_US };
    const [remember, timer, ...others] = countFail(health, server, rule, 0);
    expect(others).toEqual([]);
    expect(remember).toMatchObject({ kind: 'remember', item });
    expect(timer).toMatchObject({ kind: 'set-timer', delayUs: 10 * SECOND_US, background: true });
    expect(timer?.kind === 'set-timer' && serverOfFailTimer(timer.timer)).toBe(server);
    expect(takesNewcomers(health, server)).toBe(false);
    expect(countFail(health, server, rule, 1)).toEqual([]);

    const key = remember?.kind === 'remember' ? remember.key : '';
    expect(endRest(health, server, 10 * SECOND_US)).toEqual([{ kind: 'forget', key }]);
    expect(takesNewcomers(health, server)).toBe(true);
    // Its slow start begins with the end of its rest.
    expect(health.upSinceUs.get(server)).toBe(10 * SECOND_US);
    expect(endRest(health, server, 11 * SECOND_US)).toEqual([]);
    expect(health.upSinceUs.get(server)).toBe(10 * SECOND_US);
  });

  it('doesn’t count the failures of another one', () => {
    const health = newHealth();
    const rule = { failsMax: 2, failTimeoutUs: 10 * SECOND_US };
    countFail(health, server, rule, 0);
    countFail(health, 'server-2', rule, 1);
    expect([server, 'server-2'].map((each) => isFit(health, each))).toEqual([true, true]);
  });

  it('has a timer of its own', () => {
    expect(['health-check', 5, 'wait server-1'].map(serverOfFailTimer)).toEqual([null, null, null]);
  });
});
