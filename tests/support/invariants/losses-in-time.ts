/** A session counts as lost only while a server would still have served it: not once its time is over. */
import { isLoss } from '../../../src/simulation/losses/loss.ts';
import { LossReader } from '../../../src/simulation/losses/loss-reader.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { sessionOf } from './copies.ts';
import { ServerClocks } from './server-clocks.ts';
import { SessionWrites } from './session-writes.ts';

/** A store keeps an entry up to a second longer, and a copy takes a moment to arrive. */
const TOLERANCE_US = 2_000_000;

export function lossesInTime(report: Report, { sessions, replication }: ClusterScenario): Checker {
  const writes = new SessionWrites();
  const clocks = new ServerClocks();
  let nowUs = 0;
  const losses = new LossReader(({ cause, key, node, event }) => {
    const age = isLoss(cause) ? writes.age(sessionOf(key), event, nowUs - clocks.spreadUs) : null;
    if (age === null) return;
    const lateUs = TOLERANCE_US + replication.delayUs;
    if (age.idleUs >= sessions.idleUs + lateUs || age.ageUs >= sessions.absoluteUs + lateUs) {
      report(`${node} loses session ${key}, idle for ${age.idleUs} µs and ${age.ageUs} µs old (${cause})`);
    }
  });
  return {
    see(event) {
      nowUs = event.atUs;
      clocks.see(event);
      losses.follow(event);
      writes.see(event);
    },
  };
}
