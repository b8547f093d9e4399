/** Attempts: how often a client sends a request, how long it waits, and when it gives up. */
import { type ClusterEvent, isClient } from '../../../src/simulation/cluster.ts';
import type { RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpRequest } from '../../../src/simulation/protocols/http.ts';
import type { ClientGroup, ClusterScenario } from '../../../src/simulation/scenario.ts';
import { AwaitedResponses, clientOf } from './awaited.ts';
import type { Checker, Report } from './checker.ts';
import type { HttpEvent } from './http-traffic.ts';

type Settled = Extract<ClusterEvent, { kind: 'request-settled' }>;

interface Tries {
  readonly first: string;
  count: number;
  sentAtUs: number;
  /** The status that answered it; null while it's open. */
  status: number | null;
}

/**
 * Each failed attempt is followed by a retry until the client's retries are used up; a request fails only after all of
 * them. No attempt waits longer than the client's timeout, and a request times out exactly then.
 */
export function attempts(report: Report, scenario: ClusterScenario): Checker {
  const groupOf = groups(scenario);
  const { clientTimeoutUs } = scenario.timing;
  const isTcp = scenario.connections === 'tcp';
  const awaited = new AwaitedResponses();
  const begun = new Map<RequestId, number>();
  const tries = new Map<RequestId, Tries>();
  /** The request of each exchange. A response's segments don't always name it. */
  const requests = new Map<string, RequestId>();
  /** The last reset of each request's connection. */
  const resets = new Map<RequestId, EventId>();
  /** Requests that a browser sent again at once, because of a reset. A retry without a pause has a timer. */
  const resent = new Set<EventId>();
  const settle = ({ request, outcome, atUs }: Settled) => {
    const of = tries.get(request);
    const { retries, resendsOnReset, retryPolicy } = groupOf(request);
    const most = retries + 1;
    const pausesUs = pauseUs(retryPolicy, retries) * retries;
    const sinceBegin = atUs - (begun.get(request) ?? Number.NaN);
    if (!(sinceBegin <= most * clientTimeoutUs + pausesUs)) {
      report(`${request} settles after ${sinceBegin} µs`);
    }
    if (outcome === 'answered') {
      if (of?.status == null || of.status >= 500)
        report(`${request} settles as answered after ${of?.status}`);
      return;
    }
    if (of?.status != null && of.status < 500)
      report(`${request} settles as ${outcome} after a ${of.status}`);
    // Over TCP, an attempt whose connection is never established sends no request.
    const isOpen = outcome === 'timed-out' && (!isTcp || retries === 0);
    const waitedUs = isTcp ? sinceBegin : atUs - (of?.sentAtUs ?? Number.NaN);
    if (isOpen && waitedUs !== clientTimeoutUs) report(`${request} times out after ${waitedUs} µs`);
    // A budget can end the retries earlier.
    const isBudgeted = retryPolicy.budgetPercent !== null;
    const count = of?.count ?? 0;
    const resent = resendsOnReset && count === most + 1;
    if (!isTcp && !isBudgeted && count !== most && !resent) {
      report(`${request} fails after ${count} attempts of ${most}`);
    }
  };
  return {
    see(event) {
      if (event.kind === 'request-reached' && event.milestone === 'sent')
        begun.set(event.request, event.atUs);
      if (event.kind === 'connection-reset' && event.message.request !== null)
        resets.set(event.message.request, event.id);
      if (event.kind === 'message-sent' && event.message.request !== null) {
        if (event.cause === resets.get(event.message.request)) resent.add(event.id);
      }
      if (event.kind === 'request-settled') settle(event);
      awaited.see(event);
    },
    http(event) {
      const isAwaited = awaited.http(event);
      if (event.kind === 'request-sent' && event.request !== null)
        requests.set(event.exchange, event.request);
      const request = requests.get(event.exchange) ?? null;
      if (event.client === null || request === null) return;
      if (event.kind === 'request-sent') {
        const of = tries.get(request);
        if (of === undefined) tries.set(request, firstTry(event));
        else {
          const { retries, resendsOnReset, retryPolicy } = groupOf(request);
          // A browser that sends a request again by itself does so once.
          const most = retries + (resendsOnReset ? 1 : 0);
          // The page doesn't know, so it doesn't wait any longer.
          const isResent = resendsOnReset && resent.has(event.event);
          const leastUs = isResent ? 0 : leastPauseUs(retryPolicy, resendsOnReset ? 1 : of.count);
          retry(of, event, { retries: most, retryPolicy, clientTimeoutUs, isTcp, isResent, leastUs }, report);
        }
      }
      const of = tries.get(request);
      if (event.kind === 'response-arrived' && isAwaited && of !== undefined)
        of.status = event.message.status;
    },
  };
}

/** The longest pause before a client's retry with this number, from 1. */
function pauseUs({ delayUs, multiplier, delayMaxUs }: ClientGroup['retryPolicy'], retry: number): number {
  return Math.min(delayMaxUs, delayUs * multiplier ** Math.max(0, retry - 1));
}

