import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AvailableCommand,
  availableCommands,
  availableCommandsOf,
} from '../../src/player/available-commands.ts';
import { clients, clusterScenario, type Scenario } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategy-traits.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { runOf } from '../support/run-of.ts';
import { type ScriptName, scriptNames, scripts } from '../support/scripts.ts';
import { presentStep } from '../support/steps.ts';

function clusterRun(strategy: StrategyId, script: ScriptName = 'shop'): Run {
  return runOf(clusterScenario({ strategy, clients: [clients(scripts[script])] }), []);
}

function kinds(commands: readonly AvailableCommand[]): string[] {
  return commands.map(({ payload }) =>
    payload.kind === 'instruct' ? payload.instruction.kind : payload.kind,
  );
}

/** The step at which the first answer has come. */
function answered({ steps }: Run): number {
  return steps.findIndex(({ moment }) => moment.at === 'answered');
}

const anyCommandScenario: fc.Arbitrary<Scenario> = fc.oneof(
  fc
    .record({
      strategy: fc.constantFrom(...strategyIds),
      script: fc.constantFrom(...scriptNames),
      connections: fc.constantFrom('granted', 'granted', 'tcp'),
      count: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ strategy, script, connections, count }) =>
      clusterScenario({ strategy, connections, clients: [clients(scripts[script], { count })] }),
    ),
  fc.constantFrom('tcp', 'udp').map((transport) =>
    transportScenario({
      transport,
      script: [{ kind: 'open' }, { kind: 'request', text: 'one' }, { kind: 'close' }],
    }),
  ),
);

describe('an payload that is offered', () => {
  it('is carried out when it is given, one after another, whatever was ordered before', () => {
    fc.assert(
      fc.property(
        anyCommandScenario,
        fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat()), { minLength: 1, maxLength: 4 }),
        (scenario, choices) => {
          const player = openPlayer();
          act(player, { kind: 'change-scenario', scenario });
          for (const [steps, choice] of choices) {
            act(player, { kind: 'go-to', step: player.getState().step + steps });
            const commands = availableCommands(runOfPlayer(player), player.getState().step);
            const command = commands[choice % commands.length];
            if (command === undefined) throw new Error('There is always something to be done.');
            act(player, { kind: 'command', payload: command.payload });
            expect(presentStep(player)).toMatchObject({ kind: 'command', result: 'done' });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('to drop the next message loses just that', () => {
    for (const strategy of strategyIds) {
      const run = clusterRun(strategy);
      for (let step = 0; step < run.steps.length - 1; step += 1) {
        const drop = availableCommands(run, step).find(({ payload }) => payload.kind === 'drop');
        const moment = run.steps[step]?.moment;
        if (drop === undefined || moment === undefined) continue;
        const dropped = runOf(run.scenario, [{ ...drop.payload, moment }]);
        const lost = dropped.steps.filter(
          (each) => each.kind === 'message' && each.fate.kind === 'lost' && each.fate.why === 'dropped',
        );
        expect(lost, `${strategy}, step ${step}`).toHaveLength(1);
      }
    }
  });
});

describe('what is offered', () => {
  it('of a server that is up is a crash, of one that is down a restart', () => {
    const player = openPlayer();
    const offered = () =>
      kinds(availableCommandsOf(runOfPlayer(player), player.getState().step, 'server-1')).filter((kind) =>
        ['crash', 'restart'].includes(kind),
      );
    expect(offered()).toEqual(['crash']);
    act(player, { kind: 'crash', node: 'server-1' });
    expect(offered()).toEqual(['restart']);
  });

  it('is another server until there are nine, each by its own number', () => {
    const player = openPlayer();
    const added: string[] = [];
    for (;;) {
      const command = availableCommands(runOfPlayer(player), player.getState().step).find(
        ({ payload }) => payload.kind === 'add',
      );
      if (command?.payload.kind !== 'add') break;
      added.push(command.payload.node);
      act(player, { kind: 'command', payload: command.payload });
    }
    expect(added).toEqual([4, 5, 6, 7, 8, 9].map((ordinal) => `server-${ordinal}`));
    const up = runOfPlayer(player).states[player.getState().step]?.snapshot;
    expect(added.every((id) => up?.get(id)?.isUp)).toBe(true);
  });

  it('never takes the last server away', () => {
    const run = runOf(
      clusterScenario({ strategy: 'sticky', servers: 1, clients: [clients(scripts.shop)] }),
      [],
    );
    expect(kinds(availableCommands(run, 0))).not.toContain('drain');
  });

  it('of keys is there for signed tokens alone', () => {
    for (const strategy of strategyIds) {
      const offered = kinds(availableCommands(clusterRun(strategy), 2));
      const expected = strategy === 'signed-token' ? ['rotate-key', 'rotate-key', 'remove-keys'] : [];
      expect(new Set(offered.filter((kind) => kind.endsWith('key') || kind.endsWith('keys')))).toEqual(
        new Set(expected),
      );
    }
  });

  it('of a store is to empty it, once something is in it', () => {
    const run = clusterRun('shared-store');
    expect(kinds(availableCommandsOf(run, 0, 'session-store'))).not.toContain('flush');
    expect(kinds(availableCommandsOf(run, answered(run), 'session-store'))).toContain('flush');
  });

  it('of a client that is logged in is to log out, and no other', () => {
    const run = clusterRun('server-memory', 'account');
    const logsOut = (step: number) =>
      availableCommandsOf(run, step, 'client').some(
        ({ payload }) =>
          payload.kind === 'instruct' &&
          payload.instruction.kind === 'say' &&
          payload.instruction.line.kind === 'log-out',
      );
    expect(logsOut(0)).toBe(false);
    const loggedIn = run.steps.findIndex(
      ({ moment }) => moment.request === 'client/2' && moment.at === 'answered',
    );
    expect(logsOut(loggedIn)).toBe(true);
  });

  it('of a client that holds something that expires is to stay away, long enough for it to have expired', () => {
    const run = clusterRun('server-memory');
    const step = answered(run);
    const command = availableCommandsOf(run, step, 'client').find(
      ({ payload }) => payload.kind === 'instruct' && payload.instruction.kind === 'stay-away',
    );
    const moment = run.steps[step]?.moment;
    if (command === undefined || moment === undefined) throw new Error('Nothing of the kind is offered.');
    const away = runOf(run.scenario, [{ ...command.payload, moment }]);
    expect(away.scores.at(-1)?.questionsAsked).toBeGreaterThan(0);
    expect(kinds(availableCommandsOf(clusterRun('client-state'), step, 'client'))).not.toContain('stay-away');
  });

  it('of a link that is cut is to restore it', () => {
    const player = openPlayer();
    const between = ['load-balancer', 'server-1'] as const;
    act(player, { kind: 'command', payload: { kind: 'cut', between } });
    const commands = availableCommands(runOfPlayer(player), player.getState().step);
    expect(commands).toContainEqual({ payload: { kind: 'heal', between }, node: 'server-1' });
    expect(kinds(commands)).toContain('heal-all');
  });
});
