/** Invariants of any kernel's run, with arbitrary messages and memory. */
import { type AnyEvent, type Checker, problemsIn, type Report } from './checker.ts';
import {
  cutLinks,
  deliveries,
  drops,
  frozenProcesses,
  nothingUnderWay,
  orderOnLinks,
  repliesToTheLiving,
  silenceOfDarkMachines,
  silenceOfTheDown,
} from './delivery.ts';
import { causes, endOfRun, orderOfEvents } from './order.ts';

export const kernelInvariants = {
  'event order': orderOfEvents,
  'end of the run': endOfRun,
  causes,
  deliveries,
  'no messages in flight at the end': nothingUnderWay,
  'link order': orderOnLinks,
  'cut links': cutLinks,
  drops,
  'replies to live requesters': repliesToTheLiving,
  'no activity on down nodes': silenceOfTheDown,
  'dark machines': silenceOfDarkMachines,
  'frozen processes': frozenProcesses,
} as const satisfies Readonly<Record<string, (report: Report) => Checker<AnyEvent>>>;

export function kernelProblemsIn(events: readonly AnyEvent[]): string[] {
  return Object.entries(kernelInvariants).flatMap(([name, invariant]) =>
    problemsIn(events, invariant).map((problem) => `${name}: ${problem}`),
  );
}
