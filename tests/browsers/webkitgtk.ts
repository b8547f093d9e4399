/** WebKitGTK's MiniBrowser, driven by its own WebDriver server. It needs a display; Xvfb is one without a screen. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findProgram, newProfile, startProcess } from './browser-process.ts';
import type { Tab } from './tab.ts';
import { type CommandName, SCRIPT_TIMEOUT_MS, webDriverTab } from './webdriver-tab.ts';

const driverName = 'WebKitWebDriver';
const miniBrowsers = ['4.1', '6.0', '4.0'].flatMap((version) =>
  [`/usr/lib/x86_64-linux-gnu`, `/usr/lib/aarch64-linux-gnu`, `/usr/libexec`].map(
    (folder) => `${folder}/webkit2gtk-${version}/MiniBrowser`,
  ),
);

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** Null if there's a display already. */
  readonly xvfb: string | null;
}

export function findWebKit(): WebKitPrograms | null {
  const driver = findProgram(driverName);
  const browser = findProgram('MiniBrowser', ...miniBrowsers);
  const xvfb = findProgram('Xvfb');
  const hasDisplay = process.env.DISPLAY !== undefined;
  return driver && browser && (hasDisplay || xvfb)
    ? { driver, browser, xvfb: hasDisplay ? null : xvfb }
    : null;
}

const endpoints: Readonly<Record<CommandName, readonly ['GET' | 'POST', string]>> = {
  Navigate: ['POST', 'url'],
  Back: ['POST', 'back'],
  ExecuteAsyncScript: ['POST', 'execute/async'],
  PerformActions: ['POST', 'actions'],
  TakeScreenshot: ['GET', 'screenshot'],
  SetWindowRect: ['POST', 'window/rect'],
};

export async function startWebKit({ driver, browser, xvfb }: WebKitPrograms): Promise<Tab> {
  const screen =
    xvfb === null
      ? null
      : startProcess(xvfb, ['-displayfd', '3', '-screen', '0', '2600x1600x24', '-nolisten', 'tcp']);
  const display = await screen?.waitFor((line) => /^\d+$/.exec(line)?.[0] ?? null);
  const port = await freePort();
  const profile = await newProfile();
  await mkdir(join(profile.folder, 'gtk-3.0'));
  // WebKitGTK answers `prefers-reduced-motion` by this setting.
  await writeFile(join(profile.folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  const server = startProcess(driver, [`--port=${port}`], {
    ...(display !== undefined && { DISPLAY: `:${display}` }),
    // Its settings, storage and caches are apart from those of the user.
    XDG_CONFIG_HOME: profile.folder,
    XDG_DATA_HOME: join(profile.folder, 'data'),
    XDG_CACHE_HOME: join(profile.folder, 'cache'),
    // There's no accessibility bus without a desktop.
    NO_AT_BRIDGE: '1',
  });
  const stop = async () => {
    await server.stop();
    await screen?.stop();
    await profile.remove();
  };
  const address = `http://127.0.0.1:${port}/session`;
  const session = {
    capabilities: {
      alwaysMatch: {
        timeouts: { script: SCRIPT_TIMEOUT_MS },
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
        },
      },
    },
  };
  try {
    const { sessionId } = (await untilListening(() => request('POST', address, session))) as {
      sessionId: string;
    };
    const connection = {
      send: (command: CommandName, parameters: object) => {
        const [method, path] = endpoints[command];
        return request(method, `${address}/${sessionId}/${path}`, parameters);
      },
      readConsole: server.readLines,
      close: async () => {
        await stop();
      },
    };
    return webDriverTab(connection, (line) => /^CONSOLE JS ERROR/.test(line));
  } catch (error) {
    await stop();
    throw error;
  }
}

async function request(method: string, address: string, parameters?: object): Promise<unknown> {
  const body = method === 'POST' ? { body: JSON.stringify(parameters) } : {};
  const response = await fetch(address, { method, ...body });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

/** Retries for as long as nothing listens at the address. */
async function untilListening<Result>(action: () => Promise<Result>): Promise<Result> {
  const ATTEMPTS_MAX = 100;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === ATTEMPTS_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
