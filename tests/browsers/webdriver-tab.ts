/** A tab driven by the commands of WebDriver (https://www.w3.org/TR/webdriver2/), over any transport. */
import type { Key, Size, Tab } from './tab.ts';

/** WebDriver's commands that are used here, by Marionette's names. */
export type CommandName =
  | 'Navigate'
  | 'Back'
  | 'ExecuteAsyncScript'
  | 'PerformActions'
  | 'TakeScreenshot'
  | 'SetWindowRect';

export interface Connection {
  /** Resolves with the value of the response. */
  send(command: CommandName, parameters: object): Promise<unknown>;
  /** What the browser has written to its console since the last call, line by line. */
  readConsole(): readonly string[];
  close(): Promise<void>;
}

/** Code points for keys without a character: WebDriver, section 17.4.2. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};
const SHIFT = '\uE008';

/** Longer than any script takes on a busy machine. The default is half a minute. */
export const SCRIPT_TIMEOUT_MS = 120_000;

/** @param isError Tells the console's lines about uncaught errors from others. */
export function webDriverTab(connection: Connection, isError: (line: string) => boolean): Tab {
  const { send } = connection;

  async function evaluate<Result, Argument>(
    action: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const script = `const [argument, done] = arguments;
      Promise.resolve().then(() => (${action})(argument)).then(
        (result) => done({ result: result === undefined ? null : result }),
        (error) => done({ error: String(error) }),
      );`;
    const outcome = await send('ExecuteAsyncScript', { script, args: [argument ?? null] });
    const { result, error } = outcome as { result: Result; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  function perform(type: 'key' | 'pointer', actions: readonly object[]): Promise<unknown> {
    return send('PerformActions', {
      actions: [
        { type, id: type, actions, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }) },
      ],
    });
  }

  return {
    goto: async (address) => {
      await send('Navigate', { url: address });
    },
    back: async () => {
      await send('Back', {});
    },
    evaluate,
    press: async ({ key, shiftKey = false }: Key) => {
      const held = shiftKey ? [SHIFT] : [];
      const value = keys[key] ?? key;
      await perform('key', [
        ...held.map((each) => ({ type: 'keyDown', value: each })),
        { type: 'keyDown', value },
        { type: 'keyUp', value },
        ...held.map((each) => ({ type: 'keyUp', value: each })),
      ]);
    },
    click: async (x, y) => {
      await perform('pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    resize: async ({ width, height }: Size) => {
      await send('SetWindowRect', { width, height });
      // The window is larger than its viewport by toolbars and borders.
      const inner = await settledSize(evaluate);
      await send('SetWindowRect', { width: 2 * width - inner.width, height: 2 * height - inner.height });
      const now = await settledSize(evaluate);
      if (now.width !== width || now.height !== height) {
        throw new Error(`The viewport has ${now.width}×${now.height} pixels, not ${width}×${height}.`);
      }
    },
    screenshot: async () => Buffer.from(String(await send('TakeScreenshot', {})), 'base64'),
    errors: () => connection.readConsole().filter(isError),
    close: () => connection.close(),
  };
}

/** The viewport's size when it has been the same for some frames: a window is resized asynchronously. */
function settledSize(evaluate: Tab['evaluate']): Promise<Size> {
  const FRAMES = 12;
  return evaluate(async (frames) => {
    let size = { width: 0, height: 0 };
    for (let same = 0; same < frames; same += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (size.width !== innerWidth || size.height !== innerHeight) same = 0;
      size = { width: innerWidth, height: innerHeight };
    }
    return size;
  }, FRAMES);
}
