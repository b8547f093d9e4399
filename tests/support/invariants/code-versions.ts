/** A rolling deploy: no version of the code changes a session of another one. */
import { sessionIn } from '../../../src/simulation/memory.ts';
import type { Checker, Report } from './checker.ts';

/** A session keeps the format that it was created in, because no other version can read it. */
export function sessionFormats(report: Report): Checker {
  const formats = new Map<string, number>();
  return {
    see(event) {
      if (event.kind !== 'remembered') return;
      const session = sessionIn(event.item);
      if (session === null) return;
      const format = session.data.format ?? 1;
      const before = formats.get(session.id);
      formats.set(session.id, format);
      if (before !== undefined && before !== format) {
        report(`${session.id} changes from format ${before} to ${format} at event ${event.id}`);
      }
    },
  };
}
