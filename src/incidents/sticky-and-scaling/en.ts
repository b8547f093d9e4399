/** Sticky until a pod is added, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Sticky until a pod is added';

export default {
  story:
    'Users were bound to their pods, and their sessions were in those pods’ memory. Then the autoscaler added a pod. Half of the users were sent to it and had to log in again, although their own pods were still running.',
  cause:
    'The balancer didn’t remember where each user was. It computed the pod from a hash over the list of pods, and the list had changed.',
  fix: 'Bind each user to the pod that the cookie names, also after the number of pods changes.',
  replayed: 'The reported balancer hashes a cookie. Here it hashes the address, which moves in the same way.',
} satisfies IncidentWords;
