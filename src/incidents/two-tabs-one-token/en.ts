/** Two tabs, one refresh token, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Two tabs, one refresh token';

export default {
  story:
    'A user had the application open in two tabs. Both renewed their login at the same moment, and the user was logged out in both. It happened whenever both tabs woke up together.',
  cause:
    'With rotation, a refresh token is valid once. The first request used it up, so the second one looked like theft: “on_reuse: revoke_login” ended the login.',
  fix: 'Accept the previous token for some seconds after it was used.',
  replayed: 'A grace of ten seconds. Some of the reports let the tabs take turns instead.',
} satisfies IncidentWords;
