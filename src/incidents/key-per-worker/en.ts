/** A secret key for each worker, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A secret key for each worker';

export default {
  story:
    'A Flask application worked with one gunicorn worker. With more workers, users were logged out on the next request. With N workers, about one request in N worked.',
  cause:
    'The session wasn’t lost: it’s in the cookie. Each worker drew a secret key of its own when it started, so it can’t trust a cookie from another worker.',
  fix: 'Let all workers read the same secret key.',
  replayed:
    'Flask signs its cookie. Here the cookie is also encrypted, which makes no difference to the outcome.',
} satisfies IncidentWords;
