/** What clients were told in a run, from the messages that were delivered to them and from nothing else. */
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';

export interface Answer {
  readonly status: number;
  /** Null for an answer of the load balancer itself. */
  readonly server: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The last answer to each request. */
export function answersIn(events: readonly ClusterEvent[]): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const event of events) {
    if (event.kind !== 'message-delivered') continue;
    const { body, request, to } = event.message;
    if (request === null || body.kind !== 'http-response' || !request.startsWith(`${to}/`)) continue;
    answers.set(request, {
      status: body.status,
      server: headerOf(body, 'X-Served-By') ?? null,
      body: JSON.parse(body.body === '' ? '{}' : body.body) as Record<string, unknown>,
    });
  }
  return answers;
}

/** `2 × 200, 1 × 401`, by status. */
export function statusesIn(events: readonly ClusterEvent[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answersIn(events).values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

/** Items of a kind that a node was given to remember. */
export function rememberedBy(events: readonly ClusterEvent[], node: string, kind: string): number {
  return events.filter(
    (event) => event.kind === 'remembered' && event.node === node && event.item.kind === kind,
  ).length;
}
