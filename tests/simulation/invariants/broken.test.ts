/** Shows that each invariant works: break one thing in a run on purpose, and the invariant fails. */
import { describe, expect, it, vi } from 'vitest';
import { run } from '../../../src/simulation/kernel/kernel.ts';
import { actorBreakages } from '../../support/breakages/actors.ts';
import { type Breakage, type KernelBreakage, problemsOf } from '../../support/breakages/breakage.ts';
import { kernelBreakages } from '../../support/breakages/kernel.ts';
import type { InvariantName } from '../../support/invariants/invariants.ts';

/** One for each invariant, or this does not compile. */
const breakages: Readonly<Record<InvariantName, Breakage>> = { ...kernelBreakages, ...actorBreakages };

describe.each(Object.entries(breakages))('the invariant "%s"', (name, breakage) => {
  it(`fails when ${breakage.description}`, async () => {
    const problems = problemsOf(breakage, await kernelOf(breakage.kernel));
    expect(problems.map((problem) => problem.split(': ')[0])).toContain(name);
  });

  it('holds when nothing is broken', () => {
    const { description, scenario, commands = [] } = breakage;
    expect(problemsOf({ description, scenario, commands }, run)).toEqual([]);
  });
});

/** A kernel with one module replaced. */
async function kernelOf(breakage: KernelBreakage | undefined): Promise<typeof run> {
  if (breakage === undefined) return run;
  vi.resetModules();
  if (breakage.module === 'post') {
    const original = await vi.importActual<typeof import('../../../src/simulation/kernel/message-bus.ts')>(
      '../../../src/simulation/kernel/message-bus.ts',
    );
    vi.doMock('../../../src/simulation/kernel/message-bus.ts', () => ({
      ...original,
      ...breakage.replace(original),
    }));
  } else {
    const original = await vi.importActual<typeof import('../../../src/simulation/kernel/node.ts')>(
      '../../../src/simulation/kernel/node.ts',
    );
    vi.doMock('../../../src/simulation/kernel/node.ts', () => ({
      ...original,
      ...breakage.replace(original),
    }));
  }
  const broken = await import('../../../src/simulation/kernel/kernel.ts');
  vi.doUnmock('../../../src/simulation/kernel/message-bus.ts');
  vi.doUnmock('../../../src/simulation/kernel/node.ts');
  return broken.run;
}
