import { describe, expect, it } from 'vitest';
import { isFound } from '../search.ts';

const texts = ['스티키 세션은 아무것도 복제하지 않아요', 'Sticky sessions copy nothing'];

describe('a search', () => {
  it.each(['', '  ', '세션', 'STICKY', 'copy nothing', 'nothing copy', '세션 sticky'])(
    'finds %j',
    (query) => {
      expect(isFound(query, texts)).toBe(true);
    },
  );

  it('finds a Korean word at every keystroke on the way to it', () => {
    // States of an input method while 세션 is typed on a two-set keyboard.
    for (const typed of ['ㅅ', '세', '셋', '세셔', '세션']) expect(isFound(typed, texts)).toBe(true);
  });

  it('finds initial consonants', () => {
    expect(isFound('ㅅㅌㅋ', texts)).toBe(true);
    expect(isFound('ㅅㅅ', texts)).toBe(true);
    expect(isFound('ㅎㅎ', texts)).toBe(false);
  });

  it.each(['토큰', 'sticky token', 'ession copies'])('does not find %j', (query) => {
    expect(isFound(query, texts)).toBe(false);
  });
});
