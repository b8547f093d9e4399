/** A request that crossed a close, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'A request that crossed a close';

export default {
  story:
    'A few requests in every thousand got a 502, day and night. The servers were healthy, and their logs showed nothing. More servers didn’t help, and more traffic made it rarer.',
  cause:
    'The server closed idle connections after 5 seconds, and the balancer reused them for 60. A request that was sent while the close was on its way met a closed connection.',
  fix: 'Let the server keep idle connections longer than the balancer does.',
  replayed: 'The pauses here are chosen so that one request crosses the close.',
} satisfies IncidentWords;
