/** When each session was written, on any node, from the events alone. */
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { isSession, sessionOf } from './copies.ts';

interface Write {
  readonly event: EventId;
  readonly atUs: number;
}

/** Microseconds since a session was created, and since it was last seen. */
export interface SessionAge {
  readonly ageUs: number;
  readonly idleUs: number;
}

export class SessionWrites {
  readonly #writes = new Map<string, Write[]>();

  see(event: ClusterEvent): void {
    if (event.kind !== 'remembered') return;
    // A server can use its own copy although the store never got the write.
    if (!isSession(event) && event.item.kind !== 'local-copy') return;
    const { id, atUs, key } = event;
    const before = this.#writes.get(sessionOf(key));
    if (before === undefined) this.#writes.set(sessionOf(key), [{ event: id, atUs }]);
    else before.push({ event: id, atUs });
  }

  /**
   * @param arrival The request's delivery. Writes while the server works on it come later, and don't count.
   * @returns Null for a session that wasn't written before.
   */
  age(sessionId: string | null, arrival: EventId, nowUs: number): SessionAge | null {
    const writes = sessionId === null ? undefined : this.#writes.get(sessionId);
    const lastSeenUs = writes?.findLast(({ event }) => event < arrival)?.atUs;
    const createdUs = writes?.[0]?.atUs;
    if (lastSeenUs === undefined || createdUs === undefined) return null;
    return { ageUs: nowUs - createdUs, idleUs: nowUs - lastSeenUs };
  }
}
