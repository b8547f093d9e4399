/** How a run has gone so far, step by step. */
import { readShopResponse } from '../simulation/application/shop-http.ts';
import { CLIENT, type ClusterEvent, DATABASE } from '../simulation/cluster.ts';
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
  /** Bytes between the client and the load balancer, both ways. */
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
  return steps.map((step, index) => {
    for (; next <= step.lastEvent; next += 1) {
      const event = events[next];
      if (event !== undefined) score = add(score, event);
    }
    const before = states[index - 1];
    if (step.kind === 'command' && step.command.kind === 'crash' && before !== undefined) {
      const lost = onlyCopiesOn(step.command.node, before.snapshot).length;
      score = { ...score, sessionsLost: score.sessionsLost + lost };
    }
    const snapshot = states[index]?.snapshot ?? new Map();
    let serverMemoryBytes = 0;
    for (const [node, bytes] of ledgerAt(snapshot)) {
      if (node !== CLIENT && node !== DATABASE) serverMemoryBytes += bytes;
    }
    return { ...score, serverMemoryBytes };
  });
}

function add(score: Score, event: ClusterEvent): Score {
  switch (event.kind) {
    case 'request-settled': {
      const failed = event.outcome === 'answered' ? 0 : 1;
      return {
        ...score,
        requestsSettled: score.requestsSettled + 1,
        requestsFailed: score.requestsFailed + failed,
      };
    }
    case 'message-delivered': {
      const { message } = event;
      if (message.from !== CLIENT && message.to !== CLIENT) return score;
      const { body } = message;
      const asks = body.kind === 'http-response' && readShopResponse(body).kind === 'incomplete';
      return {
        ...score,
        clientBytes: score.clientBytes + bytesOnWire(body),
        questionsAsked: score.questionsAsked + (asks ? 1 : 0),
      };
    }
    default:
      return score;
  }
}
