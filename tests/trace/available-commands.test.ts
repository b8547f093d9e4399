import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients, clusterScenario, type Scenario } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import {
  type AvailableCommand,
  availableCommands,
  availableCommandsOf,
} from '../../src/trace/available-commands.ts';
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

/** The step of the first response. */
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

describe('an available command', () => {
  it('takes effect when given, after any earlier commands', () => {
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
            if (command === undefined) throw new Error('No command is available.');
            act(player, { kind: 'command', payload: command.payload });
            expect(presentStep(player)).toMatchObject({ kind: 'command', result: 'done' });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('to drop the next message drops exactly that message', () => {
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

describe('the available commands', () => {
  it('contain a crash for a server that is up, and a restart for one that is down', () => {
    const player = openPlayer();
    const offered = () =>
      kinds(availableCommandsOf(runOfPlayer(player), player.getState().step, 'server-1')).filter((kind) =>
        ['crash', 'restart'].includes(kind),
      );
    // Its process, or its machine.
    expect(offered()).toEqual(['crash', 'crash']);
    act(player, { kind: 'crash', node: 'server-1' });
    expect(offered()).toEqual(['restart']);
  });

  it('contain another server up to nine, each with its own number', () => {
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

  it('are those of every client, and let each cut its link', () => {
    const scenario = clusterScenario({
      strategy: 'sticky',
      clients: [clients([{ kind: 'me' }], { count: 5 })],
    });
    const ofLast = availableCommands(runOf(scenario, []), 1).filter(({ node }) => node === 'client-5');
    expect(kinds(ofLast)).toContain('cut');
  });

  it('let any user log in, and pay with and without an idempotency key', () => {
    const scenario = clusterScenario({ strategy: 'sticky', clients: [clients([{ kind: 'me' }])] });
    const said = availableCommandsOf(runOf(scenario, []), 1, 'client').flatMap(({ payload }) =>
      payload.kind === 'instruct' && payload.instruction.kind === 'say' ? [payload.instruction.line] : [],
    );
    const users = said.flatMap((line) => (line.kind === 'log-in' ? [line.user] : []));
    expect(users).toEqual(['mina', 'jun', 'root']);
    const keys = said.flatMap((line) => (line.kind === 'pay' ? [line.hasIdempotencyKey] : []));
    expect(keys).toEqual([false, true]);
  });

  it('cut the store off as a whole', () => {
    const scenario = clusterScenario({ strategy: 'shared-store', clients: [clients([{ kind: 'me' }])] });
    expect(kinds(availableCommandsOf(runOf(scenario, []), 1, 'session-store'))).toContain('partition');
  });

  it('never remove the last server', () => {
    const run = runOf(
      clusterScenario({ strategy: 'sticky', servers: 1, clients: [clients(scripts.shop)] }),
      [],
    );
    expect(kinds(availableCommands(run, 0))).not.toContain('drain');
  });

  it('contain key commands where servers have keys', () => {
    for (const strategy of strategyIds) {
      const offered = kinds(availableCommands(clusterRun(strategy), 2));
      const expected =
        strategy === 'signed-token' || strategy === 'sealed-cookie'
          ? ['rotate-key', 'rotate-key', 'remove-keys']
          : [];
      expect(new Set(offered.filter((kind) => kind.endsWith('key') || kind.endsWith('keys')))).toEqual(
        new Set(expected),
      );
    }
  });

  it('contain emptying a store once it has an entry', () => {
    const run = clusterRun('shared-store');
    expect(kinds(availableCommandsOf(run, 0, 'session-store'))).not.toContain('flush');
    expect(kinds(availableCommandsOf(run, answered(run), 'session-store'))).toContain('flush');
  });

  it('contain a logout for a logged-in client only', () => {
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

  it('let a client with expiring credentials stay away until they have expired', () => {
    const run = clusterRun('server-memory');
    const step = answered(run);
    const command = availableCommandsOf(run, step, 'client').find(
      ({ payload }) => payload.kind === 'instruct' && payload.instruction.kind === 'stay-away',
    );
    const moment = run.steps[step]?.moment;
    if (command === undefined || moment === undefined) throw new Error('No such command is available.');
    const away = runOf(run.scenario, [{ ...command.payload, moment }]);
    expect(away.scores.at(-1)?.questionsAsked).toBeGreaterThan(0);
    expect(kinds(availableCommandsOf(clusterRun('client-state'), step, 'client'))).not.toContain('stay-away');
  });

  it('contain healing a cut link', () => {
    const player = openPlayer();
    const between = ['load-balancer', 'server-1'] as const;
    act(player, { kind: 'command', payload: { kind: 'cut', between } });
    const commands = availableCommands(runOfPlayer(player), player.getState().step);
    expect(commands).toContainEqual({ payload: { kind: 'heal', between }, node: 'server-1' });
    expect(kinds(commands)).toContain('heal-all');
  });
});
