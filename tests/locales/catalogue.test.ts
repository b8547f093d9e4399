/** All that the page can say, as it stands in the sources: the tone, the terms, and how long it may be. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardIds } from '../../src/lessons/cards.ts';
import { termIds } from '../../src/lessons/glossary.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import { guidePages } from '../../src/url/guide-pages.ts';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { readSources, textsIn } from '../architecture/sources.ts';

const sources = readSources(join(import.meta.dirname, '../../src/locales'));

/** What is written in a language, and where. */
function writtenIn(language: ShippedLanguageId): { readonly where: string; readonly text: string }[] {
  return sources
    .filter(({ path }) => path.startsWith(`${language}/`))
    .flatMap((file) => textsIn(file).map(({ text, line }) => ({ where: `${file.path}:${line}`, text })));
}

interface WrongTerm {
  readonly found: RegExp;
  readonly because: string;
  /** Where it is the subject itself. */
  readonly allowedIn?: RegExp;
}

const wrongTerms: Readonly<Partial<Record<ShippedLanguageId, readonly WrongTerm[]>>> = {
  ko: [
    { found: /고정 세션/, because: '스티키 세션: 고정 세션 is too near 세션 고정 공격, session fixation' },
    { found: /SYC/, because: 'it is SYN' },
    { found: /암호화된 토큰|토큰을 암호화/, because: 'a token is signed, and can be read by anyone' },
    {
      found: /비연결/,
      because: 'connectionless is not stateless: 무상태',
      allowedIn: /^ko\/glossary\.ts/,
    },
    { found: /비상태|상태 비저장|상태 없음|무상태성/, because: 'stateless is 무상태 everywhere' },
    { found: /스테이트풀|스테이트리스/, because: 'stateful and stateless are 상태 유지 and 무상태' },
    { found: /세션 아이디|세션ID/, because: 'a session ID is 세션 ID everywhere' },
    { found: /로드밸런서|부하 분산기/, because: 'a load balancer is 로드 밸런서 everywhere' },
    { found: /3-?way|쓰리웨이|세 방향/i, because: 'it is 3방향 핸드셰이크' },
    { found: /페일오버/, because: 'failover is 장애 조치' },
    { found: /HTTP 패킷/, because: 'an HTTP message is not a packet' },
    { found: /데이타|레디스|싸인|디비/, because: 'not as people write it in documents' },
  ],
  en: [
    { found: /\bfixed session|session pinning/i, because: 'it is sticky session' },
    { found: /\bSYC\b/, because: 'it is SYN' },
    {
      found: /encrypted token|encrypts? the token/i,
      because: 'a token is signed, and can be read by anyone',
    },
    { found: /HTTP packet/i, because: 'an HTTP message is not a packet' },
    { found: /\bstate-?full\b|\bstate-less\b/i, because: 'stateful, stateless' },
    { found: /\bsession id\b|\bSessionID\b/, because: 'a session ID is written so everywhere' },
    { found: /\bloadbalancer\b|load-balancer\b/, because: 'a load balancer is written so everywhere' },
    { found: /\bfail-over\b/i, because: 'failover is written so' },
    { found: /\bidempotency-key\b/, because: 'an idempotency key is written so everywhere' },
  ],
};

/** Codes of nodes and terms, and what HTTP says, are no words. */
function isCode(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);
}

