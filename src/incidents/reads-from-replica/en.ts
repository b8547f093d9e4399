/** Read where it hasn’t arrived yet, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Read where it hasn’t arrived yet';

export default {
  story:
    'An application wrote its sessions to the primary database and read them from a replica. Logins failed now and then: the page after the login knew nothing of it. Without the replica, everything worked.',
  cause:
    'The replica is behind by a moment. A browser follows a login within that moment, so the session is read before it has arrived.',
  fix: 'Read sessions from the machine that they’re written to.',
  replayed: 'The replica is half a second behind here, and the browser asks after a fifth of a second.',
} satisfies IncidentWords;
