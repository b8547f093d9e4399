/** Every address is the proxy’s, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Every address is the proxy’s';

export default {
  story:
    'nginx kept each user on one of three servers, chosen by address. Another proxy stood in front of it. One server got every request and refused some, while the other two were idle.',
  cause:
    'Behind a proxy, nginx sees one address: the proxy’s. The hash of one address is always the same server.',
  fix: 'Let nginx take the users’ addresses from the header that the proxy adds.',
  replayed:
    'Six users arrive within a tenth of a second. Each server has one worker and a short queue, so that the load shows.',
} satisfies IncidentWords;
