import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { viewText } from '../../src/locales/ko/view-text.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { OperatorFacts, RequestFacts } from '../../src/sequence/step-facts.ts';
import type { ProductId } from '../../src/simulation/applications/shop.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { captionOf, textsOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';

function crashLosing(sessionsLost: number): OperatorFacts {
  const node = { role: 'server', ordinal: 1 } as const;
  return { kind: 'crash', node, result: 'done', sessionsLost, connectionsLost: 0, keeps: 'sessions' };
}

function asking(product: ProductId, quantity: number): RequestFacts {
  return {
    kind: 'request',
    from: { role: 'client', ordinal: 1 },
    to: { role: 'load-balancer', ordinal: 1 },
    fate: { kind: 'delivered' },
    intent: { kind: 'shop', said: { product, quantity } },
    saysState: true,
    continues: false,
    attempt: 1,
    isResent: false,
    isAfterError: false,
  };
}

describe('English', () => {
  it('counts sessions', () => {
    expect(english.detail(crashLosing(1))).toMatch(/^1 session is /);
    expect(english.detail(crashLosing(2))).toMatch(/^2 sessions are /);
    expect(english.detail(crashLosing(1_000))).toMatch(/^1,000 sessions are /);
    expect(english.detail(crashLosing(0))).toMatch(/ no session’s only copy$/);
  });

  it('says one of a thing in the singular', () => {
    const wants = (quantity: number) => english.label(asking('laptop', quantity));
    expect(wants(1)).toMatch(/\blaptop\b/);
    expect([2, 99].map(wants).every((text) => /\blaptops\b/.test(text))).toBe(true);
  });
});

describe('Korean', () => {
  /** Codes of HTTP and SQL that a Korean class says as they are, and the ends of session IDs. */
  const asTheyAre = /\bsid=[0-9a-f]{4}|세션 [0-9a-f]{4}\b|\b(?:DB|ID|IP)\b|\d B\b/g;

  const anyKorean = fc
    .tuple(anySpokenScenario, anyCommands)
    .map(([random, commands]) => describeRun(runOf(random, commands), korean));

  it('counts sessions', () => {
    expect(korean.detail(crashLosing(1))).toContain('세션 1개');
    expect(korean.detail(crashLosing(1_000))).toContain('세션 1,000개');
  });

  it('counts a thing with the word for it: 두 대, 세 잔', () => {
    const wants = (product: ProductId, quantity: number) => korean.label(asking(product, quantity));
    expect(wants('laptop', 2)).toContain('노트북 두 대');
    expect(wants('americano', 3)).toContain('아메리카노 세 잔');
    expect(wants('americano', 20)).toContain('아메리카노 스무 잔');
  });

  it('has no English words left, after any crash at any step', () => {
    fc.assert(
      fc.property(anyKorean, (diagram) => {
        for (const text of textsOf(diagram)) expect(text.replaceAll(asTheyAre, '')).not.toMatch(/[A-Za-z]/);
      }),
    );
  });

  it('speaks politely in 해요체 in every sentence of a caption, after any crash at any step', () => {
    fc.assert(
      fc.property(anyKorean, (diagram) => {
        for (const step of diagram.steps) {
          const sentences = captionOf(step).match(/[^.?!“”]+[.?!]/g) ?? [];
          for (const sentence of sentences) expect(sentence).toMatch(/[요죠][.?!]$/);
        }
      }),
    );
  });

  it('says what is wrong with a link in 해요체, too', () => {
    for (const kind of ['bad-run', 'later-version'] as const) {
      const sentences = viewText.problems[kind].match(/[^.?!]+[.?!]/g) ?? [];
      expect(sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence).toMatch(/[요죠]\.$/);
    }
  });
});
