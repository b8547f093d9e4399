import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termIds } from '../../../lessons/glossary.ts';
import { glossaryWords as english } from '../../../locales/en/glossary.ts';
import { glossaryWords as korean } from '../../../locales/ko/glossary.ts';
import { termFinder } from '../glossary/find-terms.ts';

const finders = { en: termFinder(english), ko: termFinder(korean) };

/** The text with its terms in brackets. */
function marked(language: 'en' | 'ko', ...texts: string[]): string {
  return finders[language](texts)
    .flat()
    .map(({ text, term }) => (term === null ? text : `[${text}]`))
    .join('');
}

describe('terms in running text', () => {
  it('are found as whole words, in upper and lower case', () => {
    expect(marked('en', 'Server 1 has no such session.')).toBe('Server 1 has no such [session].');
    expect(marked('en', 'Load balancer passes it on.')).toBe('[Load balancer] passes it on.');
    expect(marked('en', 'A sessional tokenizer obsession')).toBe('A sessional tokenizer obsession');
  });

  it('match the longest possible form', () => {
    expect(marked('en', 'The session ID is in the session store.')).toBe(
      'The [session ID] is in the [session store].',
    );
    expect(marked('ko', '세션 ID를 세션 저장소에 둬요.')).toBe('[세션 ID]를 [세션 저장소]에 둬요.');
  });

  it('are found before Korean particles and verbs, and not inside other words', () => {
    expect(marked('ko', '서버 2가 이 손님의 세션을 찾아요.')).toBe('서버 2가 이 손님의 [세션]을 찾아요.');
    expect(marked('ko', '로드 밸런서에서는 토큰이 만료됐어요.')).toBe(
      '[로드 밸런서]에서는 [토큰]이 [만료]됐어요.',
    );
    expect(marked('ko', '쿠키예요. 데이터베이스에서도 찾아요.')).toBe(
      '[쿠키]예요. [데이터베이스]에서도 찾아요.',
    );
    expect(marked('ko', '토큰화, 재연결, 옵세션')).toBe('토큰화, 재연결, 옵세션');
  });

  it('are marked once, even when a caption has several parts', () => {
    expect(marked('en', 'A session, ', 'one more session.')).toBe('A [session], one more session.');
  });

  it('do not match the ordinary use of “state” for a server’s condition', () => {
    expect(marked('ko', '상태를 확인해요. 서버 1이 응답하지 않아요.')).not.toContain('[');
  });

  it('leave every text unchanged', () => {
    const words = [...termIds.flatMap((id) => [...english.terms[id].forms, ...korean.terms[id].forms])];
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string(), fc.constantFrom('을', '에서', ' ', '.', '“')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('en', 'ko'), fc.array(anyText), (language, texts) => {
        const parts = finders[language as 'en' | 'ko'](texts);
        expect(parts.map((each) => each.map(({ text }) => text).join(''))).toEqual(texts);
      }),
    );
  });
});

describe('the glossary', () => {
  it('uses the other language’s own term for each translation', () => {
    for (const id of termIds) {
      expect(english.terms[id].inSecondLanguage).toBe(korean.terms[id].term);
      expect(korean.terms[id].inSecondLanguage).toBe(english.terms[id].term);
    }
  });

  it.each([english, korean])('has no duplicates', ({ terms }) => {
    const all = termIds.map((id) => terms[id]);
    for (const texts of [all.map(({ term }) => term), all.map(({ meaning }) => meaning)]) {
      expect(new Set(texts).size).toBe(termIds.length);
    }
    const forms = all.flatMap((each) => each.forms.map((form) => form.toLowerCase()));
    expect(new Set(forms).size).toBe(forms.length);
  });
});
