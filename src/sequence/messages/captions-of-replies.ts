/** Captions of replies: what a response means to the client that asked. */
import type { ReplyFacts } from '../step-facts.ts';
import { type Message, message, type TonedMessage } from './message.ts';
import { plain, quoted, toned } from './nodes.ts';
import { answered } from './speech.ts';

export function captionOfReply(facts: ReplyFacts): readonly TonedMessage[] {
  const server = facts.from;
  if (facts.isLate) {
    const done = doneAnyway(facts);
    return [
      plain(message('caption.answers-late', { server })),
      ...(done.length > 0 ? done : [toned('failure', message('caption.too-late'))]),
    ];
  }
  if (facts.fate.kind === 'refused') {
    return [plain(message('caption.reaches-nobody', { server })), ...doneAnyway(facts)];
  }
  const words = quoted(answered(facts.meaning));
  if (facts.isPassedOn) {
    const tone = facts.verdict === 'answered' ? 'reply' : 'failure';
    return [plain(message('caption.passes-answer-on', { server })), toned(tone, words)];
  }
  switch (facts.meaning.kind) {
    case 'incomplete':
      return [plain(captionOfAskingBack(facts)), toned('failure', words)];
    case 'problem':
      return [plain(captionOfProblem(facts)), toned('failure', words)];
    default: {
      const isNew = facts.mode === 'stateless' && facts.isNewServer && !isEmpty(facts.meaning);
      const id = isNew ? 'caption.answers.new-server' : 'caption.answers';
      return [plain(message(id, { server })), toned('reply', words)];
    }
  }
}

/** A new server that shows nothing of the customer may not have been able to read what the request brings. */
function isEmpty(meaning: ReplyFacts['meaning']): boolean {
  return (
    (meaning.kind === 'cart' && meaning.items.length === 0) ||
    (meaning.kind === 'welcomed' && meaning.name === null)
  );
}

/** What a request has done although its client doesn't hear of it. A frozen server can have done it long after the request came. */
export function doneAnyway({ meaning }: ReplyFacts): readonly TonedMessage[] {
  switch (meaning.kind) {
    case 'charged': {
      const { amountWon, chargeNumber: charge, isFirst } = meaning;
      return isFirst
        ? [toned('failure', message('caption.charged-anyway', { amountWon, charge }))]
        : [toned('reply', message('caption.not-charged-again', { charge }))];
    }
    case 'paid':
      return [toned('failure', message('caption.ordered-anyway'))];
    default:
      return [];
  }
}

function captionOfAskingBack({
  from,
  unknownSession,
  wasOverwritten,
  keeps,
  isNewServer,
}: ReplyFacts): Message {
  const server = from;
  if (wasOverwritten) return message('caption.was-overwritten', { server });
  if (!unknownSession) return message('caption.told-too-little', { server });
  if (keeps === 'shared-sessions') return message('caption.store-lacks-customer');
  return message(isNewServer ? 'caption.never-met-customer' : 'caption.does-not-know-customer', { server });
}

/** Why a request gets no response from the application. */
export function captionOfProblem({ from, meaning, verdict, isNewServer, keeps }: ReplyFacts): Message {
  const server = from;
  const code = meaning.kind === 'problem' ? meaning.code : null;
  switch (code) {
    case 'no-server':
    case 'server-unreachable':
    case 'server-timeout':
    case 'connection-reset':
    case 'wrong-credentials':
    case 'revoked':
      return message(`failed.${code}`);
    case 'invalid_grant':
      return message('failed.invalid-grant');
    case 'server-busy':
    case 'database-unavailable':
    case 'sessions-unavailable':
    case 'store-full':
    case 'cannot-sign':
    case 'cannot-seal':
    case 'expired':
    case 'session-conflict':
    case 'session-locked':
    case 'expired-session':
    case 'other-format':
    case 'forbidden':
    case 'unknown-key':
    case 'bad-signature':
    case 'bad-seal':
    case 'not-yet-valid':
      return message(`failed.${code}`, { server });
    case 'unknown-session':
      if (keeps === 'shared-sessions') return message('failed.store-lacks-session');
      return message(isNewServer ? 'failed.lacks-session.new-server' : 'failed.lacks-session', { server });
    case 'none-presented':
    case 'not-logged-in':
      return message(verdict === 'asked-again' ? 'failed.login-unknown' : 'failed.asker-unknown', { server });
    case 'algorithm-none':
    case 'unknown-algorithm':
      return message('failed.wrong-algorithm', { server });
    case 'malformed':
    case 'invalid-claims':
    case 'unsupported-critical':
    case 'wrong-issuer':
    case 'wrong-audience':
      return message('failed.bad-token', { server });
    case 'invalid':
    case 'not-found':
    case null:
      return message('failed.bad-request', { server });
    default:
      throw new Error(`Unknown problem ${code satisfies never}`);
  }
}
