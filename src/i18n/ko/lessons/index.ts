/** What is said in the lessons, in Korean: a part of its own. */
import type { WordsOfLessons } from '../../../views/lesson/lesson-words.ts';
import { clerk } from './clerk.ts';
import { loginCrash } from './login-crash.ts';
import { replication } from './replication.ts';
import { roundRobin } from './round-robin.ts';
import { sessionCookie } from './session-cookie.ts';
import { sharedStore } from './shared-store.ts';
import { sticky } from './sticky.ts';
import { token } from './token.ts';

export const lessonWords: WordsOfLessons = {
  clerk,
  'login-crash': loginCrash,
  'round-robin': roundRobin,
  sticky,
  replication,
  'shared-store': sharedStore,
  'session-cookie': sessionCookie,
  token,
};
