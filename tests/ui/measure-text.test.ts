// @vitest-environment jsdom
/** Text is measured again when its own font has loaded, and not for other fonts. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useMeasureText } from '../../src/ui/measure-text.ts';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, 'fonts');
});

/** Safari's event has no list of fonts. */
const inSafari = null;

test.each([
  { family: inSafari, isAgain: true },
  { family: 'Statescope Sans', isAgain: true },
  { family: '"Pretendard Variable"', isAgain: true },
  { family: 'JetBrains Mono Variable', isAgain: false },
])('measures again after loading $family: $isAgain', ({ family, isAgain }) => {
  const fonts = new EventTarget();
  Object.defineProperty(document, 'fonts', { value: fonts, configurable: true });
  const { result } = renderHook(useMeasureText);
  const before = result.current;
  act(() => {
    const loaded = family === inSafari ? {} : { fontfaces: [{ family }] };
    fonts.dispatchEvent(Object.assign(new Event('loadingdone'), loaded));
  });
  expect(result.current !== before).toBe(isAgain);
});
