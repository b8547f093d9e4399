import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import type { Detail } from '../../src/trace/visible-events.ts';
import { runOf } from '../support/run-of.ts';
import { operated } from '../support/runs.ts';
import { connecting, operations, scriptNames, speaking } from '../support/scripts.ts';
import { faultsOf } from '../support/word-faults.ts';

const details: readonly Detail[] = ['essential', 'full'];

describe.each([korean, english])('in $language', (phrasebook) => {
  describe.each(strategyIds)('under %s', (strategy) => {
    it.each(scriptNames)('every step of %s has its words, whenever the server in use crashes', (script) => {
      const run = runOf(speaking(strategy, script), []);
      const faults = run.steps.flatMap((_, step) =>
        faultsOf(operated(run, step, 'crash', 'server-1'), phrasebook),
      );
      expect([...new Set(faults)]).toEqual([]);
    });

    it.each(scriptNames)('every step of %s has its words, whatever an operator does', (script) => {
      const faults = operations.flatMap((commands) =>
        details.flatMap((detail) =>
          faultsOf(runOf(speaking(strategy, script), commands, detail), phrasebook),
        ),
      );
      expect([...new Set(faults)]).toEqual([]);
    });
  });

  it.each(['tcp', 'udp'] as const)('every step over %s has its words, whatever gets lost', (transport) => {
    const scenario = connecting(transport);
    const lossy = { ...scenario, network: { ...scenario.network, lossPerMillion: 250_000 } };
    const faults = Array.from({ length: 30 }, (_, seed) =>
      faultsOf(runOf({ ...lossy, seed }, []), phrasebook),
    );
    expect([...new Set([...faults.flat(), ...faultsOf(runOf(scenario, []), phrasebook)])]).toEqual([]);
  });
});
