/** A cookie over 4 KB, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A cookie over 4 KB';

export default {
  story:
    'The session was in the cookie, and it grew. One day a login succeeded on the server, and the browser was still logged out. Users were sent to the login page again and again.',
  cause:
    'Browsers drop a cookie of more than 4,096 bytes without an error. The old cookie stayed, without the login. Rails checked only the value’s length, so a cookie slightly over the limit passed.',
  fix: 'Keep the session in a store, and only its ID in the cookie.',
  replayed: 'Here a long message fills the session, and the login makes it too large.',
} satisfies IncidentWords;
