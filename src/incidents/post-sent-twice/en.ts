/** A POST that was sent twice, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A POST that was sent twice';

export default {
  story:
    'A client sent a POST over a connection that it had used before. The server did the work, and the connection closed before an answer came. The client sent the same request again without asking, and the work was done twice.',
  cause:
    'A closed connection doesn’t say whether the request was executed. The client took it for one that had been idle too long, and repeated the request without looking at its method.',
  fix: 'Repeat only requests that may be executed twice. For the others, tell the user.',
  replayed: 'The reports are of HTTP libraries. Here a browser does it, as Chromium does.',
} satisfies IncidentWords;
