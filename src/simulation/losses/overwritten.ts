/** Changes and ends of sessions that another request's write undid. */
import type { CreateDetector } from './detector.ts';
import { OverwriteReader } from './overwrites.ts';

export const overwritten: CreateDetector = (_states, report) => {
  const reader = new OverwriteReader();
  return {
    see(event) {
      const overwrite = reader.follow(event);
      if (overwrite === null || event.kind !== 'remembered') return;
      const { kind: cause, node, victimEvent: write } = overwrite;
      report({ cause, key: event.key, node, event: event.id, write });
    },
  };
};
