/**
 * Aligns two runs of the same script and faults: which of their steps are shown together. Steps with equal keys pair
 * up. Where only one run has a step to show, the other waits.
 */
import type { DiagramStep } from '../sequence/model.ts';
import { ordinalOf } from '../trace/alignment.ts';

/** The last shown step of each side, as indices from 0. At least one of them differs from the previous pair's. */
export interface StepPair {
  readonly own: number;
  readonly comparison: number;
}

type Steps = readonly Pick<DiagramStep, 'key' | 'request'>[];

export function lockstepOf(own: Steps, other: Steps): readonly StepPair[] {
  const ownPlaces = placesOf(own);
  const otherPlaces = placesOf(other);
  const pairs: StepPair[] = [];
  let mine = 0;
  let theirs = 0;
  while (mine < own.length || theirs < other.length) {
    const next = turnOf(own[mine], other[theirs], {
      ownIsLater: (key) => (ownPlaces.get(key) ?? -1) > mine,
      otherIsLater: (key) => (otherPlaces.get(key) ?? -1) > theirs,
    });
    if (next !== 'other') mine += 1;
    if (next !== 'own') theirs += 1;
    // Before its first step, a side already shows that step, because there's nothing else to show.
    const pair = { own: Math.max(0, mine - 1), comparison: Math.max(0, theirs - 1) };
    const before = pairs.at(-1);
    if (before?.own !== pair.own || before.comparison !== pair.comparison) pairs.push(pair);
  }
  return pairs;
}

type Turn = 'own' | 'other' | 'both';

interface Outlook {
  /** Whether this key occurs there after the present step. */
  ownIsLater(key: string): boolean;
  otherIsLater(key: string): boolean;
}

/** Which side steps next. */
function turnOf(own: Steps[number] | undefined, other: Steps[number] | undefined, outlook: Outlook): Turn {
  if (own === undefined) return 'other';
  if (other === undefined) return 'own';
  if (own.key === other.key) return 'both';
  const ownMeets = outlook.otherIsLater(own.key);
  const otherMeets = outlook.ownIsLater(other.key);
  if (ownMeets && !otherMeets) return 'other';
  if (otherMeets || ownMeets) return 'own';
  // Neither has a partner: two continuations of the same request are shown together.
  if (own.request === other.request) return 'both';
  return ordinalOf(own.request) <= ordinalOf(other.request) ? 'own' : 'other';
}

function placesOf(steps: Steps): ReadonlyMap<string, number> {
  return new Map(steps.map(({ key }, index) => [key, index]));
}

/** The first pair whose replies differ in outcome: one side is served, the other isn't. Null if there is none. */
export function firstDifference(
  pairs: readonly StepPair[],
  own: readonly DiagramStep[],
  other: readonly DiagramStep[],
): number | null {
  const difference = pairs.findIndex((pair) => {
    const [mine, theirs] = [own[pair.own]?.row, other[pair.comparison]?.row];
    if (mine?.kind !== 'message' || theirs?.kind !== 'message') return false;
    const areReplies = mine.line === 'dashed' && theirs.line === 'dashed' && mine.to === theirs.to;
    const isSameRequest = own[pair.own]?.request === other[pair.comparison]?.request;
    return areReplies && isSameRequest && (mine.tone === 'failure') !== (theirs.tone === 'failure');
  });
  return difference < 0 ? null : difference;
}
