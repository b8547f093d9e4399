/** Tries one schedule of a search, and shrinks it if the property breaks. */
import type { LossCause } from '../../simulation/losses/loss.ts';
import { runInto } from '../run-point.ts';
import { commandsOf, type Schedule, type SearchPlan } from './plan.ts';
import { LossSink, properties } from './properties.ts';
import { shrunk } from './shrink.ts';

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
  // A single fault is tried only where the run without it keeps the property.
  const shortest = schedule.length < 2 ? schedule : shrunk(schedule, (rest) => breaks(plan, rest));
  const { cause } = runInto(new LossSink(), plan.scenario, commandsOf(plan, shortest));
  return { schedule: shortest, cause };
}
