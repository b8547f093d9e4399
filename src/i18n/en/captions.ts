/** The one sentence for the whole room, in English. */
import type {
  ForwardFacts,
  OperatorFacts,
  Phrase,
  ReplyFacts,
  RequestFacts,
  StepFacts,
} from '../../diagram/phrasebook.ts';
import { phrase, plain, toned } from '../phrases.ts';
import { detail, problemCaption } from './bands.ts';
import { answered, factsIn, said } from './speech.ts';
import { nameOf } from './words.ts';

export function caption(facts: StepFacts): Phrase {
  switch (facts.kind) {
    case 'request':
      return captionOfRequest(facts);
    case 'forward':
      return captionOfForward(facts);
    case 'reply':
      return captionOfReply(facts);
    case 'crash':
    case 'restart':
      return captionOfOperator(facts);
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function captionOfRequest(facts: RequestFacts): Phrase {
  const words = toned('request', `“${said(facts.said)}”`);
  if (!facts.continues) return phrase('The customer asks:', words);
  return facts.mode === 'stateful'
    ? phrase('The customer says only what is new.', words)
    : phrase('The customer says everything, every time.', words);
}

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') {
    return [toned('failure', `${server} does not answer.`), plain(' The request was never sent to it.')];
  }
  if (facts.unknownSession !== null) {
    return phrase(`${server} looks for this customer’s session.`, toned('failure', 'It has none.'));
  }
  if (facts.mode === 'stateless') {
    return facts.orderSaved
      ? phrase(`${server} saves the order in the database, and remembers nothing itself.`)
      : phrase(`The request says it all. ${server} remembers nothing.`);
  }
  if (facts.remembered === null) return phrase(`The request goes to ${server}.`);
  if (facts.orderSaved) return phrase(`${server} saves the order in the database.`);
  return phrase(`${server} remembers:`, toned('memory', factsIn(facts.remembered).join(' ')));
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.reply)}”`;
  const server = nameOf(facts.from);
  switch (facts.reply.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (!facts.unknownSession) return phrase(`${server} has not been told enough.`, asks);
      return facts.newClerk
        ? phrase(`${server} has never met this customer.`, asks)
        : phrase(`${server} does not know this customer.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', String(facts.reply.status)));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.newClerk
        ? phrase(`${server} has never met this customer, and need not have.`, answer)
        : phrase(`${server} answers.`, answer);
    }
  }
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const server = nameOf(facts.node);
  if (facts.result !== 'done') return phrase(`${detail(facts)}.`);
  if (facts.kind === 'restart') {
    return phrase(`${server} is back${facts.mode === 'stateful' ? ', and remembers nothing' : ''}.`);
  }
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', `${detail(facts)}.`);
  return phrase(`${server} crashes.`, loss);
}
