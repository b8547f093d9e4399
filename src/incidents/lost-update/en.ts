/** The change that was overwritten, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'The change that was overwritten';

export default {
  story:
    'A page sent two requests at the same time, and both changed the session. Both were answered as if all was well. Afterwards one of the changes was gone, such as an item that had just been put into the cart.',
  cause:
    'Each request reads the whole session and later writes the whole session. The second one wrote what it had read before the first one’s change.',
  fix: 'Let one request at a time have the session: lock it from reading to writing.',
  replayed: 'Here two tabs put a laptop and a coffee into one cart.',
} satisfies IncidentWords;
