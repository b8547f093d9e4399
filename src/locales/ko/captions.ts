/** The one sentence for the whole room, in Korean. */
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
import { phrase, plain, toned } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { withParticle } from './particles.ts';
import { problemCaption } from './problems.ts';
import { answered, memoryIn, said } from './speech.ts';
import { copyCaption, storeCaption } from './store.ts';
import { datagramConsequence, segmentConsequence, segmentLoss } from './transport.ts';
import { askerOf, nameOf, namesOf, pairOf } from './words.ts';

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
      return phrase(
        `이제 ${nameOf(facts.to)}에게도 ${withParticle(nameOf(facts.from), '이/가')} 자기를 증명하던 것이 있어요.`,
      );
    case 'segment':
      return phrase(segmentConsequence(facts));
    case 'datagram':
      return phrase(datagramConsequence(facts));
    case 'copy':
      return refusal(facts) ?? copyCaption(facts);
    case 'store':
      return refusal(facts) ?? storeCaption(facts);
    case 'database':
      return phrase(
        `${withParticle(nameOf(facts.from), '이/가')} ${nameOf(facts.to)}에 보내요.`,
        toned('request', `“${label(facts)}”`),
      );
    case 'health-check':
      return phrase(
        '상태를 확인해요.',
        toned('failure', `${withParticle(nameOf(facts.to), '이/가')} 응답하지 않아요.`),
      );
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
  const noAnswer = `${withParticle(nameOf(to), '이/가')} 응답하지 않아요.`;
  return [toned('failure', noAnswer), plain(' 아무것도 보내지 못했어요.')];
}

function captionOfLoss(
  { from, to }: Extract<StepFacts, { readonly fate: Fate }>,
  { why }: Extract<Fate, { kind: 'lost' }>,
): Phrase {
  const lost = toned('failure', `${withParticle(nameOf(to), '으로/로')} 가던 메시지가 사라졌어요.`);
  switch (why) {
    case 'loss':
    case 'dropped':
      return [lost, plain(` ${withParticle(nameOf(from), '은/는')} 그것을 몰라요.`)];
    case 'link-cut':
      return [lost, plain(' 연결이 끊겨 있어요.')];
    case 'receiver-gone':
      return [lost, plain(' 기다리던 쪽이 이제 없어요.')];
    default:
      throw new Error(`Unknown reason ${why satisfies never}`);
  }
}

function captionOfRequest(facts: RequestFacts): Phrase {
  const words = toned('request', `“${said(facts.intent)}”`);
  const asker = askerOf(facts.from);
  if (facts.fate.kind === 'refused') {
    const noAnswer = `${withParticle(nameOf(facts.to), '이/가')} 응답하지 않아요.`;
    return [toned('failure', noAnswer), plain(' 아무것도 보내지 못했어요.')];
  }
  if (facts.attempt > 1) return phrase(`${withParticle(asker, '은/는')} 답이 없어서 다시 물어요.`, words);
  if (facts.intent.kind === 'log-in') {
    return phrase(`${withParticle(asker, '이/가')} 이름과 비밀번호를 보내요.`, words);
  }
  if (!facts.continues || facts.intent.kind !== 'shop') {
    const asks = questions.has(facts.intent.kind) ? '물어요.' : '말해요.';
    return phrase(`${withParticle(asker, '이/가')} ${asks}`, words);
  }
  return facts.mode === 'stateful'
    ? phrase(`${withParticle(asker, '은/는')} 새로운 말만 해요.`, words)
    : phrase(`${withParticle(asker, '은/는')} 매번 처음부터 다 말해요.`, words);
}

