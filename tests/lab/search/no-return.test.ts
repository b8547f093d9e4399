import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenStep,
  noReturn,
  Reruns,
  rerunBreaks,
  rerunCount,
  rerunPlanOf,
  withoutFaults,
} from '../../../src/lab/search/no-return.ts';
import clerk from '../../../src/lessons/clerk/lesson.ts';
import { clusterScenario } from '../../../src/simulation/scenario.ts';
import { runOf } from '../../support/run-of.ts';

/** The lesson's own crash, which loses the only copy. */
const lost = runOf(clerk.scenario, clerk.closing.commands);
const lastStep = lost.scores.findIndex(({ sessionsLost }) => sessionsLost > 0);

function sharesOf(perStep: number, run = lost, last = lastStep): readonly (number | null)[] {
  const calm = runOf(run.scenario, withoutFaults(run.commands));
  const plan = rerunPlanOf({ run, calm }, { property: 'session-lost', lastStep: last, perStep });
  const reruns = new Reruns(plan);
  for (let unit = 0; unit < rerunCount(plan); unit += 1) reruns.add(unit, rerunBreaks(plan, unit));
  return reruns.shares();
}

describe('the point of no return', () => {
  it('is the first copy where none follows: Server 1 can crash at any later moment', () => {
    const shares = sharesOf(30);
    const written = lost.events.find((event) => event.kind === 'remembered' && event.item.kind === 'session');
    if (written === undefined) throw new Error('No server wrote a session.');
    expect(noReturn(shares)).toBe(lost.steps.findIndex(({ lastEvent }) => lastEvent >= written.id));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(1);
  });

  it('is the crash where copies follow: later, the crash loses nothing', () => {
    const run = runOf(clusterScenario({ ...clerk.scenario, strategy: 'replicated' }), clerk.closing.commands);
    const crash = run.steps.findIndex(({ kind }) => kind === 'command');
    const shares = sharesOf(30, run, crash);
    expect(noReturn(shares)).toBe(crash);
    for (const share of shares.slice(0, crash)) expect(share).toBeLessThan(1);
  });

  it('doesn’t come in a stateless run, which loses no session', () => {
    const run = runOf(
      clusterScenario({ ...clerk.scenario, strategy: 'client-state' }),
      clerk.closing.commands,
    );
    const shares = sharesOf(3, run, run.steps.length - 1);
    expect(shares.every((share) => share === 0)).toBe(true);
    expect(noReturn(shares)).toBeNull();
  });

  it('counts from the step at which the property breaks', () => {
    expect(brokenStep(lost, 'session-lost')).toBe(lastStep);
    expect(brokenStep(lost, 'charged-twice')).toBeNull();
  });

  it('is the first step after the last share below 100 %', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.5, 1, null), { minLength: 1 }), (shares) => {
        const point = noReturn(shares);
        const isSure = (from: number) => shares.slice(from).every((share) => share === 1);
        if (point === null) expect(shares.at(-1)).not.toBe(1);
        else {
          expect(isSure(point)).toBe(true);
          expect(point === 0 || !isSure(point - 1)).toBe(true);
        }
      }),
    );
  });
});
