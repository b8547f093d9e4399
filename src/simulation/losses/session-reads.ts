/** When each request read each session last, of the latest requests. */
import type { RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';

/** A request's reads. Most requests read one session. */
interface Read {
  readonly sessionId: string;
  event: EventId;
  readonly next: Read | undefined;
}

/** Requests that read a session this many requests ago have ended. */
const REQUESTS_KEPT_MIN = 16_384;

export class SessionReads {
  // Two generations: a Map from which the oldest entry is removed at each insertion gets slow and large.
  #latest = new Map<RequestId, Read>();
  #earlier: ReadonlyMap<RequestId, Read> = new Map();

  keep(request: RequestId, sessionId: string, event: EventId): void {
    const first = this.#latest.get(request) ?? this.#earlier.get(request);
    const known = find(first, sessionId);
    if (known !== undefined) known.event = event;
    else this.#add(request, { sessionId, event, next: first });
  }

  of(request: RequestId, sessionId: string): EventId | undefined {
    return find(this.#latest.get(request) ?? this.#earlier.get(request), sessionId)?.event;
  }

  #add(request: RequestId, read: Read): void {
    if (this.#latest.size >= REQUESTS_KEPT_MIN) {
      this.#earlier = this.#latest;
      this.#latest = new Map();
    }
    this.#latest.set(request, read);
  }
}

function find(first: Read | undefined, sessionId: string): Read | undefined {
  let read = first;
  while (read !== undefined && read.sessionId !== sessionId) read = read.next;
  return read;
}
