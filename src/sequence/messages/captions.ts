/** Captions: one sentence for the whole room, with its decisive part in a tone of its own. */
import type {
  ForwardFacts,
  MessageFacts,
  OccurrenceFacts,
  RequestFacts,
  RequestIntent,
  StepFacts,
} from '../step-facts.ts';
import { captionOfReply, doneAnyway } from './captions-of-replies.ts';
import { detailOf, labelOf } from './labels.ts';
import { type Message, message, type TonedMessage } from './message.ts';
import { ended, endsOf, plain, quoted, toned } from './nodes.ts';
import { captionOfOperation } from './operations.ts';
import { memoryIn, said } from './speech.ts';
import { copyCaption, overwriteCaption, storeCaption } from './store.ts';
import { captionOfLostSegment, datagramConsequence, segmentConsequence } from './transport.ts';

export function captionOf(facts: StepFacts): readonly TonedMessage[] {
  if ('fate' in facts && facts.fate.kind === 'lost' && facts.kind !== 'datagram') {
    if (facts.kind === 'segment') return captionOfLostSegment(facts);
    return captionOfLoss(facts, facts.fate.why);
  }
  if ('fate' in facts && facts.fate.kind === 'delivered' && facts.fate.isHeld && !isForSystem(facts)) {
    return [
      plain(message('caption.reaches-frozen', { to: facts.to })),
      toned('failure', message('caption.held')),
    ];
  }
  switch (facts.kind) {
    case 'request':
      return captionOfRequest(facts);
    case 'forward':
      return [...captionOfForward(facts), ...overwriteCaption(facts.overwrite)];
    case 'reply':
      return [...captionOfReply(facts), ...overwriteCaption(facts.overwrite)];
    case 'connection-close':
      return [
        plain(message('caption.connection-close', endsOf(facts))),
        ...(facts.crosses ? [toned('failure', message('caption.crosses'))] : []),
      ];
    case 'hand-over':
      return [plain(message(`caption.hand-over.${facts.what}`, endsOf(facts)))];
    case 'segment':
      return segmentConsequence(facts).map(plain);
    case 'datagram':
      return [plain(datagramConsequence(facts))];
    case 'copy':
      return facts.fate.kind === 'refused'
        ? nothingSent(facts)
        : [...copyCaption(facts), ...overwriteCaption(facts.overwrite)];
    case 'store':
      return facts.fate.kind === 'refused' ? nothingSent(facts) : storeCaption(facts);
    case 'database':
      return [
        plain(message('caption.database', endsOf(facts))),
        toned('request', message('caption.database.words', { words: labelOf(facts) })),
      ];
    case 'port-unreachable':
      return [toned('failure', message('caption.port-unreachable', endsOf(facts)))];
    case 'health-check':
      return [plain(message('caption.health-check')), noAnswer(facts)];
    case 'gave-up':
    case 'left':
    case 'connection-expired':
    case 'promoted':
    case 'reset':
    case 'noticed':
      return captionOfOccurrence(facts);
    default:
      return captionOfOperation(facts);
  }
}

/** A frozen process's operating system handles segments without data itself. */
function isForSystem(facts: StepFacts): boolean {
  return facts.kind === 'segment' && facts.segment.data === '';
}

function noAnswer({ to }: Pick<MessageFacts, 'to'>): TonedMessage {
  return toned('failure', message('caption.no-answer', { to: to }));
}

function nothingSent(facts: Pick<MessageFacts, 'to'>): readonly TonedMessage[] {
  return [noAnswer(facts), plain(message('caption.nothing-sent'))];
}

type LossReason = Extract<MessageFacts['fate'], { kind: 'lost' }>['why'];

function captionOfLoss(facts: MessageFacts, why: LossReason): readonly TonedMessage[] {
  const { from, to } = facts;
  const lost = toned('failure', message('caption.lost', { to }));
  const done = facts.kind === 'reply' ? doneAnyway(facts) : [];
  if (done.length > 0) return [lost, ...done];
  const rest =
    why === 'loss' || why === 'dropped' ? message('caption.not-told', { from }) : message(`caption.${why}`);
  return [lost, plain(rest)];
}

