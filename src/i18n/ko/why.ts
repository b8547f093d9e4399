/** Why something came out as it did, in Korean. */
import type { WhyFacts } from '../../diagram/phrasebook.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import type { LossReason } from '../../simulation/kernel/trace-event.ts';
import { withParticle } from './particles.ts';
import { nameOf } from './words.ts';

export function why(reason: WhyFacts): string {
  const node = nameOf(reason.node);
  const subject = withParticle(node, '이/가');
  const topic = withParticle(node, '은/는');
  switch (reason.kind) {
    case 'has-no-session':
      return `${topic} 가지고 있지 않은 세션을 찾아야 했어요.`;
    case 'session-was-on':
      return `그 세션은 ${node}의 메모리에 있었어요.`;
    case 'session-is-on':
      return `그 세션은 ${node}의 메모리에 있어요.`;
    case 'crash-took-it':
      return `${subject} 멈추면서 메모리도 함께 사라졌어요.`;
    case 'left-with-it':
      return `${subject} 떠나면서 메모리도 함께 사라졌어요.`;
    case 'ended-it':
      return `${subject} 그 세션을 끝냈어요.`;
    case 'copy-was-lost':
      return `${withParticle(node, '으로/로')} 가던 복사본이 사라졌어요.`;
    case 'was-not-copied':
      return `${subject} 아직 복사본을 보내지 않았어요.`;
    case 'has-no-connection':
      return `${topic} 자기가 모르는 연결로 말을 들었어요.`;
    case 'connection-was-on':
      return `그 연결은 ${node}의 메모리에 있었어요.`;
    case 'was-marked-down':
      return `로드 밸런서는 ${subject} 죽은 줄 알아요.`;
    case 'did-not-answer':
      return `${subject} 응답하지 않았어요.`;
    case 'died-at-work':
      return `${subject} 요청을 받고 답하기 전에 멈췄어요.`;
    case 'was-instructed':
      return `그전에 누군가 ${node}에서 무언가를 바꿨어요.`;
    case 'policy-chose':
      return `로드 밸런서가 ${withParticle(node, '을/를')} 골랐어요. ${policies[reason.policy]}`;
    case 'message-was-lost':
      return `${withParticle(node, '으로/로')} 가던 메시지가 닿지 못했어요. ${losses[reason.why]}`;
    default:
      throw new Error(`Unknown reason ${reason satisfies never}`);
  }
}

const policies: Record<BalancingPolicy, string> = {
  first: '첫 정상 서버로 보내요.',
  'round-robin': '차례대로 보내요.',
  'least-connections': '가장 덜 바쁜 서버로 보내요.',
  cookie: '쿠키에 적힌 대로 보내요.',
  'source-address': '주소를 보고 보내요.',
};

const losses: Record<LossReason, string> = {
  loss: '네트워크가 잃어버렸어요.',
  'link-cut': '연결이 끊겨 있어요.',
  dropped: '가는 길에 사라졌어요.',
  'receiver-gone': '기다리던 쪽이 이제 없어요.',
};
