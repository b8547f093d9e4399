/** What is said in the lessons, in English: a part of its own. */
import type { WordsOfLessons } from '../../../features/lessons/lesson-words.ts';
import { clerk } from './clerk.ts';
import { doublePayment } from './double-payment.ts';
import { layers } from './layers.ts';
import { loginCrash } from './login-crash.ts';
import { replication } from './replication.ts';
import { roundRobin } from './round-robin.ts';
import { sandbox } from './sandbox.ts';
import { scaleOut } from './scale-out.ts';
import { sessionCookie } from './session-cookie.ts';
import { sharedStore } from './shared-store.ts';
import { staleFailback } from './stale-failback.ts';
import { sticky } from './sticky.ts';
import { tcp } from './tcp.ts';
import { token } from './token.ts';
import { udp } from './udp.ts';

export const lessonWords: WordsOfLessons = {
  clerk,
  'login-crash': loginCrash,
  'round-robin': roundRobin,
  sticky,
  replication,
  'shared-store': sharedStore,
  'session-cookie': sessionCookie,
  token,
  tcp,
  udp,
  layers,
  'double-payment': doublePayment,
  'scale-out': scaleOut,
  'stale-failback': staleFailback,
  sandbox,
};
