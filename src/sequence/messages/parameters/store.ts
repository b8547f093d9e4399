/** Messages to and from the session store, and between servers that keep copies of sessions. */
import type { StoreErrorCode } from '../../../simulation/protocols/store.ts';
import type { EntryKind } from '../../step-facts.ts';

/** Excludes access tokens: for them, the deny list is the subject. */
type SoughtEntry = Exclude<EntryKind, 'revocation'>;

export type StoreIds =
  | `store.get.${EntryKind}`
  | `store.delete.${EntryKind}`
  /** An entry without known contents. */
  | `store.entry.${EntryKind}`
  | `store.refused.${StoreErrorCode}`
  | `store.${'not-found' | 'not-on-list' | 'acknowledged' | 'copy-delete' | 'copy-flush'}`
  | `store.${'lock' | 'unlock' | 'locked' | 'changed' | 'is-locked' | 'must-wait'}`
  | `store.${'has-changed' | 'nothing-written'}`
  | `store.${'ping' | 'sync' | 'dump' | 'demotion' | 'token-not-revoked'}`
  | 'copy.ended'
  | 'copy.wanted';

export interface StoreParameters<Text>
  extends Record<`store.${'asks-for' | 'forgets'}.${EntryKind}`, { from: Text }>,
    Record<`store.looks-for.${SoughtEntry}`, { from: Text }> {
  'store.get-session': { session: string };
  'store.set': { entry: Text };
  'store.set-if-unchanged': { entry: Text };
  'store.copy': { entry: Text };
  'copy.all': { count: number };

  'store.keeps': { from: Text };
  'store.keeps-if-unchanged': { from: Text };
  'store.takes-lock': { from: Text };
  'store.returns-lock': { from: Text };
  'store.finds': { from: Text };
  'store.looks-at-list': { from: Text };
  'store.refuses': { from: Text };
  'store.refusal': { words: Text };
  'store.has-done-it': { from: Text };
  'store.copies': { from: Text };
  'store.tells-what-is-gone': { from: Text };
  'store.pings': { from: Text; to: Text };
  'store.asks-for-all': { from: Text; to: Text };
  'store.sends-all': { from: Text; to: Text };
  'store.demotes': { from: Text; to: Text };
  'copy.passes-on': { from: Text; to: Text };
  'copy.says-it-ended': { from: Text; to: Text };
  'copy.asks-for-all': { from: Text; to: Text };
  'copy.sends-all': { from: Text; to: Text };
}
