/** Tries one schedule of a search, and shrinks it if the property breaks. */
import type { LossCause } from '../../simulation/losses/loss.ts';
import { runInto } from '../run-point.ts';
import { commandsOf, type Schedule, type SearchPlan } from './plan.ts';
import { LossSink, properties } from './properties.ts';

export interface Found {
  /** No fault of it can be left out. */
  readonly schedule: Schedule;
  /** How the first session was lost in its run; null if none was. */
  readonly cause: LossCause | null;
}

/** Whether the property breaks in the run with these faults. */
export function breaks(plan: SearchPlan, schedule: Schedule): boolean {
  const sink = runInto(properties[plan.property](), plan.scenario, commandsOf(plan, schedule));
  return sink.brokenAt !== null;
}

/** @returns Null if the property holds. */
export function trySchedule(plan: SearchPlan, schedule: Schedule): Found | null {
  if (!breaks(plan, schedule)) return null;
  const shortest = shrunk(plan, schedule);
  const { cause } = runInto(new LossSink(), plan.scenario, commandsOf(plan, shortest));
  return { schedule: shortest, cause };
}

/** Leaves out one fault after the other for as long as the property still breaks. */
function shrunk(plan: SearchPlan, schedule: Schedule): Schedule {
  // A single fault is tried only where the run without it keeps the property.
  if (schedule.length < 2) return schedule;
  for (const index of schedule) {
    const rest = schedule.filter((each) => each !== index);
    if (breaks(plan, rest)) return shrunk(plan, rest);
  }
  return schedule;
}
