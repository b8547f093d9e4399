/** Two versions that can’t read each other, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Two versions that can’t read each other';

export default {
  story:
    'A new version of an application was deployed one server at a time. While both versions ran, users were logged out again and again. The log showed sessions that couldn’t be deserialized.',
  cause:
    'The sessions were in one store, but each version wrote a format of its own. Each request went to either version, so it met sessions that it couldn’t read.',
  fix: 'Replace all servers at once. Old sessions still can’t be read, so everyone logs in once more.',
  replayed:
    'Server 1 has the new version here, and Server 2 the previous one. After the fix both have the new one.',
} satisfies IncidentWords;
