import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { alignmentOf, compareMoments, ordinalOf } from '../../src/trace/alignment.ts';
import type { Run } from '../../src/trace/run.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario, arrowOf } from '../support/runs.ts';
import {
  crash,
  linesOf,
  purchase,
  scenario,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../support/scenario.ts';

const other: Record<StrategyId, StrategyId> = {
  'server-memory': 'client-state',
  sticky: 'client-state',
  replicated: 'client-state',
  'shared-store': 'client-state',
  'client-state': 'server-memory',
  'signed-token': 'server-memory',
  'sealed-cookie': 'server-memory',
};

function arrowAt(run: Run, step: number): string {
  const present = run.steps[step];
  if (present === undefined) throw new Error(`The run has no step ${step}.`);
  return arrowOf(present);
}

function lineOf(request: string): number {
  return Number(request.replace('client/', ''));
}

describe('the equivalent step in another run', () => {
  const commands = [crash('server-1', whenAnswered('client/1'))];
  const stateful = runOf(scenario(), commands);
  const stateless = runOf(scenario({ strategy: 'client-state' }), commands);

  it('is the same leg of the same request', () => {
    stateful.steps.forEach((step, index) => {
      expect(arrowAt(stateless, alignmentOf(stateful, stateless)(index))).toBe(arrowOf(step));
    });
  });

  it('is the same leg on any server', () => {
    const inTurn = runOf(scenario({ balancing: 'round-robin' }), []);
    const first = runOf(scenario(), []);
    expect(arrowAt(inTurn, alignmentOf(first, inTurn)(4))).toBe('client/2 load-balancer -> server-2');
  });

  describe('for a leg that is missing there', () => {
    // Under client state, the empty second line repeats the first: a GET, which is retried on another server.
    const lines = { script: [{ product: 'laptop' }, {}] } as const;
    const cutOff = [crash('server-1', whenArrived('client/2', 1))];
    const repeated = runOf(scenario({ ...lines, strategy: 'client-state' }), cutOff);
    const refused = runOf(scenario(lines), cutOff);

    it.each([
      ['client/2 load-balancer -> server-2', 'crash server-1: done'],
      ['client/2 server-2 --> client', 'client/2 load-balancer --> client'],
    ])('is the last earlier step: %s, %s', (here, there) => {
      const index = repeated.steps.findIndex((step) => arrowOf(step) === here);
      expect(index).toBeGreaterThan(0);
      expect(arrowAt(refused, alignmentOf(repeated, refused)(index))).toBe(there);
    });
  });

  it('maps back to the same step if it exists in both', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, fc.nat(), (random, faults, place) => {
        const run = runOf(random, faults);
        const twin = runOf({ ...random, strategy: other[random.strategy] }, faults);
        const index = place % run.steps.length;
        const there = alignmentOf(run, twin)(index);
        const exists = twin.steps.some(({ key }) => key === run.steps[index]?.key);
        if (exists) expect(alignmentOf(twin, run)(there)).toBe(index);
      }),
    );
  });

  it('always exists, and belongs to no later request', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, fc.nat(), (random, faults, place) => {
        const run = runOf(random, faults);
        const twin = runOf({ ...random, strategy: other[random.strategy] }, faults);
        const index = place % run.steps.length;
        const [here, there] = [run.steps[index], twin.steps[alignmentOf(run, twin)(index)]];
        expect(there).toBeDefined();
        const requests = [here, there].map((step) => lineOf(step?.moment.request ?? ''));
        expect(requests[1]).toBeLessThanOrEqual(requests[0] ?? 0);
      }),
    );
  });

  it('for a leg that is missing there belongs to the same client, or to all of them', () => {
    // Questions to the store are missing without one, while both clients’ requests are under way.
    const groups = [clients(linesOf(purchase('laptop'))), clients(linesOf(purchase('americano')))];
    const inStore = runOf(scenario({ strategy: 'shared-store', clients: groups }), []);
    const inMemory = runOf(scenario({ clients: groups }), []);
    const clientAt = (run: Run, index: number) => {
      const step = run.steps[index];
      return step?.kind === 'message' ? (step.request?.split('/')[0] ?? null) : null;
    };
    const toStore = inStore.steps.flatMap((step, index) =>
      step.kind === 'message' && step.to === 'session-store' ? [index] : [],
    );
    expect(toStore.length).toBeGreaterThan(6);
    const align = alignmentOf(inStore, inMemory);
    expect(toStore.map((index) => clientAt(inMemory, align(index)))).toEqual(
      toStore.map((index) => clientAt(inStore, index)),
    );
  });

  it('is the first step for a step that does not exist', () => {
    expect(alignmentOf(stateful, stateless)(99)).toBe(0);
  });
});

describe('the order of moments', () => {
  const inOrder = [
    whenSent('client/1'),
    whenSent('client/1', 5),
    whenArrived('client/1'),
    whenAnswered('client/1'),
    whenAnswered('client/1', 1_000),
    // A further request of the first line, and not of the tenth.
    whenSent('client/1+1'),
    whenSent('client/1+10'),
    whenSent('client/2'),
    whenSent('client/10'),
  ].map((moment) => ({ moment }));

  it('is that of lines, then of milestones, then of time', () => {
    inOrder.forEach((one, index) => {
      inOrder.forEach((other, place) => {
        expect(Math.sign(compareMoments(one, other))).toBe(Math.sign(index - place));
      });
    });
  });

  it('compares clients by line', () => {
    expect(ordinalOf('client-2/3')).toBe(ordinalOf('client/3'));
    expect(ordinalOf('client-12/3+2')).toBeGreaterThan(ordinalOf('client/3+1'));
    expect(ordinalOf('client-12/3+2')).toBeLessThan(ordinalOf('client/4'));
  });
});
