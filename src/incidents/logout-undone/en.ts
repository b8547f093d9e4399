/** The logout that was undone, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'The logout that was undone';

export default {
  story:
    'A user logged out while another tab was still loading. The session was deleted, and then it was in the store again. Anyone with the old cookie was still logged in.',
  cause:
    'The slow request had read the session before the logout. When it ended, it wrote the session back, and the store had no way to know that it had been ended.',
  fix: 'Write a session only if it still exists. “resave: false” helps only requests that change nothing.',
  replayed: 'A second client has the old cookie here, so that one sees what it opens.',
} satisfies IncidentWords;
