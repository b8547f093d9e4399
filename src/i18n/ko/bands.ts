/** What stands on arrows and bands, in Korean. */
import type { OperatorFacts, ReplyFacts, StepFacts } from '../../diagram/phrasebook.ts';
import { withParticle } from './particles.ts';
import { answered, said } from './speech.ts';
import { nameOf, number } from './words.ts';

export function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return said(facts.said);
    case 'forward':
      return `→ ${nameOf(facts.to)}${facts.fate === 'delivered' ? '' : ': 응답 없음'}`;
    case 'reply':
      return answered(facts.reply);
    case 'crash':
      return `${nameOf(facts.node)} ${facts.result === 'done' ? '장애' : '멈추기'}`;
    case 'restart':
      return `${nameOf(facts.node)} ${facts.result === 'done' ? '재시작' : '다시 켜기'}`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

export function detail({ kind, node, result, sessionsLost, mode }: OperatorFacts): string {
  switch (result) {
    case 'already-down':
      return '이미 꺼져 있어요. 달라지는 것이 없어요';
    case 'already-up':
      return '이미 켜져 있어요. 달라지는 것이 없어요';
    case 'already-member':
      return '이미 켜져 있어요. 달라지는 것이 없어요';
    case 'already-cut':
    case 'not-cut':
      return '달라지는 것이 없어요';
    case 'no-such-node':
      return `${withParticle(nameOf(node), '은/는')} 없어요. 달라지는 것이 없어요`;
    case 'done':
      if (kind === 'restart')
        return mode === 'stateful' ? '돌아왔지만 아무것도 기억하지 못해요' : '다시 돌아왔어요';
      if (sessionsLost > 0) return `세션 ${number.format(sessionsLost)}개가 메모리와 함께 사라졌어요`;
      return mode === 'stateful' ? '메모리에 세션이 없었어요' : '잃을 것이 없었어요';
    default:
      throw new Error(`Unknown result ${result satisfies never}`);
  }
}

export function problemCaption({ from, status }: ReplyFacts): string {
  if (status === 502) return '서버가 답하기 전에 멈췄어요. 어디까지 했는지는 아무도 몰라요.';
  if (status === 503 && from.role === 'load-balancer') return '답할 서버가 하나도 없어요.';
  return `${withParticle(nameOf(from), '은/는')} 이 요청에 답할 수 없어요.`;
}
