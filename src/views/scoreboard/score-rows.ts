/** The rows of the scoreboard: what each counts, in words, and where it is bad news. */
import type { Scenario } from '../../simulation/scenario.ts';
import type { Score } from '../../trace/score.ts';
import type { ViewText } from '../view-text.ts';

interface ScoreLine {
  readonly label: string;
  value(score: Score): string;
  isBad?(score: Score): boolean;
  /** Where it would say nothing of any run, a row is left out. */
  isTelling?(score: Score): boolean;
}

export function scoreLines(text: ViewText, { kind }: Pick<Scenario, 'kind'>): readonly ScoreLine[] {
  const count = (label: string, of: (score: Score) => number): ScoreLine => ({
    label,
    value: (score) => text.number(of(score)),
    isBad: (score) => of(score) > 0,
  });
  const requestsFailed = count(text.requestsFailed, (score) => score.requestsFailed);
  const bytesPerRequest: ScoreLine = {
    label: text.bytesPerRequest,
    value: (score) => perRequest(score.clientBytes, score, text),
  };
  // Where connections are the subject there are no sessions, and what is remembered is the connection.
  if (kind === 'transport') {
    return [
      requestsFailed,
      bytesPerRequest,
      { label: text.clientMemory, value: (score) => text.bytes(score.clientConnectionBytes) },
      { label: text.serverMemory, value: (score) => text.bytes(score.serverConnectionBytes) },
    ];
  }
  return [
    count(text.sessionsLost, ({ sessionsLost }) => sessionsLost),
    count(text.questionsAsked, ({ questionsAsked }) => questionsAsked),
    requestsFailed,
    bytesPerRequest,
    {
      label: text.storeRoundTrips,
      value: (score) => perRequest(score.storeRoundTrips, score, text),
      isTelling: usesStore,
    },
    { label: text.clientMemory, value: (score) => text.bytes(score.clientMemoryBytes) },
    { label: text.serverMemory, value: (score) => text.bytes(score.serverMemoryBytes) },
    {
      label: text.connectionMemory,
      value: (score) => text.bytes(score.serverConnectionBytes),
      isTelling: ({ serverConnectionBytes }) => serverConnectionBytes > 0,
    },
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
