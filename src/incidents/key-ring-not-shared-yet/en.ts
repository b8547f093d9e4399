/** A key that only one server has, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A key that only one server has';

export default {
  story:
    'Several instances shared a key ring in one store. One of them added a new key and used it at once. The others didn’t find that key in their key rings and refused its cookies, some of them until the next day.',
  cause:
    'Each instance reads the key ring rarely and keeps a copy. A new key was used before the other copies had it.',
  fix: 'Read the key ring every minute, and sign with a new key only after all servers have read it.',
  replayed: 'A day is a minute here, and a minute is a second. A signed token takes the place of the cookie.',
} satisfies IncidentWords;
