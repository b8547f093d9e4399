/** The table of strategies, in Korean. */
import type { StrategiesText } from '../../features/lessons/strategies-text.ts';
import { number } from './words.ts';

export const strategiesText: StrategiesText = {
  introduction:
    '같은 요청과 같은 장애를 방식마다 끝까지 시뮬레이션한 결과예요. 이름을 누르면 다이어그램에서 볼 수 있어요.',
  strategy: '방식',
  requests: '서버별 요청',
  refused: '401',
  bytes: '요청당 바이트',
  roundTrips: '요청당 저장소 왕복',
  memory: '서버 메모리',
  perServer: (counts) => counts.map((count) => number.format(count)).join(' · '),
  show: (name) => `${name} 보기`,
  compareWith: (name) => `${name}: 나란히 비교`,
};
