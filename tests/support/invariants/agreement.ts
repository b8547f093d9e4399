/** Two runs with the same commands up to a moment. */
import { isDeepStrictEqual } from 'node:util';
import type { AnyEvent } from './checker.ts';

type Events = readonly AnyEvent[];

/**
 * Two runs whose first `shared` commands are equal have equal events until the next command. A run that has ended
 * earlier stands for one with only background work.
 */
export function agreementBefore(left: Events, right: Events, shared: number): string[] {
  const [one, other] = [beforeCommand(left, shared), beforeCommand(right, shared)];
  const length = Math.min(one.events.length, other.events.length);
  for (let index = 0; index < length; index += 1) {
    if (!isDeepStrictEqual(one.events[index], other.events[index])) return [`event ${index} differs`];
  }
  const longer = one.events.length > length ? one : other;
  const shorter = longer === one ? other : one;
  const more = shorter.isOver ? longer.events.slice(length).find(({ background }) => !background) : undefined;
  return more === undefined ? [] : [`event ${more.id} happens in one run only`];
}

function beforeCommand(events: Events, shared: number): { events: Events; isOver: boolean } {
  const end = events.findIndex(
    (event) => event.kind === 'run-ended' || (event.kind === 'command-taken' && event.index >= shared),
  );
  return { events: events.slice(0, end), isOver: events[end]?.kind === 'run-ended' };
}
