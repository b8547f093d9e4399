/** The page keeps drafts while it's open, and all tests of a file share one page. */
import { type DraftKind, draftsOf } from '../../src/url/kept-drafts.ts';

const kinds: readonly DraftKind[] = [
  'scenario',
  'script 1',
  'script 2',
  'challenge',
  'solved-code',
  'solver',
];

export function discardDrafts(): void {
  for (const kind of kinds) {
    const drafts = draftsOf(kind);
    for (const { subject } of drafts.getAll()) drafts.keep(subject, null);
  }
}
