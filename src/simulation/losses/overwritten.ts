/** Changes and ends of sessions that another request's write undid. */
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { OverwriteReader } from './overwrites.ts';
import type { SessionStates } from './session-states.ts';

/** It follows causes, and almost any event can be one. */
export const overwritten: DetectorDescriptor = { kinds: 'all', create };

function create(_: SessionStates, report: ReportEnd): LossDetector {
  const reader = new OverwriteReader();
  return {
    see(event) {
      const overwrite = reader.follow(event);
      if (overwrite === null || event.kind !== 'remembered') return;
      const { kind: cause, node, victimEvent: write } = overwrite;
      report({ cause, key: event.key, node, event: event.id, write });
    },
  };
}
