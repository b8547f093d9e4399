/** Keys and clickers: matched by physical key, and never in the way of typing or controls. */
import { helpText } from '../../src/locales/en/help-text.ts';
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

interface Press {
  readonly code: string;
  readonly shiftKey?: boolean;
  readonly does: string;
  /** Fails before the key is pressed. */
  readonly check: (stage: StageDriver) => Promise<void>;
}

const blank = (stage: StageDriver) => stage.page.getByRole('dialog', { name: /blank/ });

/** In order, from step 3 of the opening. */
const presses: readonly Press[] = [
  { code: 'ArrowRight', does: 'the next step', check: (stage) => stage.isAt(4) },
  { code: 'ArrowLeft', does: 'the previous step', check: (stage) => stage.isAt(3) },
  { code: 'PageDown', does: 'the next step', check: (stage) => stage.isAt(4) },
  { code: 'PageUp', does: 'the previous step', check: (stage) => stage.isAt(3) },
  { code: 'ArrowRight', shiftKey: true, does: 'the next request', check: (stage) => stage.isAt(6) },
  { code: 'ArrowLeft', shiftKey: true, does: 'the previous request', check: (stage) => stage.isAt(3) },
  { code: 'Space', does: 'playing', check: (stage) => expect(stage.control('pause')).toBeVisible() },
  { code: 'Space', does: 'a pause', check: (stage) => expect(stage.control('play')).toBeVisible() },
  { code: 'Home', does: 'the first step', check: (stage) => stage.isAt(1) },
  { code: 'End', does: 'the last step', check: (stage) => stage.isAt(9) },
  { code: 'KeyM', does: 'the other mode', check: (stage) => expect(stage.mode('stateless')).toBeChecked() },
  { code: 'KeyM', does: 'the first mode', check: (stage) => expect(stage.mode('stateful')).toBeChecked() },
  ...[1, 2, 3].map((ordinal) => ({
    code: `Digit${ordinal}`,
    does: `a crash of Server ${ordinal}`,
    check: (stage: StageDriver) => expect(stage.button(`Restart Server ${ordinal}`)).toBeVisible(),
  })),
  { code: 'BracketLeft', does: 'a slower speed', check: (stage) => hasSpeed(stage, '0.5') },
  { code: 'BracketRight', does: 'a faster speed', check: (stage) => hasSpeed(stage, '1') },
  ...['KeyB', 'Period'].flatMap((code) => [
    { code, does: 'a blank screen', check: (stage: StageDriver) => expect(blank(stage)).toBeVisible() },
    { code, does: 'the page again', check: (stage: StageDriver) => expect(blank(stage)).toHaveCount(0) },
  ]),
  {
    code: 'KeyF',
    does: 'presenting',
    check: (stage) => expect(stage.button(stage.words.leavePresenting)).toBeVisible(),
  },
  {
    code: 'KeyF',
    does: 'the whole page',
    check: (stage) => expect(stage.button(stage.words.leavePresenting)).toHaveCount(0),
  },
  {
    code: 'Slash',
    shiftKey: true,
    does: 'the list of keys',
    check: (stage) => expect(stage.help).toBeVisible(),
  },
];

function hasSpeed(stage: StageDriver, speed: string): Promise<void> {
  return expect(stage.page.getByRole('combobox', { name: 'Speed' })).toHaveValue(speed);
}

test.beforeEach(async ({ stage }) => stage.open());

const keyboards: Record<string, (stage: StageDriver, code: string, shiftKey: boolean) => Promise<void>> = {
  'an English keyboard': ({ page }, code, shiftKey) => page.keyboard.press(shiftKey ? `Shift+${code}` : code),
  'a Korean keyboard': (stage, code, shiftKey) => stage.dispatchKey(code, { key: 'ㅡ', shiftKey }),
  // The browser's events while a Korean input method handles the key.
  'a Korean input method': (stage, code, shiftKey) =>
    stage.dispatchKey(code, { key: 'Process', keyCode: 229, shiftKey }),
  'an input method in the middle of a syllable': (stage, code, shiftKey) =>
    stage.dispatchKey(code, { key: 'Process', keyCode: 229, isComposing: true, shiftKey }),
};

for (const [keyboard, press] of Object.entries(keyboards)) {
  test(`each key works by its physical position on ${keyboard}`, async ({ stage }) => {
    for (const { code, shiftKey = false, does, check } of presses) {
      await test.step(`${shiftKey ? 'Shift ' : ''}${code} does ${does}`, async () => {
        await press(stage, code, shiftKey);
        await check(stage);
      });
    }
  });
}

test('a digit crashes a server, and the same digit restarts it', async ({ stage, page }) => {
  await page.keyboard.press('2');
  await stage.isAt(4);
  await page.keyboard.press('2');
  await stage.isAt(5);
  await expect(stage.caption).toContainText('Server 2 is back');
});

test('the digit of an absent server does nothing', async ({ stage, page }) => {
  const before = await stage.picture();
  for (const digit of ['4', '9', '0']) await page.keyboard.press(digit);
  expect(await stage.picture()).toBe(before);
});

