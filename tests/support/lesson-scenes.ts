/** What a class has seen when it reaches a scene of a lesson, derived from the simulation alone. */
import type { Lesson, SceneSetup } from '../../src/lessons/lesson.ts';
import { comparedScenario } from '../../src/player/compare.ts';
import { stepAt } from '../../src/player/lesson-position.ts';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import type { HttpResponse } from '../../src/simulation/protocols/http.ts';
import type { Run } from '../../src/trace/run.ts';
import { conversationOf } from './conversation.ts';
import { exchangesOf } from './exchanges.ts';
import { memoriesAfter } from './node-memories.ts';
import { runOf } from './run-of.ts';
import { arrowOf } from './runs.ts';

export interface Seen {
  readonly run: Run;
  /** The present step, in the arrow language of `runs.ts`. */
  readonly arrow: string;
  /** Events up to this step. */
  readonly events: readonly ClusterEvent[];
  /** Requests and responses so far, one line per request: `client/2 GET /me: server-2 401 unknown-session`. */
  readonly exchanges: readonly string[];
  /** The same for a shop, as a conversation. */
  readonly conversation: readonly string[];
}

/** At this scene; at the closing for any name that isn't a scene's. */
export function seenAt(lesson: Lesson, scene: string): Seen {
  return seenIn(
    lesson,
    lesson.scenes.find(({ id }) => id === scene) ?? raise(`${lesson.id} has no ${scene}.`),
  );
}

/** In the scene's run, after its last step: a scene ends on the row that decides, and its run goes on. */
export function seenAfter(lesson: Lesson, scene: string): Seen {
  const found = lesson.scenes.find(({ id }) => id === scene) ?? raise(`${lesson.id} has no ${scene}.`);
  return seenIn(lesson, { ...found, at: 'end' });
}

export function seenAtOpening(lesson: Lesson): Seen {
  return seenIn(lesson, { at: lesson.opensAt });
}

/** Both sides of a closing with a comparison: its own position, and the matching one in the other run. */
export function seenAtClosing(lesson: Lesson): readonly [Seen, Seen] {
  const { closing } = lesson;
  if (closing.compareWith === undefined) throw new Error(`The closing of ${lesson.id} has no comparison.`);
  const scenario =
    comparedScenario(lesson, closing.scenario ?? lesson.scenario, closing.compareWith) ??
    raise('There is no such side.');
  return [seenIn(lesson, closing), seenIn(lesson, { ...closing, scenario })];
}

function seenIn(lesson: Lesson, { scenario = lesson.scenario, commands = [], at }: SceneSetup): Seen {
  const run = runOf(scenario, commands);
  const step = run.steps[stepAt(run, at)] ?? raise('The run has no steps.');
  const events = run.events.slice(0, step.lastEvent + 1);
  return {
    run,
    arrow: arrowOf(step),
    events,
    exchanges: exchangesOf(events),
    conversation: conversationOf(events),
  };
}

/** A node's memory at this position. */
export function memoryOf(node: NodeId, { events }: Seen): readonly MemoryItem[] {
  return memoriesAfter(events).on(node);
}

/** Users logged in by the sessions on a node; null for a visitor's session. */
export function usersOn(node: NodeId, seen: Seen): (string | null)[] {
  return memoryOf(node, seen).flatMap((item) => {
    if (item.kind === 'session') return [item.session.data.user?.userId ?? null];
    if (item.kind !== 'store-entry' || !item.entry.key.startsWith('session:')) return [];
    const { data } = JSON.parse(item.entry.value) as { data: { user?: { userId: string } } };
    return [data.user?.userId ?? null];
  });
}

/** The last response to this request so far. */
export function answerTo(request: RequestId, { events }: Seen): HttpResponse {
  const bodies = events.flatMap((event) =>
    event.kind === 'message-delivered' && event.message.request === request ? [event.message.body] : [],
  );
  const answers = bodies.filter((body) => body.kind === 'http-response');
  return answers.at(-1) ?? raise(`${request} has no answer.`);
}

export function headersOf(response: HttpResponse, name: string): string[] {
  return response.headers.filter(([each]) => each === name).map(([, value]) => value);
}

function raise(problem: string): never {
  throw new Error(problem);
}
