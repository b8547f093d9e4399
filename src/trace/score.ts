/** How a run has gone so far, step by step. */
import { readShopResponse } from '../simulation/application/shop-http.ts';
import { CLIENT, type ClusterEvent, isBackend } from '../simulation/cluster.ts';
import type { RequestId } from '../simulation/kernel/actor.ts';
import { bytesOnWire } from '../simulation/protocol/wire.ts';
import { ledgerAt, onlyCopiesOn } from './ledger.ts';
import type { StepState } from './snapshots.ts';
import type { Step } from './steps.ts';

export interface Score {
  /** Sessions whose only copy a crash took. */
  readonly sessionsLost: number;
  /** Replies that asked the client for something instead of answering. */
  readonly questionsAsked: number;
  readonly requestsSettled: number;
  readonly requestsFailed: number;
  /** Bytes between the client and the load balancer, both ways, of the requests that are settled. */
  readonly clientBytes: number;
  /** Bytes of user state in the servers' memory now. */
  readonly serverMemoryBytes: number;
}

const nothingYet: Score = {
  sessionsLost: 0,
  questionsAsked: 0,
  requestsSettled: 0,
  requestsFailed: 0,
  clientBytes: 0,
  serverMemoryBytes: 0,
};

/** The score at each step, one entry a step. */
export function scoresOf(
  events: readonly ClusterEvent[],
  steps: readonly Step[],
  states: readonly StepState[],
): readonly Score[] {
  let score = nothingYet;
  let next = 0;
  const bytesUnderWay = new Map<RequestId, number>();
  return steps.map((step, index) => {
    for (; next <= step.lastEvent; next += 1) {
      const event = events[next];
      if (event !== undefined) score = add(score, event, bytesUnderWay);
    }
    const before = states[index - 1];
    const tookMemory = states[index]?.changes.some(({ kind }) => kind === 'lost');
    if (step.kind === 'command' && step.command.kind === 'crash' && tookMemory && before !== undefined) {
      const lost = onlyCopiesOn(step.command.node, before.snapshot).length;
      score = { ...score, sessionsLost: score.sessionsLost + lost };
    }
    const snapshot = states[index]?.snapshot ?? new Map();
    let serverMemoryBytes = 0;
    for (const [node, bytes] of ledgerAt(snapshot)) {
      if (node !== CLIENT && !isBackend(node)) serverMemoryBytes += bytes;
    }
    return { ...score, serverMemoryBytes };
  });
}

/** @param bytesUnderWay By request, until it settles; this function keeps it. */
function add(score: Score, event: ClusterEvent, bytesUnderWay: Map<RequestId, number>): Score {
  switch (event.kind) {
    case 'request-settled': {
      const failed = event.outcome === 'answered' ? 0 : 1;
      const bytes = bytesUnderWay.get(event.request) ?? 0;
      bytesUnderWay.delete(event.request);
      return {
        ...score,
        clientBytes: score.clientBytes + bytes,
        requestsSettled: score.requestsSettled + 1,
        requestsFailed: score.requestsFailed + failed,
      };
    }
    case 'message-delivered': {
      const { message } = event;
      const { body, request } = message;
      if (request === null || (message.from !== CLIENT && message.to !== CLIENT)) return score;
      bytesUnderWay.set(request, (bytesUnderWay.get(request) ?? 0) + bytesOnWire(body));
      const asks = body.kind === 'http-response' && readShopResponse(body).kind === 'incomplete';
      return asks ? { ...score, questionsAsked: score.questionsAsked + 1 } : score;
    }
    default:
      return score;
  }
}
