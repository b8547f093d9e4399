/**
 * What the reader has typed and not used yet. It lives outside its view, which is gone while a page is open in place of
 * the stage, and in the session storage of this tab, for a reload. If there's no room there, it lasts as long as the page.
 */
import { isRecord } from '../simulation/validation/is-record.ts';
import { readJson, removeText, writeText } from './text-store.ts';

/** Where it was typed. */
export type DraftKind = 'scenario' | `script ${number}` | 'challenge' | 'repair' | 'solved-code' | 'solver';

export interface Draft {
  /** What it was typed for: the draft of one run isn't that of another. */
  readonly subject: string;
  readonly text: string;
}

export type Drafts = ReturnType<typeof createDrafts>;

const KEY = 'statescope.drafts.';
/** Those that weren't typed in for longest make room for others. */
const DRAFTS_MAX = 30;
/** In the session storage, which has room for a few million, and keeps the runs first of all. */
const CHARACTERS_MAX = 1_000_000;

/** Drafts of one kind, the latest last. */
export function createDrafts(kind: DraftKind) {
  let all = readDrafts(KEY + kind);
  let isSaved = true;
  const listeners = new Set<() => void>();
  return {
    getAll: (): readonly Draft[] => all,
    /** Null without one. Not checked: an earlier version may have kept it. */
    textFor: (subject: string): string | null => find(all, subject)?.text ?? null,
    /** @param text Null once it's used or discarded. */
    keep(subject: string, text: string | null): void {
      if ((find(all, subject)?.text ?? null) === text) return;
      const others = all.filter((each) => each.subject !== subject);
      all = text === null ? others : [...others, { subject, text }].slice(-DRAFTS_MAX);
      isSaved = false;
      for (const listener of listeners) listener();
    },
    /** Writes them to the session storage. Not at each key press, because a text can be long. */
    save(): void {
      if (isSaved) return;
      isSaved = true;
      writeDrafts(KEY + kind, all);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const stores = new Map<DraftKind, Drafts>();

/** The drafts of this page. */
export function draftsOf(kind: DraftKind): Drafts {
  if (stores.size === 0) {
    window.addEventListener('pagehide', saveAll);
    // A phone can end a page in the background without another event.
    document.addEventListener('visibilitychange', saveAll);
  }
  const drafts = stores.get(kind) ?? createDrafts(kind);
  stores.set(kind, drafts);
  return drafts;
}

function saveAll(): void {
  for (const drafts of stores.values()) drafts.save();
}

function find(all: readonly Draft[], subject: string): Draft | undefined {
  return all.find((each) => each.subject === subject);
}

function readDrafts(key: string): readonly Draft[] {
  const kept = readJson('sessionStorage', key);
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (each): each is Draft =>
      isRecord(each) && typeof each.subject === 'string' && typeof each.text === 'string',
  );
}

/** As many as there's room for, the latest first. */
function writeDrafts(key: string, all: readonly Draft[]): void {
  let left = CHARACTERS_MAX;
  const fitting = all.toReversed().filter(({ subject, text }) => {
    const length = subject.length + text.length;
    const fits = length <= left;
    if (fits) left -= length;
    return fits;
  });
  let kept = fitting.toReversed();
  while (kept.length > 0 && !writeText('sessionStorage', key, JSON.stringify(kept))) kept = kept.slice(1);
  if (kept.length === 0) removeText('sessionStorage', key);
}
