/**
 * An installed Firefox, driven by Marionette: the protocol that geckodriver translates WebDriver into. Firefox listens to
 * it by itself, and Debian has no geckodriver.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { findProgram, newProfile, startProcess } from './browser-process.ts';
import type { Tab } from './tab.ts';
import { SCRIPT_TIMEOUT_MS, webDriverTab } from './webdriver-tab.ts';

export const findFirefox = () => findProgram('firefox', 'firefox-esr');

const preferences = {
  // Any free port. Firefox writes it to its log.
  'marionette.port': 0,
  'ui.prefersReducedMotion': 1,
  // Uncaught errors of pages are written to standard error.
  'browser.dom.window.dump.enabled': true,
  'app.normandy.enabled': false,
  'browser.backup.enabled': false,
};

export async function startFirefox(program: string): Promise<Tab> {
  const profile = await newProfile();
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile.folder, 'user.js'), lines.join(''));
  const firefox = startProcess(program, [
    '--marionette',
    '--headless',
    '--no-remote',
    '--profile',
    profile.folder,
  ]);
  const stop = async () => {
    await firefox.stop();
    await profile.remove();
  };
  try {
    const port = await firefox.waitFor(
      (line) => /Marionette\s+INFO\s+Listening on port (\d+)/.exec(line)?.[1] ?? null,
    );
    const socket = createConnection(Number(port), '127.0.0.1');
    const send = await marionette(socket);
    await send('NewSession', { timeouts: { script: SCRIPT_TIMEOUT_MS } });
    const connection = {
      // Scripts share the page's globals, as they do in other browsers.
      send: (command: string, parameters: object) =>
        send(command, { ...parameters, sandbox: null, full: false }),
      readConsole: firefox.readLines,
      close: async () => {
        socket.destroy();
        await stop();
      },
    };
    return webDriverTab(connection, (line) => /^JavaScript error: https?:/.test(line));
  } catch (error) {
    await stop();
    throw error;
  }
}

type Send = (command: string, parameters: object) => Promise<unknown>;

/** Each message is its length in bytes, a colon, and JSON: `[0, id, command, parameters]`, or `[1, id, error, result]`. */
async function marionette(socket: Socket): Promise<Send> {
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let received = Buffer.alloc(0);
  let lastId = 0;
  const greeted = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const colon = received.indexOf(':');
        const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
        if (colon < 0 || received.length < end) return;
        const message = JSON.parse(received.subarray(colon + 1, end).toString());
        received = received.subarray(end);
        // The first message is an object, and names the protocol.
        if (!Array.isArray(message)) resolve();
        else settle(message as [1, number, { error: string; message: string } | null, unknown]);
      }
    });
  });
  function settle([, id, error, result]: [
    1,
    number,
    { error: string; message: string } | null,
    unknown,
  ]): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (error !== null) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve((result as { value?: unknown } | null)?.value ?? null);
  }
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the connection.'));
  });
  await greeted;
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      const text = JSON.stringify([0, lastId, `WebDriver:${command}`, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
