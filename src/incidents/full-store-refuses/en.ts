/** A full store, and logins that don’t last, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A full store, and logins that don’t last';

export default {
  story:
    'Users could log in, and the home page appeared. The next page said that they weren’t logged in. The log had one line: the session store was out of memory and refused to write.',
  cause:
    'Sessions lived for a year, so the store filled up. It was set up to refuse writes when it’s full. The framework had already answered the login, and only logged the error.',
  fix: 'Let sessions expire sooner, so that room comes back.',
  replayed: 'A year is two minutes here, and the shorter life is ten seconds. The store has room for two.',
} satisfies IncidentWords;