describe.each(shippedLanguages)('the words in %s', (language) => {
  const written = writtenIn(language);

  it('are found in all files of the language', () => {
    const files = new Set(written.map(({ where }) => where.split(':')[0]));
    expect(files.size).toBeGreaterThan(20);
    expect(written.length).toBeGreaterThan(700);
  });

  it('are in the terms of the field', () => {
    const wrong = written.flatMap(({ where, text }) =>
      (wrongTerms[language] ?? []).flatMap(({ found, because, allowedIn }) =>
        found.test(text) && !isCode(text) && allowedIn?.test(where) !== true
          ? [`${where} “${text}”: ${because}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have no space too many, and none missing', () => {
    const wrong = written.filter(({ text }) =>
      /\S {2,}\S|[가-힣a-z][,;?!][가-힣a-z]|\s[,.;?!](\s|$)/.test(text),
    );
    expect(wrong.filter(({ text }) => /[가-힣]|[a-z] [a-z]/.test(text))).toEqual([]);
  });
});

describe('Korean', () => {
  /** Whole sentences of a text. What a template puts at the end of one is not known here. */
  function sentencesIn(text: string): string[] {
    return text.split(/(?<=[.?!][”’]?)\s+/).filter((each) => /[가-힣].*[.?!][”’]?$/.test(each));
  }

  /** What is left out of a short question is a verb: “노트북 값은?” */
  const polite = /(?:[요죠…][.?!]|[은는]\?)[”’]?$/;

  it('is spoken in 해요체, in every sentence', () => {
    const wrong = writtenIn('ko').flatMap(({ where, text }) =>
      sentencesIn(text)
        .filter((sentence) => !polite.test(sentence))
        .map((sentence) => `${where} “${sentence}”`),
    );
    expect(wrong).toEqual([]);
  });

  it('is found by the rule where it is not', () => {
    const isWrong = (text: string) => sentencesIn(text).some((sentence) => !polite.test(sentence));
    expect(['세션이 사라졌습니다.', '서버가 답한다. 그래요.', '알아볼까?'].every(isWrong)).toBe(true);
    expect(['세션이 사라졌어요.', '알아볼까요?', '세션', '…에서 왔죠. “두 대요.”'].some(isWrong)).toBe(false);
  });
});

const loaded = await Promise.all(
  shippedLanguages.map(async (language) => {
    const { viewText } = await loadLanguage(language);
    const [cards, comparison, glossary, lessonWords] = await Promise.all([
      viewText.loadCards(),
      viewText.loadComparison(),
      viewText.loadGlossary(),
      viewText.loadLessonWords(),
    ]);
    return { language, viewText, cards, comparison, glossary, lessonWords };
  }),
);

/** Names, kinds, and how much each function is told: `nothingFound: function of 1`. */
function shapeOf(words: object, path = ''): string[] {
  return Object.entries(words)
    .flatMap(([name, value]) => {
      const here = `${path}${name}`;
      if (typeof value === 'function') return [`${here}: function of ${value.length}`];
      if (Array.isArray(value)) return [`${here}: list`];
      return typeof value === 'object' && value !== null
        ? shapeOf(value, `${here}.`)
        : [`${here}: ${typeof value}`];
    })
    .sort();
}

type Limits = Readonly<Record<'lessonTitle' | 'heading' | 'card' | 'term' | 'meaning' | 'page', number>>;

describe('the languages', () => {
  it('say the same things, and put the same into them', () => {
    const [first, ...others] = loaded.map(({ language: _, ...words }) => shapeOf(words));
    for (const other of others) expect(other).toEqual(first);
  });

  /** Letters. Korean says in one what takes English two or three. A language without an entry has no limits. */
  const most: Readonly<Partial<Record<ShippedLanguageId, Limits>>> = {
    ko: { lessonTitle: 22, heading: 40, card: 165, term: 20, meaning: 90, page: 6 },
    en: { lessonTitle: 40, heading: 72, card: 270, term: 34, meaning: 135, page: 12 },
  };

  it.each(loaded)('$language is short', ({ language, viewText, cards, glossary }) => {
    const limits = most[language];
    const tooLong = (kind: keyof Limits, texts: readonly string[]) =>
      texts
        .filter(({ length }) => length > (limits?.[kind] ?? Number.POSITIVE_INFINITY))
        .map((text) => `${kind} ${text.length}: ${text}`);
    const words = cardIds.map((id) => cards.cards[id]);
    const terms = termIds.map((id) => glossary.terms[id]);
    expect([
      ...tooLong(
        'lessonTitle',
        lessons.map(({ id }) => viewText.lessonTitle(id)),
      ),
      ...tooLong(
        'heading',
        words.map(({ heading }) => heading),
      ),
      ...tooLong(
        'card',
        words.map(({ text }) => text),
      ),
      ...tooLong(
        'term',
        terms.map(({ term }) => term),
      ),
      ...tooLong(
        'meaning',
        terms.map(({ meaning }) => meaning),
      ),
      ...tooLong(
        'page',
        guidePages.map((page) => viewText.guide.pageNames[page]),
      ),
    ]).toEqual([]);
  });

  it.each(loaded)(
    '$language is calm on the cards and in the glossary, and says it in two to four sentences',
    ({ cards, glossary }) => {
      for (const id of cardIds) {
        const { heading, text } = cards.cards[id];
        expect(`${heading} ${text}`).not.toContain('!');
        const count = text.match(/[.?](?=\s|$)/g)?.length ?? 0;
        expect([2, 3, 4], id).toContain(count);
        expect(heading).not.toMatch(/\.$/);
      }
      for (const id of termIds) {
        const { meaning } = glossary.terms[id];
        expect(meaning).not.toContain('!');
        expect([1, 2], id).toContain(meaning.match(/[.?](?=\s|$)/g)?.length ?? 0);
      }
    },
  );
});
