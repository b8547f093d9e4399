/** Bound to a pod that has ended, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Bound to a pod that has ended';

export default {
  story:
    'A pod was drained before its end: users who were bound to it stayed, and others went elsewhere. Then it ended. Users with its cookie got 503 until they started a new session, although other pods were ready.',
  cause:
    '“option persist” keeps users on the pod that their cookie names, even when it’s down. Without “option redispatch”, a failed connection isn’t a reason to choose another pod.',
  fix: 'Let the balancer choose another pod when the bound one can’t be reached.',
  replayed:
    'The sessions are in a store here, so any pod could have answered. The run has no “option persist”: the failure ends with the next health checks.',
} satisfies IncidentWords;
