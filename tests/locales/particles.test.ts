import { describe, expect, it } from 'vitest';
import { imported } from '../../src/locales/ko/diagram/imported.ts';
import { withParticle } from '../../src/locales/ko/particles.ts';
import { phrasebook } from '../../src/locales/ko/phrasebook.ts';

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 20, 100];

function servers(particle: Parameters<typeof withParticle>[1]): string[] {
  return numbers.map((number) => withParticle(`서버 ${number}`, particle));
}

describe('a particle after a number follows its reading', () => {
  // 영 일 이 삼 사 오 육 칠 팔 구 십 십일 십육 이십 백
  it.each([
    ['은/는', '은 은 는 은 는 는 은 은 은 는 은 은 은 은 은'],
    ['이/가', '이 이 가 이 가 가 이 이 이 가 이 이 이 이 이'],
    ['을/를', '을 을 를 을 를 를 을 을 을 를 을 을 을 을 을'],
    ['와/과', '과 과 와 과 와 와 과 과 과 와 과 과 과 과 과'],
    // After ㄹ it is 로: 일로, 칠로, 팔로.
    ['으로/로', '으로 로 로 으로 로 로 으로 로 로 로 으로 로 으로 으로 으로'],
  ] as const)('%s', (particle, expected) => {
    const particles = expected.split(' ');
    expect(servers(particle)).toEqual(numbers.map((number, index) => `서버 ${number}${particles[index]}`));
  });

  it('in the captions', () => {
    const captions = [1, 2, 3, 6, 9, 10].map((ordinal) => {
      const facts = {
        kind: 'add',
        node: { role: 'server', ordinal },
        result: 'done',
        sessionsLost: 0,
        connectionsLost: 0,
        keeps: 'sessions',
      } as const;
      return phrasebook.caption(facts)[0]?.text.split(' ').slice(0, 2).join(' ');
    });
    expect(captions).toEqual(['서버 1이', '서버 2가', '서버 3이', '서버 6이', '서버 9가', '서버 10이']);
  });
});

/** es-hangul doesn't know how a word in Latin letters is read. */
it('no particle follows a name that someone else wrote', () => {
  for (const name of ['Kernel', 'Log', 'critical', 'alt']) {
    const said = [
      imported['imported.created']({ name }),
      imported['imported.destroyed']({ name }),
      imported['imported.frames-end']({ frames: [name] }),
    ];
    for (const text of said) expect(text).toMatch(/(?:^|: )(?:Kernel|Log|critical|alt)\.$/);
  }
});

describe('a particle after a word', () => {
  it.each([
    ['클라이언트', '이/가', '클라이언트가'],
    ['로드 밸런서', '은/는', '로드 밸런서는'],
    ['손님', '은/는', '손님은'],
    ['현금', '으로/로', '현금으로'],
    ['카드', '으로/로', '카드로'],
  ] as const)('%s: %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});
