/** Customers' actions that most lessons share, and the moments of commands. */
import type { Line } from '../simulation/applications/line.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { Moment } from '../simulation/kernel/command.ts';

export const visit: Line = { kind: 'visit' };
export const logIn: Line = { kind: 'log-in', user: 'mina' };
export const logInAsJun: Line = { kind: 'log-in', user: 'jun' };
export const me: Line = { kind: 'me' };
export const logOut: Line = { kind: 'log-out' };

export function handOver(to: NodeId): Line {
  return { kind: 'hand-over', to };
}

export const SECOND_US = 1_000_000;

/** Copies have arrived by then, and the customer is still thinking. */
export const AFTER_COPIES_US = 100_000;

export function whenAnswered(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'answered', offsetUs };
}

export function whenArrived(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'arrived', offsetUs };
}

export function crash(node: NodeId, moment: Moment) {
  return { kind: 'crash', node, moment } as const;
}
