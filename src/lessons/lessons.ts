/** All lessons. They are taught in the order of their ids. */
import { clerk } from './clerk.ts';
import { type Lesson, type LessonId, lessonIds } from './lesson.ts';
import { loginCrash } from './login-crash.ts';
import { replication } from './replication.ts';
import { roundRobin } from './round-robin.ts';
import { sessionCookie } from './session-cookie.ts';
import { sharedStore } from './shared-store.ts';
import { sticky } from './sticky.ts';
import { token } from './token.ts';

const byId: Readonly<Record<LessonId, Lesson>> = {
  clerk,
  'login-crash': loginCrash,
  'round-robin': roundRobin,
  sticky,
  replication,
  'shared-store': sharedStore,
  'session-cookie': sessionCookie,
  token,
};

export const lessons: readonly Lesson[] = lessonIds.map((id) => byId[id]);

export const firstLesson: Lesson = clerk;

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
