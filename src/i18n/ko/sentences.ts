/** The list of steps, in Korean. */
import type { ForwardFacts, StepFacts } from '../../diagram/phrasebook.ts';
import { shortId } from '../phrases.ts';
import { detail, label, problemCaption } from './bands.ts';
import { withParticle } from './particles.ts';
import { answered, factsIn, said } from './speech.ts';
import { nameOf } from './words.ts';

export function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return `${withParticle(nameOf(facts.from), '이/가')} ${nameOf(facts.to)}에 말해요: ${said(facts.said)}`;
    case 'forward': {
      const passes = `${withParticle(nameOf(facts.from), '이/가')} ${nameOf(facts.to)}에 전해요.`;
      return `${passes} ${consequence(facts)}`.trim();
    }
    case 'reply': {
      const missing = facts.unknownSession ? ` ${nameOf(facts.from)}에는 그런 세션이 없어요.` : '';
      const words = facts.reply.kind === 'problem' ? problemCaption(facts) : answered(facts.reply);
      const speaker = withParticle(nameOf(facts.from), '이/가');
      return `${speaker} ${nameOf(facts.to)}에 답해요: ${facts.status}. ${words}${missing}`;
    }
    case 'crash':
    case 'restart':
      return `${label(facts)}. ${detail(facts)}.`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') return `${withParticle(server, '이/가')} 응답하지 않아요.`;
  const parts: string[] = [];
  if (facts.unknownSession !== null)
    parts.push(`${server}에는 세션 ${shortId(facts.unknownSession)}의 기억이 없어요.`);
  if (facts.remembered !== null) {
    parts.push(`${withParticle(server, '이/가')} 기억해요: ${factsIn(facts.remembered).join(' ')}.`);
  }
  if (facts.orderSaved) parts.push('주문이 데이터베이스에 저장돼요.');
  if (facts.mode === 'stateless') parts.push(`${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`);
  return parts.join(' ');
}
