/** The rows of the scoreboard: what each counts, in words, and where it is bad news. */
import type { Score } from '../../trace/score.ts';
import type { ViewText } from '../view-text.ts';

interface ScoreLine {
  readonly label: string;
  value(score: Score): string;
  isBad?(score: Score): boolean;
  /** Where it would say nothing of any run, a row is left out. */
  isTelling?(score: Score): boolean;
}

export function scoreLines(text: ViewText): readonly ScoreLine[] {
  const count = (label: string, of: (score: Score) => number): ScoreLine => ({
    label,
    value: (score) => text.number(of(score)),
    isBad: (score) => of(score) > 0,
  });
  return [
    count(text.sessionsLost, ({ sessionsLost }) => sessionsLost),
    count(text.questionsAsked, ({ questionsAsked }) => questionsAsked),
    count(text.requestsFailed, ({ requestsFailed }) => requestsFailed),
    {
      label: text.bytesPerRequest,
      value: (score) => perRequest(score.clientBytes, score, text),
    },
    {
      label: text.storeRoundTrips,
      value: (score) => perRequest(score.storeRoundTrips, score, text),
      isTelling: usesStore,
    },
    { label: text.clientMemory, value: (score) => text.bytes(score.clientMemoryBytes) },
    { label: text.serverMemory, value: (score) => text.bytes(score.serverMemoryBytes) },
    {
      label: text.storeMemory,
      value: (score) => text.bytes(score.storeMemoryBytes),
      isTelling: usesStore,
    },
  ];
}

function usesStore({ storeRoundTrips, storeMemoryBytes }: Score): boolean {
  return storeRoundTrips > 0 || storeMemoryBytes > 0;
}

/** Ten is said as it is, one and a half as 1.5. */
function perRequest(sum: number, { requestsSettled }: Score, text: ViewText): string {
  if (requestsSettled === 0) return '–';
  const mean = sum / requestsSettled;
  return text.number(mean < 10 ? Math.round(mean * 10) / 10 : Math.round(mean));
}
