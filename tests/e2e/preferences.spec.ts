/** Language and theme: the browser's at first, then the reader's own choice. */
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const spoken = [
  { locale: 'ko-KR', language: 'ko' },
  { locale: 'en-US', language: 'en' },
  { locale: 'fr-FR', language: 'en' },
] as const;

for (const { locale, language } of spoken) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale, language });

    test(`gets the page in ${language}`, async ({ stage, page }) => {
      await stage.open();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(stage.control('nextStep')).toBeVisible();
    });
  });
}

const pairs = languages.flatMap((language) =>
  languages.filter((other) => other !== language).map((other) => ({ language, other })),
);
for (const { language, other } of pairs) {
  test.describe(`from ${language} to ${other}`, () => {
    test.use({ language, locale: locales[language] });

    test('everything changes except the position in the run, and the choice is stored', async ({
      stage,
      page,
    }) => {
      await stage.open();
      await stage.crash(1);
      await stage.next();
      const steps = await stage.last();
      await stage.chooseLanguage(other);
      const translated = stage.spokenIn(other);
      await translated.isReady();
      await translated.isAt(5);
      expect(await translated.last()).toBe(steps);
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await expect(translated.button(translated.words.restart(translated.server(1)))).toBeVisible();
      const shown = await page.locator('main').innerText();
      if (other === 'en') expect(shown).not.toMatch(/\p{Script=Hangul}/u);
      await expect(page).toHaveURL(/step=5/);
      await translated.reload();
      await translated.isAt(5);
      await expect(page.locator('html')).toHaveAttribute('lang', other);
    });

    test('a choice survives a reload, even on a page opened by a link with a language', async ({
      stage,
      page,
    }) => {
      await stage.open({ lang: language });
      await stage.chooseLanguage(other);
      const translated = stage.spokenIn(other);
      await translated.isReady();
      await translated.reload();
      await expect(page.locator('html')).toHaveAttribute('lang', other);
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  const other = theme === 'light' ? 'dark' : 'light';
  test.describe(`a system that is ${theme}`, () => {
    test.use({ colorScheme: theme });
    const themed = (name: string) => ['data-theme', name] as const;

    test('sets the page’s theme, and the page follows its changes', async ({ stage, page }) => {
      await stage.open();
      await expect(page.locator('html')).toHaveAttribute(...themed(theme));
      await page.emulateMedia({ colorScheme: other });
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
    });

    test('is overridden by the user’s choice, which is stored', async ({ stage, page }) => {
      await stage.open();
      await stage.chooseTheme(other);
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
      await stage.reload();
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
    });

    test('a choice survives a reload, even on a page opened by a link with a theme', async ({
      stage,
      page,
    }) => {
      await stage.open({ theme });
      await stage.chooseTheme(other);
      await stage.reload();
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
    });

    test('is followed again once the user selects it', async ({ stage, page }) => {
      await stage.open({ theme: 'projector' });
      await expect(page.locator('html')).toHaveAttribute(...themed('projector'));
      await stage.chooseTheme('system');
      await expect(page.locator('html')).toHaveAttribute(...themed(theme));
      await stage.reload();
      await page.emulateMedia({ colorScheme: other });
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
    });

    test('a link with a theme opens in that theme', async ({ stage, page }) => {
      await stage.open({ theme: other });
      await expect(page.locator('html')).toHaveAttribute(...themed(other));
    });
  });
}

test.describe('without storage', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Blocked', 'SecurityError');
        },
      });
    });
  });

  test('the page works, and a choice lasts until it is closed', async ({ stage, page }) => {
    await stage.open();
    await stage.chooseTheme('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await stage.chooseLanguage('ko');
    const korean = stage.spokenIn('ko');
    await korean.isReady();
    await korean.crash(1);
    await korean.isAt(4);
    await expect(page).toHaveURL(/step=4/);
    await page.reload();
    await stage.isReady();
    await stage.isAt(4);
  });
});

test.describe('type', () => {
  test.use({ language: 'ko', locale: 'ko-KR' });

  test('Korean text is rendered in the page’s own font, served by its own host', async ({ stage, page }) => {
    const fonts: URL[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'font') fonts.push(new URL(response.url()));
    });
    await stage.open();
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.fonts].some(
            (face) => face.status === 'loaded' && face.family.includes('Statescope Sans'),
          ),
        ),
      )
      .toBe(true);
    await page.evaluate(() => document.fonts.ready);
    for (const text of ['서버 1의 메모리', '어떤 상품을 두 개요?', '노트북']) {
      await expect
        .poll(() => page.evaluate((words) => document.fonts.check('16px "Statescope Sans"', words), text))
        .toBe(true);
    }
    // The font of messages comes later.
    const names = fonts
      .map(({ pathname }) => pathname.replace(/^.*\/|-[\w-]{8}\.woff2$/g, ''))
      .filter((name) => !name.startsWith('jetbrains-mono'))
      .sort();
    expect(names).toEqual(['sans-korean', 'sans-latin']);
    expect(new Set(fonts.map(({ origin }) => origin))).toEqual(new Set([new URL(page.url()).origin]));
  });

  test('Korean that a reader types is rendered in Pretendard, whatever its syllables', async ({
    stage,
    page,
  }) => {
    const syllables = '뷁똠쫩';
    await stage.open();
    await stage.button(stage.words.opening.open).click();
    await page.getByRole('textbox', { name: stage.words.opening.text }).fill(syllables);
    await expect
      .poll(() =>
        page.evaluate(async (text) => {
          const faces = await document.fonts.load('16px "Pretendard Variable"', text);
          return faces.map(({ status }) => status);
        }, syllables),
      )
      .toContain('loaded');
  });
});

for (const [what, forbid] of [
  ['is full', 'setItem'],
  ['is forbidden', 'getItem'],
] as const) {
  test(`a choice takes effect when the storage ${what}, and the page says that it will not last`, async ({
    stage,
    page,
  }) => {
    await page.addInitScript((method) => {
      const refuse = () => {
        throw new DOMException('No.', 'QuotaExceededError');
      };
      Storage.prototype.setItem = refuse;
      if (method === 'getItem') Storage.prototype.getItem = refuse;
    }, forbid);
    await stage.open();
    await stage.next();
    await stage.button('한국어').click();
    const korean = stage.spokenIn('ko');
    await korean.isAt(4);
    await expect(korean.notice).toContainText('고른 설정은 페이지를 닫으면 사라져요');
    await korean.notice.getByRole('button', { name: korean.words.dismiss }).click();
    await expect(korean.notice).toHaveCount(0);
    await korean.next();
    await korean.isAt(5);
  });
}
