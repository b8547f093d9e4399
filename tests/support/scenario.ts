/** Scenarios and commands in few words. */
import type { Conversation, ProductId } from '../../src/simulation/application/shop.ts';
import type { NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { Command, Moment } from '../../src/simulation/kernel/command.ts';
import { defaultTiming, type Scenario } from '../../src/simulation/scenario.ts';

/** "What does it cost?", "two", "by card": the purchase of traces T1 to T4. */
export function purchase(product: ProductId): Conversation[] {
  return [{ product }, { quantity: 2 }, { payment: 'card' }];
}

/** Three servers and the purchase of two laptops, unless said otherwise. */
export function scenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    strategy: 'server-memory',
    balancing: 'first',
    servers: 3,
    script: purchase('laptop'),
    seed: 1,
    timing: defaultTiming,
    ...changes,
  };
}

export function whenSent(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'sent', offsetUs };
}

export function whenArrived(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'arrived', offsetUs };
}

export function whenAnswered(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'answered', offsetUs };
}

export function crash(node: NodeId, moment: Moment): Command {
  return { kind: 'crash', node, moment };
}

export function restart(node: NodeId, moment: Moment): Command {
  return { kind: 'restart', node, moment };
}
