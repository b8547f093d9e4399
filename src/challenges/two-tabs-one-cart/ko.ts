/** Two tabs, one cart, in Korean. */
import type { ChallengeWords } from '../challenge-words.ts';

export default {
  title: '탭 두 개, 장바구니 하나',
  goal: '담았다는 답을 받은 상품은 빠짐없이 장바구니에 남아요.',
  story:
    '탭 두 개가 같은 순간에 장바구니에 상품을 담아요. 두 요청이 같은 세션을 읽고, 나중에 쓴 것이 먼저 쓴 것을 덮어써요.',
  solved:
    '함께 쓰는 상태에는 쓰기가 겹칠 때의 규칙이 필요해요. 그대로면 저장하거나(compare and set) 잠그는 거예요.',
} satisfies ChallengeWords;
