/** Random runs of clusters and of connections, and random limits of a run. */
import fc from 'fast-check';
import type { RunLimits } from '../../src/simulation/kernel/run-options.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { anySchedule, type Schedule } from './schedules.ts';
import { anyTransportCommands, anyTransportScenario } from './transport-arbitraries.ts';

export const anyRun: fc.Arbitrary<Schedule<Scenario>> = fc.oneof(
  { weight: 3, arbitrary: anySchedule },
  fc.record({ scenario: anyTransportScenario, commands: anyTransportCommands }),
);

export const anyLimits: fc.Arbitrary<Partial<RunLimits>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.integer({ min: 0, max: 400 }).map((eventsMax) => ({ eventsMax })),
  fc.integer({ min: 0, max: 30_000_000 }).map((timeUsMax) => ({ timeUsMax })),
);
