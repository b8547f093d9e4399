/** Migrates earlier versions of the run code to the present spelling. */
import { isRecord } from '../simulation/validation/is-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Up to version 3, a server's queue limit was `capacity.lineMax`. */
export function withPresentWords(run: Fields): Fields {
  const { scenario } = run;
  if (!isRecord(scenario) || !isRecord(scenario.capacity)) return run;
  const { lineMax, ...capacity } = scenario.capacity;
  if (lineMax === undefined) return run;
  return { ...run, scenario: { ...scenario, capacity: { ...capacity, queueMax: lineMax } } };
}
