/** A failover forgets the last logins, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A failover forgets the last logins';

export default {
  story:
    'A Redis master failed, and Sentinel promoted its replica. The application saw no error. Keys had gone back to older values, although each write had been acknowledged.',
  cause:
    'Redis acknowledges a write before its replica has it. What was written in between exists only on the failed master.',
  fix: 'Wait for the replica before a login counts as saved.',
  replayed:
    'The copy is half a second late here, and leaves with the reply after the fix. WAIT waits for the replica, too. Even then, a failover can lose a write.',
} satisfies IncidentWords;
