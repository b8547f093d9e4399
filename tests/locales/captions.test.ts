import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Detail } from '../../src/trace/visible-events.ts';
import { runOf } from '../support/run-of.ts';
import { operated } from '../support/runs.ts';
import { connecting, operations, scriptNames, speaking } from '../support/scripts.ts';
import { faultsOf } from '../support/word-faults.ts';

const details: readonly Detail[] = ['essential', 'full'];

const phrasebooks = [korean, english];

function faultsInAll(runs: readonly Run<Scenario>[], phrasebook: Phrasebook): string[] {
  return [...new Set(runs.flatMap((run) => faultsOf(run, phrasebook)))];
}

describe.each(strategyIds)('under %s, every step of', (strategy) => {
  describe.each(scriptNames)('%s', (script) => {
    const scenario = speaking(strategy, script);
    /** The runs are the same in every language. */
    let crashed: readonly Run[] = [];
    let commanded: readonly Run[] = [];

    beforeAll(() => {
      const run = runOf(scenario, []);
      crashed = run.steps.map((_, step) => operated(run, step, 'crash', 'server-1'));
      commanded = operations.flatMap((commands) =>
        details.map((detail) => runOf(scenario, commands, detail)),
      );
    });

    afterAll(() => {
      crashed = [];
      commanded = [];
    });

    it.each(phrasebooks)('has words in $language, whenever the server in use crashes', (phrasebook) => {
      expect(crashed).not.toHaveLength(0);
      expect(faultsInAll(crashed, phrasebook)).toEqual([]);
    });

    it.each(phrasebooks)('has words in $language, after any command', (phrasebook) => {
      expect(commanded).not.toHaveLength(0);
      expect(faultsInAll(commanded, phrasebook)).toEqual([]);
    });
  });
});

describe.each(phrasebooks)('in $language', (phrasebook) => {
  it.each(['tcp', 'udp'] as const)('words every step over %s, after any loss', (transport) => {
    const scenario = connecting(transport);
    const lossy = { ...scenario, network: { ...scenario.network, lossPerMillion: 250_000 } };
    const runs = Array.from({ length: 30 }, (_, seed) => runOf({ ...lossy, seed }, []));
    expect(faultsInAll([...runs, runOf(scenario, [])], phrasebook)).toEqual([]);
  });
});
