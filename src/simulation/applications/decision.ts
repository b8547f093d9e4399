/** What an application makes of one request. Where the state is kept afterwards is not its affair. */
import type { Flow } from '../actors/flow.ts';
import type { ClusterContext } from '../cluster.ts';
import type { HttpRequest, Status } from '../protocols/http.ts';
import type { SessionData } from '../session.ts';
import type { SessionLookup } from '../strategies/session-strategy.ts';

export interface Decision {
  readonly status: Status;
  /** The response's JSON: codes and values, so that bytes do not change with the reader's language. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly session: SessionChange;
}

type SessionChange =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'save'; readonly data: SessionData; readonly isLogin: boolean }
  | { readonly kind: 'end' };

/** @param lookup What is known of the user; never that it could not be looked up. */
export type Application = (
  request: HttpRequest,
  lookup: SessionLookup,
  context: ClusterContext,
) => Flow<Decision>;

/** An answer that leaves the session as it was. */
export function decide(status: Status, fields: Decision['fields']): Decision {
  return { status, fields, session: { kind: 'unchanged' } };
}

/** The answer, and the session as it stands after it. */
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
