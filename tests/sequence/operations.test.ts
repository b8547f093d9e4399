/** What an operator's band and caption say of a command's effect. */
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { captionOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const moment = whenAnswered('client/1');

/** The captions of an operator's commands. */
function captions(changes: Partial<ClusterScenario>, commands: readonly Command[]): readonly string[] {
  const script = clients([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }]);
  const run = runOf(
    scenario({ servers: 2, strategy: 'shared-store', ...changes, clients: [script] }),
    commands,
  );
  const { steps } = describeRun(run, english);
  return run.steps.flatMap(({ kind }, index) => {
    const step = steps[index];
    return kind === 'command' && step !== undefined ? [captionOf(step)] : [];
  });
}

describe('a restart', () => {
  it('of a store without persistence empties its memory', () => {
    expect(captions({}, [crash('session-store', moment), restart('session-store', moment)]).at(-1)).toBe(
      'Session store is back, with an empty memory.',
    );
  });

  it('of the database leaves its accounts, orders and charges on its disk', () => {
    expect(captions({}, [crash('database', moment), restart('database', moment)]).at(-1)).toBe(
      'Database is back.',
    );
  });
});

describe('a cut link', () => {
  const cuts: readonly Command[] = [
    { kind: 'cut', between: ['load-balancer', 'server-1'], moment },
    { kind: 'partition', nodes: ['server-2'], moment },
  ];
  const { network } = scenario({});

  it('loses messages where no connection survives it', () => {
    expect(captions({}, cuts)).toEqual([
      'Link cut: Load balancer and Server 1. Messages there are lost, without an error.',
      'Server 2 cut off. Messages there are lost, without an error.',
    ]);
  });

  it('delays messages where TCP retransmits them', () => {
    expect(captions({ network: { ...network, cutLinks: 'delay' } }, cuts)).toEqual([
      'Link cut: Load balancer and Server 1. Messages wait there: TCP retransmits them until the link is back.',
      'Server 2 cut off. Messages wait there: TCP retransmits them until the link is back.',
    ]);
  });
});
