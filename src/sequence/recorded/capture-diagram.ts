/** Makes a diagram of a recording: the chosen calls in the order in which they were sent and answered. */
import type { ImportedDiagram, ImportedLine, ImportedMessage } from '../imported-diagram.ts';
import { withShortNames } from '../imported-limits.ts';
import {
  type Call,
  type CallKind,
  type Capture,
  type CaptureParticipant,
  type Credential,
  callKinds,
  type Mark,
  type Purpose,
} from './capture.ts';
import type { RecordedWords } from './recorded-words.ts';

export interface CaptureChoice {
  readonly kinds: ReadonlySet<CallKind>;
  /** Participants whose calls are shown: the receivers of calls, and the callers that receive no call. */
  readonly parties: ReadonlySet<string>;
  readonly showsValues: boolean;
}

/** More calls than this are cut off, because no reader steps through them. */
export const CALLS_MAX = 1_000;
/** A page has this many hosts beside each other before its lifelines need sideways scrolling. */
const PARTIES_AT_FIRST = 6;

/** The kinds of call in a recording, and how many calls each has. */
export function kindsIn({ calls }: Capture): readonly { readonly kind: CallKind; readonly count: number }[] {
  return callKinds
    .map((kind) => ({ kind, count: calls.filter((call) => call.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Whom calls of these kinds go to, the most frequent first. */
export function partiesIn(
  { calls, participants }: Capture,
  kinds: ReadonlySet<CallKind>,
): readonly { readonly participant: CaptureParticipant; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { to, kind } of calls) if (kinds.has(kind)) counts.set(to, (counts.get(to) ?? 0) + 1);
  return participants
    .flatMap((participant) => {
      const count = counts.get(participant.id);
      return count === undefined ? [] : [{ participant, count }];
    })
    .sort((one, other) => other.count - one.count);
}

/** Pages and what scripts asked for; of traces, all but work inside a service. */
const kindsAtFirst: ReadonlySet<CallKind> = new Set([
  ...(['document', 'fetch', 'socket', 'http', 'rpc', 'database', 'messaging'] as const),
]);

export function choiceAtFirst(capture: Capture): CaptureChoice {
  const all = kindsIn(capture).map(({ kind }) => kind);
  const wanted = all.filter((kind) => kindsAtFirst.has(kind));
  const kinds = new Set(wanted.length > 0 ? wanted : all);
  const parties = partiesIn(capture, kinds).map(({ participant }) => participant.id);
  // The page's own host comes first, even if others are asked more often.
  const main = capture.calls.find(({ kind }) => kinds.has(kind))?.to;
  const ordered = [...new Set([...(main === undefined ? [] : [main]), ...parties])];
  const shown = capture.source === 'har' ? ordered.slice(0, PARTIES_AT_FIRST) : ordered;
  return { kinds, parties: new Set(shown), showsValues: false };
}

export function chosenCalls({ calls }: Capture, { kinds, parties }: CaptureChoice): readonly Call[] {
  return calls.filter(({ kind, to }) => kinds.has(kind) && parties.has(to));
}

/** @returns At most `CALLS_MAX` calls. */
export function diagramOfCapture(
  capture: Capture,
  choice: CaptureChoice,
  words: RecordedWords,
): ImportedDiagram {
  const calls = chosenCalls(capture, choice).slice(0, CALLS_MAX);
  const writer = new CaptureWriter(calls, choice.showsValues, words);
  const used = new Set(calls.flatMap(({ from, to }) => [from, to]));
  const participants = capture.participants
    .filter(({ id }) => used.has(id))
    .map(({ id, shape, role, name }) => ({
      ...{ id, shape, links: [] },
      name: role === 'named' ? name : words[role],
    }));
  return withShortNames({ title: capture.title, participants, boxes: [], lines: writer.lines() });
}

/** Fewer credentials than this are listed, the important ones first. */
const LISTED_MAX = 4;
const VALUE_CHARACTERS_MAX = 60;
const importance: readonly Purpose[] = ['session', 'affinity', 'token', 'other'];

class CaptureWriter {
  readonly #calls: readonly Call[];
  readonly #showsValues: boolean;
  readonly #words: RecordedWords;
  readonly #lines: ImportedLine[] = [];
  /** Numbers are needed only where answers don't follow their requests at once. */
  readonly #areNumbered: boolean;

  constructor(calls: readonly Call[], showsValues: boolean, words: RecordedWords) {
    this.#calls = calls;
    this.#showsValues = showsValues;
    this.#words = words;
    this.#areNumbered = overlap(calls);
  }

  lines(): readonly ImportedLine[] {
    for (const { call, number, isAnswer } of momentsOf(this.#calls)) {
      if (isAnswer) this.#answer(call, number);
      else this.#request(call, number);
    }
    return this.#lines;
  }

  #request(call: Call, number: number): void {
    const { from, to, request, sent, sentMarks, answer, endUs, isWork } = call;
    for (const mark of sentMarks) if (isBefore(mark)) this.#mark(mark, call);
    const lines = [this.#showsValues ? request.full : request.short];
    if (sent.length > 0) lines.push(this.#words.sent(this.#list(sent)));
    if (answer !== null && answer.from !== 'network') lines.push(this.#words.fromCache(answer.from));
    const isLost = answer?.failure !== null && answer?.failure !== undefined;
    this.#message({
      ...{ from, to, number, text: lines.join('\n'), line: 'solid' },
      head: isLost ? 'cross' : endUs === null ? 'open' : 'arrow',
    });
    for (const mark of sentMarks) if (!isBefore(mark)) this.#mark(mark, call);
    if (isWork) this.#lines.push({ kind: 'begin-work', participant: to });
  }

  #answer(call: Call, number: number): void {
    const { answer, from, to, isWork, answerMarks } = call;
    if (answer === null) return;
    if (answer.failure !== null) {
      this.#note(from, this.#words.failed(answer.failure));
      return;
    }
    // The browser took the copy from its cache, so no host answered.
    if (answer.from !== 'network') return;
    const lines = [answer.status || this.#words.answered()];
    if (answer.location !== null) {
      lines[0] += ` ${this.#words.redirect(this.#showsValues ? answer.location.full : answer.location.short)}`;
    }
    if (answer.set.length > 0) lines.push(this.#words.set(this.#list(answer.set)));
    this.#message({ from: to, to: from, number, text: lines.join('\n'), line: 'dashed', head: 'arrow' });
    if (isWork) this.#lines.push({ kind: 'end-work', participant: to });
    for (const mark of answerMarks) this.#mark(mark, call);
  }

  #message({
    number,
    ...message
  }: Pick<ImportedMessage, 'from' | 'to' | 'text' | 'line' | 'head'> & { readonly number: number }): void {
    this.#lines.push({
      kind: 'message',
      ...message,
      centres: { from: false, to: false },
      number: this.#areNumbered ? number : null,
      creates: null,
      destroys: null,
    });
  }

  #mark(mark: Mark, { from, to }: Call): void {
    this.#note(mark.kind === 'clock-skew' ? to : from, this.#said(mark));
  }

  #said(mark: Mark): string {
    const words = this.#words;
    switch (mark.kind) {
      case 'changed':
        return words.changed(mark.purpose, this.#credential(mark.before), this.#credential(mark.after));
      case 'deleted':
        return words.wasDeleted(this.#credential(mark.credential));
      case 'expired':
        return words.expired(this.#credential(mark.credential));
      case 'not-sent':
        return words.notSent(this.#credential(mark.credential));
      case 'rejected':
        return words.rejected(mark.name, mark.domain);
      case 'missing-parent':
        return words.missingParent;
      case 'clock-skew':
        return mark.behindUs < 0
          ? words.clockAhead(mark.name, Math.ceil(-mark.behindUs / 1_000))
          : words.clockBehind(mark.name, Math.ceil(mark.behindUs / 1_000));
      case 'trace':
        return words.trace(mark.id);
      default:
        throw new Error(`Unknown mark ${mark satisfies never}`);
    }
  }

  #note(participant: string, text: string): void {
    this.#lines.push({ kind: 'note', place: 'over', participants: [participant, participant], text });
  }

  #list(credentials: readonly Credential[]): string {
    const sorted = [...credentials].sort(
      (one, other) => importance.indexOf(one.purpose) - importance.indexOf(other.purpose),
    );
    const listed = sorted.slice(0, LISTED_MAX).map((each) => this.#credential(each));
    const rest = sorted.length - listed.length;
    return [...listed, ...(rest > 0 ? [this.#words.more(rest)] : [])].join(', ');
  }

  #credential({ name, value, number }: Credential): string {
    if (number === 0) return this.#words.deleted(name);
    if (!this.#showsValues) return `${name} ${labelOf(number)}`;
    const shown = value.length > VALUE_CHARACTERS_MAX ? `${value.slice(0, VALUE_CHARACTERS_MAX)}…` : value;
    return `${name}=${shown}`;
  }
}

/** A short name for a distinct value: ① to ㊿, then (51). */
export function labelOf(number: number): string {
  const first = number <= 20 ? 0x2460 : number <= 35 ? 0x3251 - 20 : 0x32b1 - 35;
  return number > 50 ? `(${number})` : String.fromCodePoint(first + number - 1);
}

/** What the reader must know before the message. */
function isBefore({ kind }: Mark): boolean {
  return kind === 'trace' || kind === 'expired';
}

interface Moment {
  readonly call: Call;
  /** Of the call, from 1. */
  readonly number: number;
  readonly atUs: number;
  readonly isAnswer: boolean;
}

/**
 * Requests and answers in order of time. Of equal times, answers come first, the latest request's before the others; but
 * never before their own request.
 */
function momentsOf(calls: readonly Call[]): readonly Moment[] {
  return calls
    .flatMap((call, index): Moment[] => {
      const request: Moment = { call, number: index + 1, atUs: call.startUs, isAnswer: false };
      const { endUs } = call;
      return endUs === null ? [request] : [request, { ...request, atUs: endUs, isAnswer: true }];
    })
    .sort((one, other) => one.atUs - other.atUs || rank(one) - rank(other) || orderOf(one, other));
}

/** A call that takes no time is over before the next one begins. */
function rank({ call, isAnswer }: Moment): number {
  return isAnswer && call.endUs !== call.startUs ? 0 : 1;
}

function orderOf(one: Moment, other: Moment): number {
  if (one.number === other.number) return Number(one.isAnswer) - Number(other.isAnswer);
  const areEnds = one.isAnswer && other.isAnswer && rank(one) === 0;
  return areEnds ? other.number - one.number : one.number - other.number;
}

/** Whether calls of different senders or receivers are under way at once, other than nested ones. */
function overlap(calls: readonly Call[]): boolean {
  return calls.some((call, index) => {
    const next = calls[index + 1];
    if (next === undefined || call.endUs === null) return false;
    return next.startUs < call.endUs && next.from === call.from;
  });
}
