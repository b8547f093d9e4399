/** The one sentence for the whole room, in English. */
import type { Phrase } from '../../sequence/phrasebook.ts';
import type {
  CopyFacts,
  Fate,
  ForwardFacts,
  OccurrenceFacts,
  OperatorFacts,
  ReplyFacts,
  RequestFacts,
  RequestIntent,
  StepFacts,
  StoreFacts,
} from '../../sequence/step-facts.ts';
import { ended, phrase, plain, toned } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { hasForgotten } from './operations.ts';
import { problemCaption } from './problems.ts';
import { answered, memoryIn, said } from './speech.ts';
import { copyCaption, storeCaption } from './store.ts';
import { datagramConsequence, segmentConsequence, segmentLoss } from './transport.ts';
import { askerOf, nameOf } from './words.ts';

export function caption(facts: StepFacts): Phrase {
  if ('fate' in facts && facts.fate.kind === 'lost' && facts.kind !== 'datagram') {
    if (facts.kind === 'segment') return segmentLoss(facts);
    return captionOfLoss(facts, facts.fate);
  }
  switch (facts.kind) {
    case 'request':
      return captionOfRequest(facts);
    case 'forward':
      return captionOfForward(facts);
    case 'reply':
      return captionOfReply(facts);
    case 'hand-over':
      return phrase(`${nameOf(facts.to)} now has what ${nameOf(facts.from)} proves itself with.`);
    case 'segment':
      return phrase(segmentConsequence(facts));
    case 'datagram':
      return phrase(datagramConsequence(facts));
    case 'copy':
      return refusal(facts) ?? copyCaption(facts);
    case 'store':
      return refusal(facts) ?? storeCaption(facts);
    case 'database':
      return phrase(`${nameOf(facts.from)} to ${nameOf(facts.to)}:`, toned('request', label(facts)));
    case 'health-check':
      return phrase(`A health check:`, toned('failure', `${nameOf(facts.to)} does not answer.`));
    case 'gave-up':
    case 'left':
    case 'connection-expired':
    case 'reset':
    case 'noticed':
      return captionOfOccurrence(facts);
    default:
      return captionOfOperator(facts);
  }
}

function refusal({ to, fate }: CopyFacts | StoreFacts): Phrase | null {
  if (fate.kind !== 'refused') return null;
  return [toned('failure', `${nameOf(to)} does not answer.`), plain(' Nothing was sent.')];
}

function captionOfLoss(
  { from, to }: Extract<StepFacts, { readonly fate: Fate }>,
  { why }: Extract<Fate, { kind: 'lost' }>,
): Phrase {
  const lost = toned('failure', `The message is lost on its way to ${nameOf(to)}.`);
  switch (why) {
    case 'loss':
      return [lost, plain(` ${nameOf(from)} is not told.`)];
    case 'dropped':
      return [lost, plain(` ${nameOf(from)} is not told.`)];
    case 'link-cut':
      return [lost, plain(' The link is cut.')];
    case 'receiver-gone':
      return [lost, plain(' Nobody waits for it there any more.')];
    default:
      throw new Error(`Unknown reason ${why satisfies never}`);
  }
}

function captionOfRequest(facts: RequestFacts): Phrase {
  const words = toned('request', `“${said(facts.intent)}”`);
  const asker = askerOf(facts.from);
  if (facts.fate.kind === 'refused') {
    return [toned('failure', `${nameOf(facts.to)} does not answer.`), plain(' Nothing was sent.')];
  }
  if (facts.attempt > 1) return phrase(`${asker} has no answer, and asks again.`, words);
  if (facts.intent.kind === 'log-in') return phrase(`${asker} sends name and password.`, words);
  if (!facts.continues || facts.intent.kind !== 'shop') {
    return phrase(`${asker} ${questions.has(facts.intent.kind) ? 'asks' : 'says'}:`, words);
  }
  return facts.mode === 'stateful'
    ? phrase(`${asker} says only what is new.`, words)
    : phrase(`${asker} says everything, every time.`, words);
}