function captionOfRequest(facts: RequestFacts): readonly TonedMessage[] {
  if (facts.fate.kind === 'refused') return nothingSent(facts);
  const asker = facts.from.ordinal === 1 ? message('customer') : facts.from;
  return [
    plain(message(`caption.${waysOfAsking(facts)}`, { asker })),
    toned('request', quoted(said(facts.intent))),
  ];
}

function waysOfAsking({ attempt, isResent, isAfterError, intent, continues, saysState }: RequestFacts) {
  if (isResent) return 'browser-resends';
  if (attempt > 1) return isAfterError ? 'asks-again.after-error' : 'asks-again';
  if (intent.kind === 'log-in') return 'logs-in';
  if (!continues || intent.kind !== 'shop') return questions.has(intent.kind) ? 'asks' : 'says';
  return saysState ? 'says-everything' : 'says-what-is-new';
}

const questions: ReadonlySet<RequestIntent['kind']> = new Set(['shop', 'me', 'admin']);

function captionOfForward(facts: ForwardFacts): readonly TonedMessage[] {
  const server = facts.to;
  const { remembered, unknownSession, orderSaved, charged } = facts.effects;
  if (facts.fate.kind === 'refused') return [noAnswer(facts), plain(message('caption.not-forwarded'))];
  if (unknownSession !== null && remembered === null) {
    return [
      plain(message('caption.looks-for-session', { server })),
      toned('failure', message('caption.has-none')),
    ];
  }
  if (charged) return [plain(message('caption.saves-payment', { server }))];
  if (facts.mode === 'stateless') return [plain(captionWithoutState(facts))];
  if (remembered === null) return captionWithoutMemory(facts);
  if (orderSaved) return [plain(message('caption.saves-order', { server }))];
  const id = remembered.isKnown ? 'caption.still-knows' : 'caption.remembers';
  return [plain(message(id, { server })), toned('memory', memoryIn(remembered))];
}

function captionWithoutState({ to, intent, brings, effects }: ForwardFacts): Message {
  const server = to;
  if (effects.orderSaved) return message('caption.saves-order.stateless', { server });
  if (intent.kind === 'refresh') return message('caption.request-arrives', { server });
  if (intent.kind === 'log-in') return message('caption.checks-password', { server });
  return message(brings === 'token' ? 'caption.checks-token' : `caption.brings-${brings}`, { server });
}

function captionWithoutMemory({ to, intent, retryAfter, effects }: ForwardFacts): readonly TonedMessage[] {
  const server = to;
  if (!effects.forgot) {
    const id = retryAfter === null ? 'caption.request-arrives' : 'caption.tries-next';
    return [plain(message(id, { server }))];
  }
  return intent.kind === 'log-out'
    ? [plain(message('caption.ends-session', { server }))]
    : [plain(message('caption.finds-session', { server })), toned('failure', message('caption.too-old'))];
}

function captionOfOccurrence(facts: OccurrenceFacts): readonly TonedMessage[] {
  const node = facts.node;
  const more = detailOf(facts);
  const detail = more === null ? [] : [ended(more)];
  switch (facts.kind) {
    case 'gave-up':
      return [toned('failure', message(`caption.${facts.why}`, { node })), ...detail.map(plain)];
    case 'reset':
      return [toned('failure', message('caption.reset', { node, by: facts.by })), ...detail.map(plain)];
    case 'connection-expired':
    case 'promoted':
      return [plain(message(`caption.${facts.kind}`, { node })), ...detail.map(plain)];
    case 'left': {
      const tone = facts.sessionsLost > 0 ? 'failure' : 'plain';
      return [plain(message('caption.left', { node })), ...detail.map((each) => toned(tone, each))];
    }
    case 'noticed': {
      const server = facts.server;
      return [
        plain(message('caption.notices', { node })),
        facts.isDown
          ? toned('failure', message('caption.server-down', { server }))
          : toned('reply', message('caption.server-up', { server })),
      ];
    }
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}
