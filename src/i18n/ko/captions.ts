/** The one sentence for the whole room, in Korean. */
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
import { withParticle } from './particles.ts';
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
  if (!facts.continues) return phrase('손님이 물어요.', words);
  return facts.mode === 'stateful'
    ? phrase('손님은 새로운 말만 해요.', words)
    : phrase('손님은 매번 처음부터 다 말해요.', words);
}

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') {
    return [
      toned('failure', `${withParticle(server, '이/가')} 응답하지 않아요.`),
      plain(' 요청은 전해지지 않았어요.'),
    ];
  }
  const subject = withParticle(server, '은/는');
  if (facts.unknownSession !== null) {
    return phrase(
      `${withParticle(server, '이/가')} 이 손님의 세션을 찾아요.`,
      toned('failure', '그런데 없어요.'),
    );
  }
  if (facts.mode === 'stateless') {
    return facts.orderSaved
      ? phrase(`${subject} 주문을 데이터베이스에 저장하고, 스스로는 아무것도 기억하지 않아요.`)
      : phrase(`요청에 모든 것이 들어 있어요. ${subject} 아무것도 기억하지 않아요.`);
  }
  if (facts.remembered === null) return phrase(`요청이 ${server}에 도착해요.`);
  if (facts.orderSaved) return phrase(`${subject} 주문을 데이터베이스에 저장해요.`);
  return phrase(
    `${withParticle(server, '이/가')} 기억해요.`,
    toned('memory', factsIn(facts.remembered).join(' ')),
  );
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.reply)}”`;
  const server = nameOf(facts.from);
  const subject = withParticle(server, '은/는');
  switch (facts.reply.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (!facts.unknownSession) return phrase(`${subject} 들은 것만으로는 답할 수 없어요.`, asks);
      return facts.newClerk
        ? phrase(`${subject} 이 손님을 처음 봐요.`, asks)
        : phrase(`${subject} 이 손님을 몰라요.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', String(facts.reply.status)));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.newClerk
        ? phrase(`${subject} 이 손님을 처음 보지만 문제없어요.`, answer)
        : phrase(`${withParticle(server, '이/가')} 답해요.`, answer);
    }
  }
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const subject = withParticle(nameOf(facts.node), '이/가');
  if (facts.result !== 'done') return phrase(`${detail(facts)}.`);
  if (facts.kind === 'restart') return phrase(`${subject} ${detail(facts)}.`);
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', `${detail(facts)}.`);
  return phrase(`${subject} 멈췄어요.`, loss);
}
