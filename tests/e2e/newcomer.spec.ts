/** The first minute of a reader without any explanation. */
import { motionMs } from '../../src/player/playback-clock.ts';
import { languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const wording: Readonly<Record<'en' | 'ko', { laptop: string; question: string; price: string }>> = {
  en: { laptop: 'Laptop', question: 'Two of what?', price: '1,000,000 won' },
  ko: { laptop: '노트북', question: '어떤 상품을 두 개요?', price: '1,000,000원' },
};

for (const language of languagesIn(wording)) {
  test.describe(`a newcomer (${language})`, () => {
    const { laptop, question, price } = wording[language];
    test.use({
      language,
      locale: locales[language],
      contextOptions: { reducedMotion: 'no-preference' },
    });

    test('finds the run paused where Server 1 remembers the laptop, without any motion', async ({
      stage,
    }) => {
      await stage.openWithTimeHeld();
      await stage.isAt(3);
      await expect(stage.memoryOf(1)).toContainText(laptop);
      await expect(stage.memoryOf(2)).not.toContainText(laptop);
      await expect(stage.caption).toContainText(price);
      await expect(stage.control('play')).toBeVisible();
      const before = await stage.picture();
      await stage.pass(60_000);
      expect(await stage.picture()).toBe(before);
      await expect(stage.packet).toHaveCount(0);
    });

    test('crashes Server 1, and three steps later Server 2 asks two of what', async ({ stage }) => {
      const watch = () => stage.pass(motionMs({ speed: 1 }));
      await stage.openWithTimeHeld();
      await stage.crash(1);
      await stage.isAt(4);
      await watch();
      for (let presses = 0; presses < 3; presses += 1) {
        await stage.next();
        await watch();
      }
      await stage.isAt(7);
      await expect(stage.caption).toContainText(question);
      await expect(stage.presentItem).toContainText(question);
      await expect(stage.presentRow).toContainText(question);
      expect(await stage.score(stage.words.sessionsLost)).toEqual(['1', '0']);
      expect(await stage.score(stage.words.questionsAsked)).toEqual(['1', '0']);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
    });
  });
}
