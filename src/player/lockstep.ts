/**
 * Two runs of the same script and faults, side by side: which of their steps are shown together. Steps of the same
 * key meet; where only one of the runs has something to show, the other waits.
 */
import type { DiagramStep } from '../sequence/model.ts';
import { ordinalOf } from '../trace/alignment.ts';

/** The last step that is shown on either side, as indices from 0; one of them at least is another one than before. */
export interface StepPair {
  readonly own: number;
  readonly rival: number;
}

type Steps = readonly Pick<DiagramStep, 'key' | 'request'>[];

export function lockstepOf(own: Steps, rival: Steps): readonly StepPair[] {
  const ownPlaces = placesOf(own);
  const rivalPlaces = placesOf(rival);
  const pairs: StepPair[] = [];
  let mine = 0;
  let theirs = 0;
  while (mine < own.length || theirs < rival.length) {
    const next = turnOf(own[mine], rival[theirs], {
      ownIsLater: (key) => (ownPlaces.get(key) ?? -1) > mine,
      rivalIsLater: (key) => (rivalPlaces.get(key) ?? -1) > theirs,
    });
    if (next !== 'rival') mine += 1;
    if (next !== 'own') theirs += 1;
    // Before its first step a side shows that one already: there is nothing else to show.
    const pair = { own: Math.max(0, mine - 1), rival: Math.max(0, theirs - 1) };
    const before = pairs.at(-1);
    if (before?.own !== pair.own || before.rival !== pair.rival) pairs.push(pair);
  }
  return pairs;
}

type Turn = 'own' | 'rival' | 'both';

interface Outlook {
  /** Whether the step of this key is still to come there, after the present one. */
  ownIsLater(key: string): boolean;
  rivalIsLater(key: string): boolean;
}

/** Whose step comes next. */
function turnOf(own: Steps[number] | undefined, rival: Steps[number] | undefined, outlook: Outlook): Turn {
  if (own === undefined) return 'rival';
  if (rival === undefined) return 'own';
  if (own.key === rival.key) return 'both';
  const ownMeets = outlook.rivalIsLater(own.key);
  const rivalMeets = outlook.ownIsLater(rival.key);
  if (ownMeets && !rivalMeets) return 'rival';
  if (rivalMeets || ownMeets) return 'own';
  // Neither has a partner: two ways of going on with the same request are shown together.
  if (own.request === rival.request) return 'both';
  return ordinalOf(own.request) <= ordinalOf(rival.request) ? 'own' : 'rival';
}

function placesOf(steps: Steps): ReadonlyMap<string, number> {
  return new Map(steps.map(({ key }, index) => [key, index]));
}

/** The first pair whose replies differ in outcome: one side is served, the other is not. Null when there is none. */
export function firstDifference(
  pairs: readonly StepPair[],
  own: readonly DiagramStep[],
  rival: readonly DiagramStep[],
): number | null {
  const difference = pairs.findIndex((pair) => {
    const [mine, theirs] = [own[pair.own]?.row, rival[pair.rival]?.row];
    if (mine?.kind !== 'message' || theirs?.kind !== 'message') return false;
    const areReplies = mine.line === 'dashed' && theirs.line === 'dashed' && mine.to === theirs.to;
    const isSameRequest = own[pair.own]?.request === rival[pair.rival]?.request;
    return areReplies && isSameRequest && (mine.tone === 'failure') !== (theirs.tone === 'failure');
  });
  return difference < 0 ? null : difference;
}