test('keys with Ctrl, Alt or Meta are left to the browser', async ({ stage }) => {
  const before = await stage.picture();
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
    for (const code of ['ArrowRight', 'KeyM', 'Digit1', 'Space', 'End']) {
      await stage.dispatchKey(code, { [modifier]: true });
    }
  }
  expect(await stage.picture()).toBe(before);
});

test('a clicker steps even when the slider or a radio button has the focus, and changes neither', async ({
  stage,
  page,
}) => {
  for (const control of [stage.slider, stage.mode('stateful')]) {
    await control.focus();
    await page.keyboard.press('PageDown');
    await stage.isAt(4);
    await page.keyboard.press('PageUp');
    await stage.isAt(3);
    await expect(stage.mode('stateful')).toBeChecked();
  }
  await page.getByRole('combobox', { name: 'Speed' }).focus();
  await page.keyboard.press('PageDown');
  await stage.isAt(4);
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1');
});

test('the slider and the radio buttons keep their own arrow keys', async ({ stage, page }) => {
  await stage.slider.focus();
  await page.keyboard.press('ArrowRight');
  await stage.isAt(4);
  await page.keyboard.press('End');
  await stage.isAt(9);
  await page.keyboard.press('Home');
  await stage.isAt(1);
  await stage.mode('stateful').focus();
  await page.keyboard.press('ArrowRight');
  await expect(stage.mode('stateless')).toBeChecked();
  await stage.isAt(1);
});

test('Space on a focused button presses the button, and does not start playback', async ({ stage, page }) => {
  await stage.button('Crash Server 1').focus();
  await page.keyboard.press('Space');
  await stage.isAt(4);
  await expect(stage.button('Restart Server 1')).toBeVisible();
  await expect(stage.control('play')).toBeVisible();
  await stage.control('play').focus();
  await page.keyboard.press('Space');
  await expect(stage.control('pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(stage.control('play')).toBeVisible();
});

test('the focus moves to the stage after a control is used by pointer', async ({ stage }) => {
  const uses: readonly (() => Promise<void>)[] = [
    () => stage.next(),
    () => stage.crash(1),
    () => stage.chooseMode('stateless'),
    () => stage.slider.click({ position: { x: 60, y: 20 } }),
    () => stage.steps.getByRole('button').first().click(),
  ];
  for (const use of uses) {
    await use();
    await expect(stage.stage).toBeFocused();
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a tap keeps the focus, so that a screen reader’s cursor stays', async ({ stage }) => {
    await stage.control('nextStep').tap();
    await stage.isAt(4);
    await expect(stage.stage).not.toBeFocused();
  });
});

test('a key that presses a control keeps the focus on it', async ({ stage, page }) => {
  await stage.next();
  await stage.control('nextStep').focus();
  await page.keyboard.press('Enter');
  await expect(stage.control('nextStep')).toBeFocused();
  await stage.mode('stateful').focus();
  await page.keyboard.press('ArrowRight');
  await expect(stage.mode('stateless')).toBeFocused();
});

test.describe('Help', () => {
  test('opens by its button, lists the keys, and closes on Escape with the focus restored', async ({
    stage,
    page,
  }) => {
    await stage.button('Help').focus();
    await page.keyboard.press('Enter');
    await expect(stage.help).toBeVisible();
    for (const key of ['PageDown', 'PageUp', 'Space', 'Home', 'End', 'M', 'B', '.', 'L', 'S', '?']) {
      await expect(stage.help.getByText(key, { exact: true }).first()).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(stage.help).toBeHidden();
    await expect(stage.button('Help')).toBeFocused();
  });

  test('disables all keys while it is open, even after a click inside', async ({ stage, page }) => {
    await page.keyboard.press('Shift+Slash');
    await expect(stage.help).toBeVisible();
    const pressAll = async () => {
      for (const key of ['ArrowRight', 'PageDown', 'm', '1', 'End', '[']) await page.keyboard.press(key);
    };
    await pressAll();
    await stage.help.getByRole('heading', { name: 'Keys' }).click();
    await pressAll();
    await page.keyboard.press('Escape');
    await expect(stage.help).toBeHidden();
    await stage.isAt(3);
    await expect(stage.mode('stateful')).toBeChecked();
    await expect(stage.button('Crash Server 1')).toBeVisible();
  });

  test('disables character keys permanently, and keeps the others', async ({ stage, page }) => {
    const setting = stage.help.getByRole('switch', { name: helpText.keysOn });
    await stage.button('Help').click();
    await expect(setting).toBeChecked();
    await setting.click();
    await stage.help.getByRole('button', { name: 'Close' }).click();
    const pressThem = async () => {
      for (const key of ['m', '1', '[', 'Shift+Slash', 'f']) await page.keyboard.press(key);
      await page.keyboard.press('ArrowRight');
      await stage.isAt(4);
      await expect(stage.mode('stateful')).toBeChecked();
      await expect(stage.button('Crash Server 1')).toBeVisible();
      await expect(stage.help).toBeHidden();
      await hasSpeed(stage, '1');
    };
    await pressThem();
    await stage.open();
    await pressThem();
    await stage.button('Help').click();
    await expect(setting).not.toBeChecked();
    await setting.click();
    await stage.help.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('m');
    await expect(stage.mode('stateless')).toBeChecked();
  });
});
