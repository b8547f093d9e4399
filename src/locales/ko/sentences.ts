/** The list of steps, in Korean. */
import type { Fate, ForwardFacts, ReplyFacts, StepFacts } from '../../sequence/step-facts.ts';
import { ended, shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { withParticle } from './particles.ts';
import { problemCaption } from './problems.ts';
import { answered, memoryIn, said } from './speech.ts';
import {
  datagramConsequence,
  datagramLabel,
  segmentConsequence,
  segmentLabel,
  statesOf,
} from './transport.ts';
import { nameOf } from './words.ts';

export function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request': {
      const again = facts.attempt > 1 ? ' 다시' : '';
      return `${sender(facts)} ${nameOf(facts.to)}에${again} 말해요: ${said(facts.intent)}${fateOf(facts)}`;
    }
    case 'forward':
      return `${sender(facts)} ${nameOf(facts.to)}에 전해요. ${consequence(facts)}`.trim();
    case 'reply':
      return replySentence(facts);
    case 'hand-over':
      return `${sender(facts)} 자기를 증명하는 것을 ${nameOf(facts.to)}에 넘겨줘요.${fateOf(facts)}`;
    case 'segment': {
      const sends = `${sender(facts)} ${nameOf(facts.to)}에 보내요: ${ended(segmentLabel(facts))}`;
      return facts.fate.kind === 'delivered'
        ? `${sends} ${segmentConsequence(facts)} ${statesOf(facts)}.`
        : `${sends}${fateOf(facts)}`;
    }
    case 'datagram':
      return `${sender(facts)} ${nameOf(facts.to)}에 보내요: ${ended(datagramLabel(facts))} ${datagramConsequence(facts)}`;
    case 'copy':
      return `${sender(facts)} ${nameOf(facts.to)}에 알려요: ${ended(label(facts))}${fateOf(facts)}`;
    case 'store':
      return `${sender(facts)} ${nameOf(facts.to)}에 말해요: ${ended(label(facts))}${fateOf(facts)}`;
    case 'database':
      return `${sender(facts)} ${nameOf(facts.to)}에 보내요: ${ended(label(facts))}${fateOf(facts)}`;
    case 'health-check':
      return `${sender(facts)} ${nameOf(facts.to)}의 상태를 확인해요. 응답이 없어요.`;
    default: {
      const more = detail(facts);
      return more === '' ? ended(label(facts)) : `${ended(label(facts))} ${ended(more)}`;
    }
  }
}

function sender({ from }: Extract<StepFacts, { readonly fate: Fate }>): string {
  return withParticle(nameOf(from), '이/가');
}

function fateOf({ fate }: { readonly fate: Fate }): string {
  switch (fate.kind) {
    case 'delivered':
      return '';
    case 'refused':
      return ' 거기서는 아무도 응답하지 않아요.';
    case 'lost':
      return ' 가는 길에 사라져요.';
    default:
      throw new Error(`Unknown fate ${fate satisfies never}`);
  }
}

function replySentence(facts: ReplyFacts): string {
  const server = nameOf(facts.from);
  if (facts.isPassedOn) {
    return `${sender(facts)} ${nameOf(facts.to)}에 답을 전해요: ${facts.status}. ${ended(answered(facts.meaning).replace(/^\d+ /, ''))}`;
  }
  const missing =
    facts.unknownSession && facts.meaning.kind === 'incomplete' ? ` ${server}에는 그런 세션이 없어요.` : '';
  const words =
    facts.meaning.kind === 'problem'
      ? `${ended(answered(facts.meaning).replace(/^\d+ /, ''))} ${problemCaption(facts)}`
      : answered(facts.meaning);
  const late = facts.isLate ? ' 너무 늦었어요.' : '';
  return `${sender(facts)} ${nameOf(facts.to)}에 답해요: ${facts.status}. ${words}${missing}${late}${fateOf(facts)}`;
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  const subject = withParticle(server, '이/가');
  if (facts.fate.kind === 'refused') return `${subject} 응답하지 않아요.`;
  if (facts.fate.kind === 'lost') return fateOf(facts).trim();
  const { remembered, unknownSession, orderSaved, charged, forgot } = facts.effects;
  const parts: string[] = [];
  if (unknownSession !== null) parts.push(`${server}에는 세션 ${shortId(unknownSession)}의 기억이 없어요.`);
  if (remembered !== null) parts.push(`${subject} 기억해요: ${memoryIn(remembered)}.`);
  else if (forgot) parts.push(`${subject} 세션을 끝내요.`);
  if (orderSaved) parts.push('주문이 데이터베이스에 저장돼요.');
  if (charged) parts.push('결제가 데이터베이스에 저장돼요.');
  if (facts.mode === 'stateless') parts.push(`${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`);
  return parts.join(' ');
}
