/** The rows of the scoreboard: what each counts, in words, and when it's bad news. */
import { lossCauses } from '../../simulation/losses/loss.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Score } from '../../trace/score.ts';
import type { ViewText } from '../view-text.ts';

interface ScoreLine {
  readonly label: string;
  /** A part of the line before. */
  readonly isPart?: boolean;
  of(score: Score): number;
  value(score: Score): string;
  isBad?(score: Score): boolean;
  /** Where false for every run, the row is left out. */
  isTelling?(score: Score): boolean;
}

type Reader = ScoreLine['of'];

export function scoreLines(text: ViewText, { kind }: Pick<Scenario, 'kind'>): readonly ScoreLine[] {
  const count = (label: string, of: Reader): ScoreLine => ({
    label,
    of,
    value: (score) => text.number(of(score)),
    isBad: (score) => of(score) > 0,
  });
  const bytes = (label: string, of: Reader): ScoreLine => ({
    label,
    of,
    value: (score) => text.bytes(of(score)),
  });
  const perRequest = (label: string, sum: Reader): ScoreLine => {
    const of: Reader = (score) => sum(score) / Math.max(1, score.requestsSettled);
    return { label, of, value: (score) => (score.requestsSettled === 0 ? '–' : mean(of(score), text)) };
  };
  const requestsFailed = count(text.requestsFailed, (score) => score.requestsFailed);
  const bytesPerRequest = perRequest(text.bytesPerRequest, (score) => score.clientBytes);
  // Where connections are the subject there are no sessions, and connection state is shown.
  if (kind === 'transport') {
    return [
      requestsFailed,
      bytesPerRequest,
      bytes(text.clientMemory, (score) => score.clientConnectionBytes),
      bytes(text.serverMemory, (score) => score.serverConnectionBytes),
    ];
  }
  return [
    count(text.sessionsLost, ({ sessionsLost }) => sessionsLost),
    ...lossCauses.map((cause) => ({
      ...count(text.lossNames[cause], ({ losses }) => losses[cause]),
      isPart: true,
      isTelling: ({ losses }: Score) => losses[cause] > 0,
    })),
    count(text.questionsAsked, ({ questionsAsked }) => questionsAsked),
    requestsFailed,
    {
      ...count(text.duplicateCharges, ({ duplicateCharges }) => duplicateCharges),
      isTelling: ({ duplicateCharges }) => duplicateCharges > 0,
    },
    bytesPerRequest,
    { ...perRequest(text.storeRoundTrips, (score) => score.storeRoundTrips), isTelling: usesStore },
    bytes(text.clientMemory, (score) => score.clientMemoryBytes),
    bytes(text.serverMemory, (score) => score.serverMemoryBytes),
    {
      ...bytes(text.connectionMemory, (score) => score.serverConnectionBytes),
      isTelling: ({ serverConnectionBytes }) => serverConnectionBytes > 0,
    },
    { ...bytes(text.storeMemory, (score) => score.storeMemoryBytes), isTelling: usesStore },
  ];
}

function usesStore({ storeRoundTrips, storeMemoryBytes }: Score): boolean {
  return storeRoundTrips > 0 || storeMemoryBytes > 0;
}

/** 10 is shown as 10, one and a half as 1.5. */
function mean(value: number, text: ViewText): string {
  return text.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
