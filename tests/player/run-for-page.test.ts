/** No run that the page makes exceeds one limit of events, for any caller. */
import { beforeEach, expect, test, vi } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { alternativeRunOf } from '../../src/player/alternative-run.ts';
import { explainedOption } from '../../src/player/explained-option.ts';
import { measured } from '../../src/player/measured.ts';
import { EVENTS_MAX, runForPage, runForPageInPieces } from '../../src/player/run-for-page.ts';
import { strategyFigures } from '../../src/player/strategy-figures.ts';
import { finished } from '../../src/sequence/interruptible.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { wasCutOff } from '../../src/trace/was-cut-off.ts';

const { limitsAsked } = vi.hoisted(() => ({ limitsAsked: [] as number[] }));

// Cut off early, so that a caller without a limit fails this test instead of running for hours.
vi.mock(import('../../src/simulation/simulate.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    simulate: (scenario, commands, sink, limits) => {
      const { eventsMax = Number.POSITIVE_INFINITY } = limits ?? {};
      limitsAsked.push(eventsMax);
      return original.simulate(scenario, commands, sink, { eventsMax: Math.min(eventsMax, 2_000) });
    },
    simulateInPieces: (scenario, commands, sink, limits) => {
      const { eventsMax = Number.POSITIVE_INFINITY } = limits ?? {};
      limitsAsked.push(eventsMax);
      return original.simulateInPieces(scenario, commands, sink, { eventsMax: Math.min(eventsMax, 2_000) });
    },
  };
});

/** A health check every millisecond, for the 71 minutes that the customer thinks: 4 million checks of each server. */
const endless: ClusterScenario = {
  ...clerk.scenario,
  clients: clerk.scenario.clients.map((group) => ({ ...group, think: { kind: 'fixed', us: 2 ** 32 } })),
  timing: { ...clerk.scenario.timing, healthIntervalUs: 1_000 },
};

beforeEach(() => {
  limitsAsked.length = 0;
});

test('a run for the page is cut off, and says so', () => {
  expect(wasCutOff(runForPage({ scenario: endless, commands: [] }))).toBe(true);
});

test.each<[string, () => unknown]>([
  ['a run for the page', () => runForPage({ scenario: endless, commands: [] })],
  ['a run in pieces', () => finished(runForPageInPieces({ scenario: endless, commands: [] }))],
  ['the run in the other mode', () => alternativeRunOf(runForPage({ scenario: endless, commands: [] }))],
  ['a row of the table of strategies', () => strategyFigures({ scenario: endless, commands: [] }, 'sticky')],
  ['a measure of the comparison', () => measured({ what: 'bytes-per-request', scenario: endless })],
  [
    'the explanation of a wrong option',
    () =>
      explainedOption(
        runForPage({ scenario: endless, commands: [] }),
        {
          kind: 'answer',
          request: 'client/1',
          client: 'client',
          intent: null,
          at: 0,
          seenAt: 0,
          options: [],
        },
        {
          answer: { kind: 'unanswered', outcome: 'failed' },
          isTrue: false,
          under: ['client-state'],
          withoutCommands: false,
        },
      ),
  ],
])('%s takes no more events than the limit', (_, make) => {
  make();
  expect(limitsAsked.length).toBeGreaterThan(0);
  for (const eventsMax of limitsAsked) expect(eventsMax).toBeLessThanOrEqual(EVENTS_MAX);
});
