/** Runs to test with: random ones, ones that a person has operated, and what their steps are in an arrow language. */
import fc from 'fast-check';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Step } from '../../src/trace/steps.ts';
import { anyLine, anyScenario } from './arbitraries.ts';
import { runOf } from './run-of.ts';
import { linesOf, scenario } from './scenario.ts';

const anyScript = fc.array(anyLine, { minLength: 1, maxLength: 4 });

/** A scenario in which something is said, so that its run has a step. */
export const anySpokenScenario: fc.Arbitrary<ClusterScenario> = fc
  .tuple(anyScenario, anyScript)
  .map(([scenario, said]) => ({ ...scenario, clients: [clients(linesOf(said))] }));

/** As in the lessons: messages take their time, and customers think for longer than a crash goes unnoticed. */
export const anyLessonScenario: fc.Arbitrary<ClusterScenario> = fc
  .record({
    strategy: fc.constantFrom(...strategyIds),
    balancing: fc.constantFrom(...balancingPolicies),
    servers: fc.integer({ min: 1, max: 3 }),
    script: anyScript,
    seed: fc.nat(),
  })
  .map(scenario);

/** What a person does at a step: `at` is taken to one that exists. */
export interface Operation {
  readonly at: number;
  readonly kind: 'crash' | 'restart';
  readonly node: NodeId;
}

export const anyOperation: fc.Arbitrary<Operation> = fc.record({
  at: fc.nat({ max: 20 }),
  kind: fc.constantFrom('crash', 'crash', 'restart'),
  node: fc.constantFrom('server-1', 'server-2', 'server-3'),
});

/** Gives a command at a step: what was commanded up to there stays, and what was commanded later is given up. */
export function operated(run: Run, step: number, kind: Operation['kind'], node: NodeId): Run {
  const present = run.steps[step];
  if (present === undefined) throw new Error(`The run has no step ${step}.`);
  const before = run.steps
    .slice(0, step + 1)
    .flatMap((each) => (each.kind === 'command' ? [each.command] : []));
  return runOf(run.scenario, [...before, { kind, node, moment: present.moment }]);
}

/** `client/1 client -> load-balancer`, with two dashes for a reply and a cross for what never arrives. */
export function arrowOf(step: Step): string {
  switch (step.kind) {
    case 'command': {
      const { command, result } = step;
      return `${command.kind}${'node' in command ? ` ${command.node}` : ''}: ${result}`;
    }
    case 'occurrence': {
      const { kind, node } = step.occurrence;
      return `${kind} ${node}`;
    }
    case 'message': {
      const { request, from, to, message, fate, isLate } = step;
      const shaft = message.role === 'reply' ? '--' : '-';
      const head = fate.kind === 'delivered' ? '>' : 'x';
      return `${request ?? '-'} ${from} ${shaft}${head} ${to}${isLate ? ' (late)' : ''}`;
    }
    default:
      throw new Error(`Unknown step ${step satisfies never}`);
  }
}

export function arrowsOf({ steps }: Pick<Run, 'steps'>): string[] {
  return steps.map(arrowOf);
}
