/** The traces of the first lesson, reproduced with its controls: answers, and memories. */
import { purchase } from '../../src/lessons/purchase.ts';
import type { ProductId } from '../../src/simulation/applications/shop.ts';
import { languagesIn, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

interface Words {
  readonly prices: Record<ProductId, string>;
  readonly totals: Record<ProductId, string>;
  readonly paid: string;
  readonly ofWhat: string;
  readonly whatAndHowMany: string;
  readonly names: Record<ProductId, string>;
}

const said: Readonly<Record<'en' | 'ko', Words>> = {
  en: {
    names: { laptop: 'Laptop', americano: 'Americano' },
    prices: { laptop: '1,000,000 won', americano: '3,000 won' },
    totals: { laptop: '2,000,000 won', americano: '6,000 won' },
    paid: 'paid',
    ofWhat: 'Two of what?',
    whatAndHowMany: 'What, and how many?',
  },
  ko: {
    names: { laptop: '노트북', americano: '아메리카노' },
    prices: { laptop: '1,000,000원', americano: '3,000원' },
    totals: { laptop: '2,000,000원', americano: '6,000원' },
    paid: '결제됐어요',
    ofWhat: '어떤 상품을 두 개요?',
    whatAndHowMany: '무엇을 몇 개요?',
  },
};

/** From the present step to the last, one press at a time. */
async function stepToTheEnd(stage: StageDriver, look: () => Promise<void> = async () => {}) {
  const last = await stage.last();
  for (let step = await stage.present(); step < last; step += 1) {
    await stage.next();
    await stage.isAt(step + 1);
    await look();
  }
}

/** Answers in the list of steps, in order. */
async function answers(stage: StageDriver): Promise<string[]> {
  const sentences = await stage.steps.getByRole('listitem').allTextContents();
  return sentences.filter((sentence) => /: \d{3}\. /.test(sentence));
}

for (const language of languagesIn(said)) {
  for (const product of ['laptop', 'americano'] as const) {
    test.describe(`${product} (${language})`, () => {
      const words = said[language];
      test.use({ language, locale: locales[language] });

      test.beforeEach(async ({ stage }) => {
        await stage.open({}, { script: purchase(product), commands: [] });
        await expect(stage.memoryOf(1)).toContainText(words.names[product]);
      });

      test('T1: one server remembers, and sells two', async ({ stage }) => {
        await stepToTheEnd(stage);
        const [price, total, paid] = await answers(stage);
        expect(price).toContain(words.prices[product]);
        expect(total).toContain(words.totals[product]);
        expect(paid).toContain(words.totals[product]);
        await expect(stage.caption).toContainText(words.paid);
        await expect(stage.memoryOf(1)).toContainText(words.names[product]);
        expect(await stage.score(stage.words.questionsAsked)).toEqual(['0', '0']);
      });

      test('T2: after a crash, another server knows nothing', async ({ stage }) => {
        await stage.crash(1);
        await stage.isAt(4);
        await stepToTheEnd(stage, async () => {
          await expect(stage.memoryOf(2).getByRole('listitem')).toHaveCount(0);
        });
        const [, second, third] = await answers(stage);
        expect(second).toContain(words.ofWhat);
        expect(third).toContain(words.whatAndHowMany);
        expect(await stage.score(stage.words.sessionsLost)).toEqual(['1', '0']);
        expect(await stage.score(stage.words.questionsAsked)).toEqual(['2', '0']);
      });

      test('T2: round robin changes the server without a crash, and the first still remembers', async ({
        stage,
      }) => {
        await stage.chooseBalancing('round-robin');
        await stage.isAt(3);
        await stepToTheEnd(stage, async () => {
          await expect(stage.memoryOf(1)).toContainText(words.names[product]);
          await expect(stage.memoryOf(2).getByRole('listitem')).toHaveCount(0);
        });
        const [, second, third] = await answers(stage);
        expect(second).toContain(words.ofWhat);
        expect(third).toContain(words.whatAndHowMany);
        expect(await stage.score(stage.words.sessionsLost)).toEqual(['0', '0']);
      });

      for (const change of ['crash', 'round-robin'] as const) {
        test(`T4: any server answers a customer who sends everything (${change})`, async ({ stage }) => {
          await stage.chooseMode('stateless');
          await stage.isAt(3);
          if (change === 'crash') await stage.crash(1);
          else await stage.chooseBalancing('round-robin');
          await stage.isAt(change === 'crash' ? 4 : 3);
          await stepToTheEnd(stage, async () => {
            for (const ordinal of [1, 2, 3]) {
              await expect(stage.memoryOf(ordinal).getByRole('listitem')).toHaveCount(0);
            }
          });
          const [price, total, paid] = await answers(stage);
          expect(price).toContain(words.prices[product]);
          expect(total).toContain(words.totals[product]);
          expect(paid).toContain(words.totals[product]);
          await expect(stage.caption).toContainText(words.paid);
          expect((await stage.score(stage.words.sessionsLost))[1]).toBe('0');
        });
      }
    });
  }
}

for (const language of languagesIn(said)) {
  test.describe(`the toggle (${language})`, () => {
    const words = said[language];
    test.use({ language, locale: locales[language] });

    test('keeps script, faults and position, and shows the contrast at once', async ({ stage }) => {
      await stage.open();
      await stage.crash(1);
      for (const step of [5, 6, 7]) {
        await stage.next();
        await stage.isAt(step);
      }
      await expect(stage.caption).toContainText(words.ofWhat);

      await stage.chooseMode('stateless');
      await stage.isAt(7);
      await expect(stage.mode('stateless')).toBeChecked();
      await expect(stage.caption).toContainText(words.totals.laptop);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
      await expect(stage.steps.getByRole('listitem').nth(3)).toContainText(stage.server(1));

      await stage.chooseMode('stateful');
      await stage.isAt(7);
      await expect(stage.caption).toContainText(words.ofWhat);
    });

    test('has a key, which also switches back', async ({ stage, page }) => {
      await stage.open();
      await stage.crash(1);
      await stage.toTheEnd();
      await expect(page.getByRole('group', { name: stage.words.whatNext })).toBeVisible();
      const stateful = await stage.picture();
      await page.keyboard.press('m');
      await expect(stage.mode('stateless')).toBeChecked();
      await expect(stage.caption).toContainText(words.paid);
      await page.keyboard.press('m');
      await expect(stage.mode('stateful')).toBeChecked();
      await expect.poll(() => stage.picture()).toBe(stateful);
    });

    test('shows the same mode in the row of strategies', async ({ stage }) => {
      await stage.open();
      const strategy = (id: 'server-memory' | 'client-state') =>
        stage.radio(stage.words.whereStateLives, stage.words.variants[id]);
      await expect(strategy('server-memory')).toBeChecked();
      await stage.choose(stage.words.whereStateLives, stage.words.variants['client-state']);
      await expect(stage.mode('stateless')).toBeChecked();
      await stage.chooseMode('stateful');
      await expect(strategy('server-memory')).toBeChecked();
    });
  });
}