const questions: ReadonlySet<RequestIntent['kind']> = new Set(['shop', 'me', 'admin']);

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  const subject = withParticle(server, '이/가');
  const topic = withParticle(server, '은/는');
  const { remembered, unknownSession, orderSaved, charged, forgot } = facts.effects;
  if (facts.fate.kind === 'refused') {
    return [toned('failure', `${subject} 응답하지 않아요.`), plain(' 요청은 전해지지 않았어요.')];
  }
  if (unknownSession !== null && remembered === null) {
    return phrase(`${subject} 이 손님의 세션을 찾아요.`, toned('failure', '그런데 없어요.'));
  }
  if (charged) return phrase(`${subject} 결제를 데이터베이스에 적어요.`);
  if (facts.mode === 'stateless') {
    if (orderSaved) {
      return phrase(`${topic} 주문을 데이터베이스에 저장하고, 스스로는 아무것도 기억하지 않아요.`);
    }
    if (facts.intent.kind === 'refresh') return phrase(`요청이 ${server}에 도착해요.`);
    return facts.intent.kind === 'log-in'
      ? phrase(`${topic} 이름과 비밀번호를 데이터베이스에서 확인하고, 아무것도 기억하지 않아요.`)
      : facts.bearsToken
        ? phrase(`${topic} 토큰의 서명을 확인할 뿐, 아무것도 기억하지 않아요.`)
        : phrase(`요청에 모든 것이 들어 있어요. ${topic} 아무것도 기억하지 않아요.`);
  }
  if (remembered === null) {
    if (forgot) {
      return facts.intent.kind === 'log-out'
        ? phrase(`${subject} 세션을 끝내고 잊어요.`)
        : phrase(`${subject} 세션을 찾았어요.`, toned('failure', '그런데 너무 오래돼서 잊어요.'));
    }
    return facts.retryAfter === null
      ? phrase(`요청이 ${server}에 도착해요.`)
      : phrase(`로드 밸런서는 다음 서버에 다시 보내요. ${server}에 도착해요.`);
  }
  if (orderSaved) return phrase(`${topic} 주문을 데이터베이스에 저장해요.`);
  return phrase(
    `${subject} ${remembered.isKnown ? '기억하고 있어요.' : '기억해요.'}`,
    toned('memory', memoryIn(remembered)),
  );
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.meaning)}”`;
  const server = nameOf(facts.from);
  const topic = withParticle(server, '은/는');
  const subject = withParticle(server, '이/가');
  if (facts.isLate) {
    return phrase(`${subject} 너무 늦게 답해요.`, toned('failure', '이제 기다리는 이가 없어요.'));
  }
  if (facts.fate.kind === 'refused') return phrase(`${subject} 답하지만 아무에게도 닿지 않아요.`);
  if (facts.isPassedOn) {
    const tone = facts.verdict === 'answered' ? 'reply' : 'failure';
    return phrase(`${subject} 답을 전해요.`, toned(tone, words));
  }
  switch (facts.meaning.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (facts.unknownSession && facts.keeps === 'shared-sessions')
        return phrase('저장소도 이 손님을 몰라요.', asks);
      if (!facts.unknownSession) return phrase(`${topic} 들은 것만으로는 답할 수 없어요.`, asks);
      return facts.isNewServer
        ? phrase(`${topic} 이 손님을 처음 봐요.`, asks)
        : phrase(`${topic} 이 손님을 몰라요.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', words));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.isNewServer
        ? phrase(`${topic} 이 손님을 처음 보지만 문제없어요.`, answer)
        : phrase(`${subject} 답해요.`, answer);
    }
  }
}

function captionOfOccurrence(facts: OccurrenceFacts): Phrase {
  const subject = withParticle(nameOf(facts.node), '이/가');
  const more = `${detail(facts)}.`;
  switch (facts.kind) {
    case 'gave-up':
      return facts.why === 'timed-out'
        ? [toned('failure', `${subject} 더 기다리지 않아요.`), plain(` ${more}`)]
        : [toned('failure', `${nameOf(facts.node)}의 연결이 끊겼어요.`), plain(` ${more}`)];
    case 'reset':
      return [
        toned(
          'failure',
          `${withParticle(nameOf(facts.node), '와/과')} ${nameOf(facts.by)}의 연결이 끊겼어요.`,
        ),
        plain(` ${more}`),
      ];
    case 'connection-expired':
      return phrase(`${subject} 연결을 잊어요.`, plain(more));
    case 'left':
      return phrase(`${subject} 떠나요.`, toned(facts.sessionsLost > 0 ? 'failure' : 'plain', more));
    case 'noticed': {
      const found = `${withParticle(nameOf(facts.node), '이/가')} 알게 돼요.`;
      return facts.isDown
        ? phrase(found, toned('failure', `${withParticle(nameOf(facts.server), '이/가')} 응답하지 않아요.`))
        : phrase(found, toned('reply', `${withParticle(nameOf(facts.server), '이/가')} 돌아왔어요.`));
    }
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const more = `${detail(facts)}.`;
  if (facts.result !== 'done') return phrase(more);
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', more);
  switch (facts.kind) {
    case 'crash':
      return phrase(`${withParticle(nameOf(facts.node), '이/가')} 멈췄어요.`, loss);
    case 'restart':
      return phrase(`${withParticle(nameOf(facts.node), '이/가')} ${more}`);
    case 'add':
      return phrase(`${withParticle(nameOf(facts.node), '이/가')} 들어와요.`, loss);
    case 'drain':
      return phrase(`${withParticle(nameOf(facts.node), '을/를')} 빼요.`, loss);
    case 'cut':
      return phrase(`${pairOf(facts.between)} 사이의 연결이 끊겼어요.`, toned('failure', more));
    case 'heal':
      return phrase(`${pairOf(facts.between)} 사이의 연결이 돌아왔어요.`, toned('reply', more));
    case 'partition':
      return phrase(
        `${withParticle(namesOf(facts.nodes), '이/가')} 따로 떨어졌어요.`,
        toned('failure', more),
      );
    case 'heal-all':
      return phrase('모든 연결이 돌아왔어요.', toned('reply', more));
    case 'drop':
      return phrase(more);
    case 'instruct':
      return phrase(`이렇게 시켜요. ${label(facts)}`);
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}
