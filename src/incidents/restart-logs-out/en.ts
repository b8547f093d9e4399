/** A restart logs everyone out, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A restart logs everyone out';

export default {
  story:
    'An application kept its sessions where its framework puts them by default: in the memory of the process. Each deployment restarted the process. After each deployment, every user had to log in again.',
  cause:
    'The memory of a process ends with the process. The browser still has its cookie, but no one has the session that it names.',
  fix: 'Keep the sessions in a store outside the process.',
  replayed: 'Here the only server crashes and is back a second later. A deployment does the same.',
} satisfies IncidentWords;
