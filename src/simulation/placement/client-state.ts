/** State in every request: the client carries the whole conversation, and servers keep nothing. */
import { done } from '../actors/flow.ts';
import type { Placement } from './placement.ts';

export const clientState: Placement = {
  id: 'client-state',
  mode: 'stateless',
  clientCarries: 'everything-so-far',
  load: () => done({ sessionId: null, conversation: {} }),
  save: () => done([]),
};