/** The shortest one. */
function leastPauseUs(policy: ClientGroup['retryPolicy'], retry: number): number {
  return policy.hasJitter ? 0 : pauseUs(policy, retry);
}

type Sent = Extract<HttpEvent, { kind: 'request-sent' | 'request-arrived' }>;

function firstTry({ atUs, message }: Sent): Tries {
  return { first: textOf(message), count: 1, sentAtUs: atUs, status: null };
}

interface RetryConditions extends Pick<ClientGroup, 'retries' | 'retryPolicy'> {
  readonly clientTimeoutUs: number;
  readonly isTcp: boolean;
  /** The browser sends it again by itself. */
  readonly isResent: boolean;
  /** Since it was sent before. */
  readonly leastUs: number;
}

function retry(
  of: Tries,
  { request, atUs, message }: Sent,
  { retries, retryPolicy, clientTimeoutUs, isTcp, isResent, leastUs }: RetryConditions,
  report: Report,
): void {
  of.count += 1;
  if (of.count > retries + 1) report(`${request} is sent ${of.count} times, with ${retries} retries`);
  if (of.status !== null && of.status < 500) report(`${request} is sent again after a ${of.status}`);
  if (textOf(message) !== of.first) report(`${request} is sent again with another text`);
  const sinceUs = atUs - of.sentAtUs;
  const mostUs = clientTimeoutUs + pauseUs(retryPolicy, of.count - 1);
  // Over TCP, a request can be sent late, even after its client has given it up.
  if (!isTcp && (sinceUs < leastUs || sinceUs > mostUs))
    report(`${request} is sent again after ${sinceUs} µs`);
  if (!isResent) of.sentAtUs = atUs;
  of.status = null;
}

function textOf({ method, target, headers, body }: HttpRequest): string {
  return JSON.stringify([method, target, headers, body]);
}

/** A request's client group. */
function groups({ clients }: ClusterScenario): (request: RequestId) => ClientGroup {
  const all = clients.flatMap((group) => Array.from({ length: group.count }, () => group));
  return (request) => {
    const client = clientOf(request);
    const ordinal = Number(/-(\d+)$/.exec(client)?.[1] ?? 1);
    const group = isClient(client) ? all[ordinal - 1] : undefined;
    if (group === undefined) throw new Error(`${request} has no client.`);
    return group;
  };
}

/** In percent of a retry. */
const ONE_RETRY = 100;

/** A client retries once more than its budget has added up to so far, and never oftener. */
export function retryBudget(report: Report, scenario: ClusterScenario): Checker {
  const groupOf = groups(scenario);
  const begun = new Map<string, number>();
  const retries = new Map<string, number>();
  /** By request: how often it was sent. The browser's own repetition isn't a retry. */
  const sent = new Map<RequestId, number>();
  return {
    see(event) {
      if (event.kind === 'request-reached' && event.milestone === 'sent')
        begun.set(clientOf(event.request), (begun.get(clientOf(event.request)) ?? 0) + 1);
      if (event.kind === 'connection-reset' && event.message.request !== null) {
        const { request } = event.message;
        if (isClient(event.message.from) && groupOf(request).resendsOnReset) sent.delete(request);
      }
    },
    http({ kind, client, request }) {
      if (kind !== 'request-sent' || client === null || request === null) return;
      const times = (sent.get(request) ?? 0) + 1;
      sent.set(request, times);
      const { retryPolicy, resendsOnReset } = groupOf(request);
      const { budgetPercent } = retryPolicy;
      if (times === 1 || budgetPercent === null) return;
      // Over TCP, a repetition by the browser looks like a retry.
      if (resendsOnReset && scenario.connections === 'tcp') return;
      const count = (retries.get(client) ?? 0) + 1;
      retries.set(client, count);
      const most = ONE_RETRY + budgetPercent * (begun.get(client) ?? 0);
      if (count * ONE_RETRY > most)
        report(`${request} is retry ${count} of ${client}, which may do ${most} %`);
    },
  };
}

/** A POST is executed at most once for each time that its client sends it: nothing on the way repeats it. */
export function postsAtMostOnce(report: Report, scenario: ClusterScenario): Checker {
  const groupOf = groups(scenario);
  const sent = new Map<RequestId, number>();
  const arrived = new Map<RequestId, number>();
  return {
    http({ kind, client, server, request, message }) {
      if (request === null || message.kind !== 'http-request' || message.method !== 'POST') return;
      if (kind === 'request-sent' && client !== null) sent.set(request, (sent.get(request) ?? 0) + 1);
      if (kind !== 'request-arrived' || server === null) return;
      const times = (arrived.get(request) ?? 0) + 1;
      arrived.set(request, times);
      const { retries, resendsOnReset } = groupOf(request);
      const most = Math.min(sent.get(request) ?? 0, retries + 1 + (resendsOnReset ? 1 : 0));
      if (times > most) report(`${request} reaches servers ${times} times, but was sent ${most} times`);
    },
  };
}
