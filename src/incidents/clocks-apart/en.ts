/** A token from the future, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A token from the future';

export default {
  story:
    'One server handled the login and issued a token. The next request went to another server a moment later, and that one refused the token as invalid. The clocks of the two servers were about a second apart.',
  cause: 'A token says when it was issued. By the second server’s clock, that moment was in the future.',
  fix: 'Allow for clocks that are up to a minute apart.',
  replayed: 'Server 1 is two seconds ahead here, and the client asks again after half a second.',
} satisfies IncidentWords;
