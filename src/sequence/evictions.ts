/** Sessions that a full store removes to make room for others. */
import { LossReader } from '../simulation/losses/loss-reader.ts';
import { sessionIn } from '../simulation/memory.ts';
import type { Session } from '../simulation/session.ts';
import type { Run } from '../trace/run.ts';
import { stepOfEvent } from '../trace/steps.ts';

/** The last one within each step. */
export function evictionsByStep(run: Run): ReadonlyMap<number, Session> {
  const byStep = new Map<number, Session>();
  const { events, scenario } = run;
  // Other runs have none, and most runs are others.
  if (scenario.kind !== 'cluster' || scenario.store.entriesMax === null) return byStep;
  const reader = new LossReader(({ cause, event, write }) => {
    const step = cause === 'evicted' ? stepOfEvent(run, event) : undefined;
    const written = events[write ?? -1];
    const session = written?.kind === 'remembered' ? sessionIn(written.item) : null;
    if (step !== undefined && session !== null) byStep.set(step, session);
  });
  for (const event of events) reader.follow(event);
  return byStep;
}
