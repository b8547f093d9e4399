import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../src/trace/run.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario, arrowsOf, operated } from '../support/runs.ts';
import { crash, restart, scenario, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';

/** The kinds of what a node remembers once a step is shown. */
function memory(run: Run, step: number, node: NodeId): string[] {
  return [...(run.states[step]?.snapshot.get(node)?.memory ?? [])].map(({ item }) => item.kind);
}

describe('the steps of a purchase', () => {
  it.each(strategyIds)('are three a request under %s besides its copies and its store', (strategy) => {
    const { steps } = runOf(scenario({ strategy }), []);
    const between = new Set(['client', LOAD_BALANCER]);
    const asked = steps.filter(
      (step) => step.kind === 'message' && (between.has(step.from) || between.has(step.to)),
    );
    expect(arrowsOf({ steps: asked })).toEqual([
      'client/1 client -> load-balancer',
      'client/1 load-balancer -> server-1',
      'client/1 server-1 --> client',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-1',
      'client/2 server-1 --> client',
      'client/3 client -> load-balancer',
      'client/3 load-balancer -> server-1',
      'client/3 server-1 --> client',
    ]);
  });

  it('show what is asked of a shared store and what it knows, and not that it has done as told', () => {
    expect(arrowsOf(runOf(scenario({ strategy: 'shared-store' }), [])).slice(0, 8)).toEqual([
      'client/1 client -> load-balancer',
      'client/1 load-balancer -> server-1',
      'client/1 server-1 -> session-store',
      'client/1 server-1 --> client',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-1',
      'client/2 server-1 -> session-store',
      'client/2 session-store --> server-1',
    ]);
  });

  it('change the clerk after a crash', () => {
    const { steps } = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    expect(arrowsOf({ steps: steps.slice(2, 7) })).toEqual([
      'client/1 server-1 --> client',
      'crash server-1: done',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-2',
      'client/2 server-2 --> client',
    ]);
  });

  it('change the clerk without a crash by round robin', () => {
    const clerks = runOf(scenario({ balancing: 'round-robin' }), []).steps.flatMap((step) =>
      step.kind === 'message' && step.from === LOAD_BALANCER ? [step.to] : [],
    );
    expect(clerks).toEqual(['server-1', 'server-2', 'server-3']);
  });

  it('show a server that nobody has missed yet refusing, and the next one being tried', () => {
    const run = runOf(scenario(), [crash('server-1', whenSent('client/2'))]);
    expect(arrowsOf(run).slice(3, 8)).toEqual([
      'crash server-1: done',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -x server-1',
      'client/2 load-balancer -> server-2',
      'client/2 server-2 --> client',
    ]);
  });

  it('show the load balancer answering when the server died at work', () => {
    const run = runOf(scenario(), [crash('server-1', whenArrived('client/2', 1))]);
    expect(arrowsOf(run).slice(4, 7)).toEqual([
      'client/2 load-balancer -> server-1',
      'crash server-1: done',
      'client/2 load-balancer --> client',
    ]);
  });

  it('end in time and never run backwards, whatever is crashed when', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { steps } = runOf(random, commands);
        expect(steps.length).toBeGreaterThan(0);
        const ends = steps.map(({ lastEvent }) => lastEvent);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      }),
    );
  });
});

describe('a step', () => {
  const run = runOf(scenario(), []);

  it('that passes a request on includes what the server then remembers', () => {
    expect([0, 1].map((step) => memory(run, step, 'server-1'))).toEqual([[], ['session']]);
  });

  it('that passes the last request on includes the order in the database', () => {
    expect([6, 7].map((step) => memory(run, step, 'database'))).toEqual([[], ['order']]);
  });

  it('that brings a reply includes the cookie that the client keeps', () => {
    expect([1, 2].map((step) => memory(run, step, 'client'))).toEqual([[], ['cookie']]);
  });

  it('in which the client asks includes what it carries itself', () => {
    const stateless = runOf(scenario({ strategy: 'client-state' }), []);
    expect(memory(stateless, 0, 'client')).toEqual(['conversation']);
  });

  it('never includes what health checks find out before the next request is sent', () => {
    const crashed = operated(run, 2, 'crash', 'server-1');
    expect(arrowsOf(crashed)[3]).toBe('crash server-1: done');
    expect([2, 3, 4].map((step) => memory(crashed, step, LOAD_BALANCER))).toEqual([[], [], ['server-down']]);
  });

  it('that brings the last reply leaves nothing of the run to be told, whatever is crashed when', () => {
    const told = new Set(['remembered', 'forgot', 'node-crashed', 'node-started', 'request-settled']);
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps } = runOf(random, commands);
        const rest = events.slice((steps.at(-1)?.lastEvent ?? 0) + 1);
        expect(rest.filter(({ kind, background }) => told.has(kind) && !background)).toEqual([]);
      }),
    );
  });
});

describe('a command', () => {
  it.each([
    ['crash a server that is down', [crash('server-1', whenAnswered('client/1'))], 'crash', 'already-down'],
    ['restart a server that is up', [], 'restart', 'already-up'],
  ] as const)('to %s becomes a step that says so', (_, before, kind, result) => {
    const run = runOf(scenario(), [...before, { kind, node: 'server-1', moment: whenAnswered('client/1') }]);
    expect(arrowsOf(run)).toContain(`${kind} server-1: ${result}`);
  });

  it('to a server that is not there becomes a step that says so', () => {
    const run = runOf(scenario(), [crash('server-9', whenAnswered('client/1'))]);
    expect(arrowsOf(run)).toContain('crash server-9: no-such-node');
  });

  it.each([
    ['while the request is on its way', whenSent('client/2')],
    ['while the server is at work', whenArrived('client/2', 1)],
    ['while the reply is on its way', whenArrived('client/2', 8_000)],
    ['while the customer thinks', whenAnswered('client/2')],
  ])('to crash, given %s, shows the server down in its own step', (_, moment) => {
    const run = runOf(scenario(), [crash('server-1', moment)]);
    const step = run.steps.findIndex(({ kind }) => kind === 'command');
    expect([step - 1, step].map((each) => run.states[each]?.snapshot.get('server-1')?.isUp)).toEqual([
      true,
      false,
    ]);
  });

  it('that is done shows its server down or up in its own step, whatever is crashed when', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { steps, states } = runOf(random, commands);
        steps.forEach((step, index) => {
          if (step.kind !== 'command' || step.result !== 'done' || !('node' in step.command)) return;
          const isUp = states[index]?.snapshot.get(step.command.node)?.isUp;
          expect(`${step.command.kind} ${isUp}`).toBe(
            step.command.kind === 'crash' ? 'crash false' : 'restart true',
          );
        });
      }),
    );
  });

  it('to restart brings the server back empty', () => {
    const run = runOf(scenario(), [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1')),
    ]);
    const states = [2, 3, 4].map((step) => run.states[step]?.snapshot.get('server-1'));
    expect(states.map((state) => [state?.isUp, state?.memory.size, state?.lost.length])).toEqual([
      [true, 1, 0],
      [false, 0, 1],
      [true, 0, 0],
    ]);
  });
});
