/** Small parts that every language's phrasebook is put together from. */
import type { Phrase, PhrasePart, Tone } from '../sequence/phrasebook.ts';
import type { Connection } from '../simulation/protocols/tcp/tcb.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Session } from '../simulation/session.ts';

/** How much of a session ID is shown: enough to tell two apart at a glance. */
const ID_SHOWN = 4;

export function shortId(id: string): string {
  return id.slice(0, ID_SHOWN);
}

const EXCERPT_CHARACTERS = 32;

/** The beginning of the first line: a segment may carry a whole message. */
export function excerpt(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  if (line.length <= EXCERPT_CHARACTERS) return line;
  // Half of a character that takes two places is none.
  return `${line.slice(0, EXCERPT_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Of an HTTP message what it is about: `GET /shop`, `200 OK`. */
export function startLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.replace(/^HTTP\/1\.1 | HTTP\/1\.1$/g, '');
}

/** What has been sent over a connection, and not been acknowledged. */
export function unacknowledgedIn({ retransmissionQueue }: Connection): string {
  return retransmissionQueue.map(({ segment }) => segment.data).join('');
}

/** What has come over a connection while something before it is missing. */
export function heldIn({ held }: Connection): string {
  return held.map(({ data }) => data).join('');
}

/** When a session ends if nobody uses it again, in virtual microseconds; null where there are no sessions. */
export function endOf({ createdUs, lastSeenUs }: Session, scenario: Scenario): number | null {
  if (scenario.kind !== 'cluster') return null;
  const { idleUs, absoluteUs } = scenario.sessions;
  return Math.min(lastSeenUs + idleUs, createdUs + absoluteUs);
}

export function plain(text: string): PhrasePart {
  return { text, tone: 'plain' };
}

export function toned(tone: Tone, text: string): PhrasePart {
  return { text, tone };
}

/** A plain beginning and a decisive end, with a space between. */
export function phrase(beginning: string, end?: PhrasePart): Phrase {
  return end === undefined ? [plain(beginning)] : [plain(`${beginning} `), end];
}

/** Somebody's own words as a sentence: with a full stop, unless they end with a mark of their own. */
export function ended(words: string): string {
  return /[.!?…:;]”?$/.test(words) ? words : `${words}.`;
}
