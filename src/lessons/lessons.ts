/** All lessons. They are taught in the order of their ids. */
import { clerk } from './clerk.ts';
import { doublePayment } from './double-payment.ts';
import { layers } from './layers.ts';
import { type Lesson, type LessonId, lessonIds } from './lesson.ts';
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

const byId: Readonly<Record<LessonId, Lesson>> = {
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

export const lessons: readonly Lesson[] = lessonIds.map((id) => byId[id]);

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
