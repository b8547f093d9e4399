/**
 * Which write of a replicated session is based on which. Two servers can write the same version, each based on the one
 * before, and only one of the two is kept.
 */
import type { Session } from '../session.ts';
import type { Change } from './overwrite.ts';
import { type SessionItem, saysTheSame } from './session-states.ts';

/** More writes than this never separate two servers' copies. */
const CHANGES_KEPT_MAX = 64;

export class Lineage {
  /** The latest writes of each session on any server, oldest first. */
  readonly #changes = new Map<string, Change[]>();

  keep(sessionId: string, change: Change): void {
    if (change.after?.kind !== 'session') return;
    let changes = this.#changes.get(sessionId);
    if (changes === undefined) {
      changes = [];
      this.#changes.set(sessionId, changes);
    }
    changes.push(change);
    if (changes.length > CHANGES_KEPT_MAX) changes.shift();
  }

  /** The write that made this copy. */
  changeBehind(sessionId: string, item: SessionItem): Change | undefined {
    return this.#changes.get(sessionId)?.findLast(({ after }) => isCopyOf(item, after));
  }

  /** The writes that led to `replaced`, and that `kept` isn't based on. Latest last. */
  missing(sessionId: string, replaced: Change, kept: Change): Change[] {
    const known = new Set<Change>();
    for (const each of this.#ancestry(sessionId, kept)) {
      // Nearly every copy is based on what it replaces, so the rest of its ancestry isn't needed.
      if (each === replaced) return [];
      known.add(each);
    }
    return [...this.#ancestry(sessionId, replaced)].filter((change) => !known.has(change)).toReversed();
  }

  /** A write and those that it's based on, as far as they're kept. */
  *#ancestry(sessionId: string, change: Change): Generator<Change, void, undefined> {
    const seen = new Set<Change>();
    let each: Change | undefined = change;
    while (each !== undefined && !seen.has(each)) {
      seen.add(each);
      yield each;
      each = each.before === null ? undefined : this.changeBehind(sessionId, each.before);
    }
  }
}

function isCopyOf(item: SessionItem, after: SessionItem | null): boolean {
  if (item === after) return true;
  if (item.kind !== 'session' || after?.kind !== 'session') return false;
  if (item.session === after.session) return true;
  return hasSameStamp(item.session, after.session) && saysTheSame(item, after);
}

function hasSameStamp(one: Session, other: Session): boolean {
  return one.version === other.version && one.lastSeenUs === other.lastSeenUs;
}
