/** What the reader has typed for what is shown, or else for something else of the kind. */
import { useSyncExternalStore } from 'react';

interface Draft {
  readonly subject: string;
  readonly text: string;
}

/** Drafts of one kind, the latest last. */
interface Drafts {
  getAll(): readonly Draft[];
  textFor(subject: string): string | null;
  keep(subject: string, text: string | null): void;
  subscribe(listener: () => void): () => void;
}

export interface ShownDraft {
  /** Null while there's none, and what is typed next begins with what is shown. */
  readonly text: string | null;
  /** The latest one for another subject, to offer; null while there's a draft for this one. */
  readonly other: Draft | null;
  /** Null once it's used or discarded. */
  keep(text: string | null): void;
  keepFor(subject: string, text: string | null): void;
  /** Makes the other one the draft for this subject. */
  takeOther(): void;
  discardOther(): void;
}

/** @param subject What it's typed for. */
export function useDraft(drafts: Drafts, subject: string): ShownDraft {
  const all = useSyncExternalStore(drafts.subscribe, drafts.getAll);
  const text = drafts.textFor(subject);
  const other = text === null ? (all.at(-1) ?? null) : null;
  return {
    text,
    other,
    keep: (next) => drafts.keep(subject, next),
    keepFor: drafts.keep,
    takeOther: () => {
      if (other === null) return;
      drafts.keep(other.subject, null);
      drafts.keep(subject, other.text);
    },
    discardOther: () => {
      if (other !== null) drafts.keep(other.subject, null);
    },
  };
}
