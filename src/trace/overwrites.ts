/** A run's lost updates, found once per run. */
import type { Overwrite } from '../simulation/losses/overwrite.ts';
import { OverwriteReader } from '../simulation/losses/overwrites.ts';
import type { Run } from './run.ts';

export type { Overwrite };

const known = new WeakMap<Run['events'], readonly Overwrite[]>();

/** In order of occurrence. */
export function overwritesOf(events: Run['events']): readonly Overwrite[] {
  let found = known.get(events);
  if (found === undefined) {
    const reader = new OverwriteReader();
    found = events.flatMap((event) => reader.follow(event) ?? []);
    known.set(events, found);
  }
  return found;
}
