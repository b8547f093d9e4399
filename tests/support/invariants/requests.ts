/** Requests: each settles once, with the outcome that its client was told. */
import { type ClusterEvent, isClient, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpResponse } from '../../../src/simulation/protocols/http.ts';
import type { AnyEvent, Checker, Report } from './checker.ts';
import type { Served } from './served.ts';

/** Every sent request settles exactly once, and nothing else settles. */
export function settlements(report: Report): Checker<AnyEvent> {
  const sent = new Map<string, number>();
  const settled = new Map<string, number>();
  let isFinished = false;
  return {
    see(event) {
      if (event.kind === 'run-ended') isFinished = event.reason === 'finished';
      if (event.kind === 'request-reached' && event.milestone === 'sent') increment(sent, event.request);
      if (event.kind !== 'request-settled') return;
      increment(settled, event.request);
      if (!sent.has(event.request)) report(`${event.request} settled before it was sent`);
    },
    end() {
      for (const [request, times] of sent) {
        const ends = settled.get(request) ?? 0;
        if (times !== 1) report(`${request} was sent ${times} times`);
        if (ends > 1 || (ends === 0 && isFinished)) report(`${request} settled ${ends} times`);
      }
    },
  };
}

interface ClientOutcome {
  response: HttpResponse | null;
  wasRefused: boolean;
  wasReset: boolean;
}

/**
 * A request's outcome matches the last message to its client: a response, a gateway's failure, a refusal, or nothing.
 */
export function outcomes(report: Report): Checker {
  const told = new Map<RequestId, ClientOutcome>();
  return {
    see(event) {
      if (event.kind === 'request-settled') {
        const { request, outcome } = event;
        const known = told.get(request);
        const status = known?.response?.status;
        const isTrue = {
          answered: status !== undefined && status < 500,
          failed: (status !== undefined && status >= 500) || known?.wasReset === true,
          refused: known?.wasRefused === true,
          'timed-out': true,
          sent: false,
        }[outcome];
        if (!isTrue) report(`${request} settles as ${outcome}, but its client was told otherwise`);
        told.delete(request);
      }
      if (!('message' in event) || event.message.request === null) return;
      const { message } = event;
      const { request } = event.message;
      if (
        event.kind === 'message-delivered' &&
        message.body.kind === 'http-response' &&
        isClient(message.to)
      ) {
        of(told, request).response = message.body;
      }
      if (event.kind === 'message-refused' && isClient(message.from)) of(told, request).wasRefused = true;
      if (event.kind === 'connection-reset' && isClient(message.from)) of(told, request).wasReset = true;
    },
  };
}

/** An attempt that its client sees refused never reached the application. */
export function refusals(report: Report): Checker {
  const attempts = new Map<RequestId, number>();
  const refused = new Map<RequestId, number>();
  const arrived = new Map<RequestId, number>();
  return {
    see(event) {
      if (event.kind === 'message-sent' && isFromClient(event)) increment(attempts, event.message.request);
      if (event.kind === 'message-refused' && isFromClient(event)) increment(refused, event.message.request);
      if (event.kind === 'request-reached' && event.milestone === 'arrived')
        increment(arrived, event.request);
      if (event.kind !== 'request-settled' || event.outcome !== 'refused') return;
      const { request } = event;
      const wereAllRefused = attempts.get(request) === refused.get(request);
      if (wereAllRefused && arrived.has(request))
        report(`${request} was refused, but reached the application`);
      if (!refused.has(request)) report(`${request} settles as refused, but was not refused`);
    },
  };
}

function isFromClient({ message }: Extract<ClusterEvent, { kind: 'message-sent' | 'message-refused' }>) {
  return message.role === 'request' && isClient(message.from);
}

/** The load balancer's response is a server's response to that request, or its own error when no server responded. */
export function answersPassedOn(report: Report): Checker {
  const answers = new Map<RequestId, Served[]>();
  return {
    served(exchange) {
      const of = answers.get(exchange.id);
      if (of === undefined) answers.set(exchange.id, [exchange]);
      else of.push(exchange);
    },
    see(event) {
      if (event.kind !== 'message-sent' || event.message.from !== LOAD_BALANCER) return;
      const { body, request, role } = event.message;
      if (role !== 'reply' || request === null || body.kind !== 'http-response') return;
      const isPassedOn = answers.get(request)?.some(({ response }) => isSameAnswer(response, body)) === true;
      if (!isPassedOn && body.status < 502) report(`${request} gets a response that no server sent for it`);
    },
  };
}

function isSameAnswer(one: HttpResponse, other: HttpResponse): boolean {
  return one.status === other.status && one.body === other.body;
}

function of(told: Map<RequestId, ClientOutcome>, request: RequestId | null): ClientOutcome {
  const none: ClientOutcome = { response: null, wasRefused: false, wasReset: false };
  if (request === null) return none;
  const known = told.get(request) ?? none;
  told.set(request, known);
  return known;
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
