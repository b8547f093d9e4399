/** Servers that are only there share a head, so that a large cluster stays readable. */
import { expect, it } from 'vitest';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { codes } from '../support/code-phrasebook.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

function drawn(given: Partial<ClusterScenario>, commands: readonly Command[] = []): SequenceDiagram {
  return describeRun(runOf({ ...scenario(), ...given }, commands), codes);
}

function names({ participants }: SequenceDiagram): string[] {
  return participants.map(({ name }) => name);
}

it('nine servers of which one is asked are two heads', () => {
  const diagram = drawn({ servers: 9 });
  const idle = diagram.participants.filter(({ folded }) => folded !== undefined);
  expect(diagram.participants.map(({ role }) => role)).toEqual([
    'client',
    'load-balancer',
    'server',
    'server',
  ]);
  expect(idle.map(({ folded }) => folded)).toEqual([
    ['server-2', 'server-3', 'server-4', 'server-5', 'server-6', 'server-7', 'server-8', 'server-9'],
  ]);
  expect(names(diagram)).toContain('8 idle servers');
});

it('whoever is asked, crashed, or remembers something has a head of its own', () => {
  const moment = whenAnswered('client/1');
  const diagram = drawn({ servers: 9 }, [crash('server-1', moment), crash('server-7', moment)]);
  const ids = diagram.participants.flatMap(({ id, folded }) => (folded === undefined ? [id] : []));
  expect(ids).toEqual(['client', 'load-balancer', 'server-1', 'server-2', 'server-7']);
  expect(names(diagram)).toContain('6 idle servers');
  // Copies make a server remember, though it was never asked.
  expect(drawn({ servers: 9, strategy: 'replicated' }).participants).toHaveLength(11);
});

it('nobody switches several servers off with one button', () => {
  const diagram = drawn({ servers: 9 });
  const powers = diagram.headsAt(0).map(({ participant, hasPower }) => [participant.id, hasPower]);
  expect(powers).toContainEqual(['server-1', true]);
  expect(powers).toContainEqual(['server-2', false]);
});

it('few servers, and full detail, fold nothing', () => {
  expect(drawn({ servers: 5 }).participants).toHaveLength(7);
  const full = describeRun(runOf({ ...scenario(), servers: 9 }, [], 'full'), codes);
  expect(full.participants.filter(({ role }) => role === 'server')).toHaveLength(9);
});
