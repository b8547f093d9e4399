/** Each region has its own key, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'Each region has its own key';

export default {
  story:
    'Two sites served the same application, each with a key that it had made itself. No one noticed while users stayed at one site. When their site failed, the other one was up, and still everyone had to log in again.',
  cause:
    'A token needs no memory on a server, but it needs the key. The second site had another one, so it couldn’t verify what the first site had signed.',
  fix: 'Give both sites the same key.',
  replayed: 'The reports are of servers behind one balancer. Here each server stands for a region.',
} satisfies IncidentWords;
