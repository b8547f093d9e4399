/** Why something came out as it did, in Korean. */
import type { WhyFacts } from '../../sequence/phrasebook.ts';
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
    case 'had-crashed':
      return `${topic} 이미 멈췄는데 아직 아무도 몰랐어요.`;
    case 'nothing-was-sent':
      return '그래서 아무것도 보내지 않았고, 아무 일도 일어나지 않았어요.';
    case 'is-not-repeated':
      return '어디까지 했는지 아무도 몰라서 저절로 다시 보내지는 않아요.';
    case 'is-repeated':
      return '두 번 물어도 괜찮은 요청이라 다른 서버에 다시 물었어요.';
    case 'nobody-is-told':
      return '보낸 쪽은 그것을 모르고 시간이 다 될 때까지 기다려요.';
    case 'was-never-there':
      return '그런 것은 처음부터 없었어요.';
    case 'session-expired':
      return '세션을 너무 오래 쓰지 않았거나, 세션이 너무 오래됐어요.';
    case 'token-expired':
      return '토큰은 정해진 시간 동안만 쓸 수 있는데 그 시간이 지났어요.';
    case 'token-was-revoked':
      return '주인이 로그아웃해서 토큰이 목록에 올라 있어요.';
    case 'nothing-was-shown':
      return '요청에 누구인지 알려 주는 것이 없었어요.';
    case 'has-no-right':
      return '누구인지는 알지만 그 역할로는 할 수 없어요.';
    case 'is-always-checked':
      return `${topic} 요청마다 그것을 확인해요.`;
    case 'token-was-changed':
      return '지금 토큰에 적힌 내용은 서명한 내용과 달라요.';
    case 'key-was-replaced':
      return '예전 키로 서명한 것은 이제 받지 않아요.';
    case 'has-no-key':
      return '키가 없으면 남이 서명한 것을 확인할 수 없어요.';
    case 'was-away':
      return '그동안 시간이 다 됐어요.';
    case 'was-emptied':
      return '가지고 있던 것이 모두 사라졌어요.';
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
