/** Shopping: the clerk changes. Opens where Server 1 already remembers the laptop. */
import type { Conversation, ProductId } from '../simulation/application/shop.ts';
import { defaultTiming } from '../simulation/scenario.ts';
import type { Lesson } from './lesson.ts';

/** Asks for the price, says how many, pays by card. */
export function purchase(product: ProductId): readonly Conversation[] {
  return [{ product }, { quantity: 2 }, { payment: 'card' }];
}

export const clerk: Lesson = {
  id: 'clerk',
  scenario: {
    strategy: 'server-memory',
    balancing: 'first',
    servers: 3,
    script: purchase('laptop'),
    seed: 1,
    timing: defaultTiming,
  },
  opensAt: { request: 'client/1', at: 'answered' },
};
