import { describe, expect, it } from 'vitest';
import { LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import { rememberedSince, startsOf } from '../../src/trace/node-life.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const run = runOf(scenario(), [
  crash('server-1', whenAnswered('client/1')),
  restart('server-1', whenAnswered('client/2')),
]);

function stepOf(kind: string): number {
  return run.steps.findIndex((step) => step.kind === 'command' && step.command.kind === kind);
}

describe('a node', () => {
  it('has started once, and once more with each restart', () => {
    const [crashed, restarted] = [stepOf('crash'), stepOf('restart')];
    const starts = [0, crashed, restarted - 1, restarted].map((step) => startsOf(run, step, 'server-1'));
    expect(starts).toEqual([1, 1, 1, 2]);
    expect(startsOf(run, run.steps.length - 1, LOAD_BALANCER)).toBe(1);
    expect(startsOf(run, 999, 'server-1')).toBe(0);
  });

  it('remembers an entry since the latest step that wrote it', () => {
    // Steps 1 and 4 are the arrivals of client/1 and client/2 at the server, which writes the session anew with each.
    const calm = runOf(scenario(), []);
    const sessionAt = (step: number) => {
      const [entry] = calm.states[step]?.snapshot.get('server-1')?.memory.first(1) ?? [];
      if (entry === undefined) throw new Error(`The server has nothing at step ${step}.`);
      return entry.item;
    };
    const since = (step: number, item = sessionAt(step), node = 'server-1') =>
      rememberedSince(calm, step, node, item);
    expect([1, 2, 3, 4, 5].map((step) => since(step))).toEqual([1, 1, 1, 4, 4]);
    expect(since(999, sessionAt(4))).toBe(4);
    expect(since(4, sessionAt(4), 'server-2')).toBeUndefined();
    expect(since(0, sessionAt(1))).toBeUndefined();
  });
});
