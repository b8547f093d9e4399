/** An application's decision about one request. It's independent of where the state is stored. */
import type { Flow } from '../actors/flow.ts';
import type { ClusterContext } from '../cluster.ts';
import type { HttpRequest, Status } from '../protocols/http.ts';
import type { SessionData } from '../session.ts';
import type { SessionLookup } from '../strategies/session-strategy.ts';

export interface Decision {
  readonly status: Status;
  /** The response's JSON: codes and values, so that byte counts don't depend on the reader's language. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly session: SessionChange;
  /**
   * What the request does outside the session, once: a conflict on the session can't take it back.
   *
   * @returns Null if it's done, or the response of the failure.
   */
  readonly act?: (context: ClusterContext) => Flow<Decision | null>;
}

type SessionChange =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'save'; readonly data: SessionData; readonly isLogin: boolean }
  | { readonly kind: 'end' };

/** @param lookup What is known of the user; a failed lookup never gets here. */
export type Application = (
  request: HttpRequest,
  lookup: SessionLookup,
  context: ClusterContext,
) => Flow<Decision>;

/** A response that leaves the session unchanged. */
export function decide(status: Status, fields: Decision['fields']): Decision {
  return { status, fields, session: { kind: 'unchanged' } };
}

/** A response, and the session after it. */
export function decideAndSave(
  fields: Decision['fields'],
  data: SessionData,
  { isLogin = false } = {},
): Decision {
  return { status: 200, fields, session: { kind: 'save', data, isLogin } };
}

export function databaseUnavailable(): Decision {
  return decide(503, { error: 'database-unavailable' });
}

export function dataOf(lookup: SessionLookup): SessionData {
  return lookup.kind === 'found' ? lookup.data : {};
}
