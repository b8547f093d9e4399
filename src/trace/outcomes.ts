/** How each request of a run ended, and where two runs of the same script diverge. */
import type { RequestId } from '../simulation/kernel/actor.ts';
import type { ResponseMeaning, Verdict } from './reading.ts';
import { RequestLog } from './request-log.ts';
import type { Run } from './run.ts';

export type RequestOutcome =
  | { readonly kind: 'heard'; readonly meaning: ResponseMeaning; readonly verdict: Verdict }
  /** No response, or one that came too late. */
  | { readonly kind: 'unanswered'; readonly outcome: 'refused' | 'timed-out' | 'failed' };

/** In order of settlement. */
export function outcomesOf({ events }: Pick<Run, 'events'>): ReadonlyMap<RequestId, RequestOutcome> {
  const log = new RequestLog();
  const lastHeard = new Map<RequestId, RequestOutcome>();
  const outcomes = new Map<RequestId, RequestOutcome>();
  for (const event of events) {
    if (event.kind === 'message-sent' && event.message.role === 'request') log.ask(event.message);
    if (event.kind === 'message-delivered') {
      const { request } = event.message;
      const response = log.hear(event.message);
      if (request !== null && response !== undefined) {
        const { meaning, verdict } = response;
        lastHeard.set(request, { kind: 'heard', meaning, verdict });
      }
    }
    if (event.kind !== 'request-settled') continue;
    const { request, outcome, cause } = event;
    const heard = lastHeard.get(request);
    // A failure without a response: the connection was reset.
    const isBroken = outcome === 'failed' && events[cause ?? -1]?.kind === 'connection-reset';
    if (outcome === 'refused' || outcome === 'timed-out' || isBroken) {
      outcomes.set(request, { kind: 'unanswered', outcome: isBroken ? 'failed' : outcome });
    } else if (heard !== undefined) outcomes.set(request, heard);
  }
  return outcomes;
}

export interface Divergence {
  readonly request: RequestId;
  readonly outcome: RequestOutcome;
  /** Null when the other run lacks this request. */
  readonly otherOutcome: RequestOutcome | null;
}

/** The first request of `run` whose outcome differs in `other`; undefined when all are equal. */
export function divergenceOf(run: Pick<Run, 'events'>, other: Pick<Run, 'events'>): Divergence | undefined {
  const others = outcomesOf(other);
  for (const [request, outcome] of outcomesOf(run)) {
    const otherOutcome = others.get(request) ?? null;
    if (JSON.stringify(outcome) !== JSON.stringify(otherOutcome)) return { request, outcome, otherOutcome };
  }
  return undefined;
}