const questions: ReadonlySet<RequestIntent['kind']> = new Set(['shop', 'me', 'admin']);

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  const { remembered, unknownSession, orderSaved, charged, forgot } = facts.effects;
  if (facts.fate.kind === 'refused') {
    return [toned('failure', `${server} does not answer.`), plain(' The request was never sent to it.')];
  }
  if (unknownSession !== null && remembered === null) {
    return phrase(`${server} looks for this customer’s session.`, toned('failure', 'It has none.'));
  }
  if (charged) return phrase(`${server} has the payment written into the database.`);
  if (facts.mode === 'stateless') {
    if (orderSaved) return phrase(`${server} saves the order in the database, and remembers nothing itself.`);
    if (facts.intent.kind === 'refresh') return phrase(`The request goes to ${server}.`);
    return facts.intent.kind === 'log-in'
      ? phrase(`${server} checks name and password in the database. It remembers nothing.`)
      : facts.bearsToken
        ? phrase(`${server} checks the token’s signature, and remembers nothing.`)
        : phrase(`The request says it all. ${server} remembers nothing.`);
  }
  if (remembered === null) {
    if (forgot) {
      return facts.intent.kind === 'log-out'
        ? phrase(`${server} ends the session, and forgets it.`)
        : phrase(`${server} finds the session,`, toned('failure', 'too old. It forgets it.'));
    }
    return facts.retryAfter === null
      ? phrase(`The request goes to ${server}.`)
      : phrase(`The load balancer tries the next one: ${server}.`);
  }
  if (orderSaved) return phrase(`${server} saves the order in the database.`);
  const remembers = remembered.isKnown ? 'still knows' : 'remembers';
  return phrase(`${server} ${remembers}:`, toned('memory', memoryIn(remembered)));
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.meaning)}”`;
  const server = nameOf(facts.from);
  if (facts.isLate) return phrase(`${server} answers too late.`, toned('failure', 'Nobody waits any more.'));
  if (facts.fate.kind === 'refused') return phrase(`${server} answers, and reaches nobody.`);
  if (facts.isPassedOn) {
    const tone = facts.verdict === 'answered' ? 'reply' : 'failure';
    return phrase(`${server} passes the answer on.`, toned(tone, words));
  }
  switch (facts.meaning.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (facts.unknownSession && facts.keeps === 'shared-sessions')
        return phrase('Not even the store knows this customer.', asks);
      if (!facts.unknownSession) return phrase(`${server} has not been told enough.`, asks);
      return facts.isNewServer
        ? phrase(`${server} has never met this customer.`, asks)
        : phrase(`${server} does not know this customer.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', words));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.isNewServer
        ? phrase(`${server} has never met this customer, and need not have.`, answer)
        : phrase(`${server} answers.`, answer);
    }
  }
}

function captionOfOccurrence(facts: OccurrenceFacts): Phrase {
  const words = `${label(facts)}.`;
  const more = `${detail(facts)}.`;
  switch (facts.kind) {
    case 'gave-up':
    case 'reset':
      return [toned('failure', words), plain(` ${more}`)];
    case 'connection-expired':
      return phrase(words, plain(more));
    case 'left':
      return phrase(words, toned(facts.sessionsLost > 0 ? 'failure' : 'plain', more));
    case 'noticed': {
      const server = nameOf(facts.server);
      return facts.isDown
        ? phrase(`${nameOf(facts.node)} finds out:`, toned('failure', `${server} is down.`))
        : phrase(`${nameOf(facts.node)} finds out:`, toned('reply', `${server} is well again.`));
    }
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const more = detail(facts);
  if (facts.result !== 'done') return phrase(`${more}.`);
  switch (facts.kind) {
    case 'restart': {
      return phrase(`${nameOf(facts.node)} is back${hasForgotten(facts) ? ', and remembers nothing' : ''}.`);
    }
    case 'instruct':
      return phrase(ended(label(facts)));
    default: {
      const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', `${more}.`);
      return phrase(`${label(facts)}.`, loss);
    }
  }
}
