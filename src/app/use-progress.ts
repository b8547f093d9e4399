/** Stores which scenes of the lessons have been seen. Storage that is full, blocked or private affects nothing else. */
import { useMemo, useState } from 'react';
import type { Progress } from '../features/progress-context.ts';
import type { LessonId } from '../lessons/lesson.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { rememberSeenScenes, seenScenes } from './preferences.ts';

/** By lesson. Entries of lessons that no longer exist are kept, and do no harm. */
type Kept = Readonly<Record<string, readonly string[]>>;

export function useProgress(): Progress {
  const [seen, setSeen] = useState(readKept);
  return useMemo(
    () => ({
      reached: (lesson) => new Set(seenOf(seen, lesson)),
      reach: (lesson, lessonPosition) => {
        const id = typeof lessonPosition === 'number' ? lesson.scenes[lessonPosition]?.id : lessonPosition;
        if (id === undefined || id === 'opening' || seenOf(seen, lesson.id).includes(id)) return;
        // Another tab may have stored something meanwhile.
        const latest = readKept();
        const all: Kept = { ...seen, ...latest };
        const next = {
          ...all,
          [lesson.id]: [...new Set([...seenOf(all, lesson.id), ...seenOf(seen, lesson.id), id])],
        };
        setSeen(next);
        rememberSeenScenes(JSON.stringify(next));
      },
    }),
    [seen],
  );
}

function seenOf(seen: Kept, lesson: LessonId): readonly string[] {
  return Object.hasOwn(seen, lesson) ? (seen[lesson] ?? []) : [];
}

function readKept(): Kept {
  try {
    const read: unknown = JSON.parse(seenScenes() ?? '{}');
    return isKept(read) ? read : {};
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is Kept {
  const isList = (each: unknown) => Array.isArray(each) && each.every((id) => typeof id === 'string');
  return isRecord(value) && Object.values(value).every(isList);
}
