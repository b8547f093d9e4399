/** Sessions evicted for room, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Sessions evicted for room';

export default {
  story:
    'Logins were kept in a Redis with a memory limit. When many people logged in at once, others had to log in again in the middle of their work. No error appeared anywhere; only a counter of evicted keys grew.',
  cause:
    'At its limit, Redis makes room by evicting the entries that were used least recently. It was set up as a cache, and it treats sessions as it treats anything else.',
  fix: 'Give Redis room for the sessions of a busy evening.',
  replayed: 'The limit here is two sessions, and eight after the fix.',
} satisfies IncidentWords;
