/** Finds a Chromium for tests, on a developer's machine or without an installed browser. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Chromium uses only the last `--disable-features`, so this list repeats Playwright's. The last two are pages of the
 * address bar, which is never shown; each window, and so each test, would load them in processes of their own.
 */
const disabledFeatures = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** The package has a browser for these machines only. */
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join(',')}`,
];

/** The browser in CHROME_PATH, else an installed one, else the packaged one. */
export async function chromiumExecutable(): Promise<string> {
  return chosenChromium() ?? (await installedChromium()) ?? (await packagedChromium());
}

/**
 * The browser in CHROME_PATH, else the packaged one, else an installed one. The packaged one has no window of its own, so the
 * many pages of the browser tests take about two thirds of the time, and the version is the same on every machine.
 */
export async function lightChromium(): Promise<string> {
  const chosen = chosenChromium();
  if (chosen !== undefined) return chosen;
  const packaged = isPackaged ? await packagedChromium() : undefined;
  if (packaged !== undefined && (await starts(packaged))) return packaged;
  return (await installedChromium()) ?? (await packagedChromium());
}

function chosenChromium(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (!chosen) return undefined;
  if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but this file does not exist.`);
  return chosen;
}

async function installedChromium(): Promise<string | undefined> {
  for (const candidate of usualPlaces()) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) => folders.flatMap((folder) => (folder ? join(folder, program) : [])));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const programs = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ];
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin'];
  return [
    ...programs.flatMap((program) => folders.map((folder) => join(folder, program))),
    '/opt/google/chrome/chrome',
  ];
}

/** On Linux, a file of that name can be a stub that only tells how to install the browser, so start it. */
async function starts(executable: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    await promisify(execFile)(executable, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * By default, the packaged browser is unpacked into the temporary folder, where an incomplete or older one can be
 * mistaken for it. So it's unpacked into its own folder, which is renamed when it's complete.
 */
async function packagedChromium(): Promise<string> {
  if (!isPackaged) {
    throw new Error('No Chrome, Chromium or Edge found. Install one, or set CHROME_PATH to its executable.');
  }
  const modules = join(import.meta.dirname, '../../node_modules');
  const cache = join(modules, '.cache/chromium');
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const unpacked = join(cache, version);
  if (!existsSync(unpacked)) {
    await mkdir(cache, { recursive: true });
    const partial = await mkdtemp(join(cache, 'partial-'));
    await unpackInto(partial);
    // If another process was faster, use its copy.
    await rename(partial, unpacked).catch(() => rm(partial, { recursive: true }));
  }
  return join(unpacked, 'chromium');
}

/** The package always unpacks into the temporary folder, so change that folder during the call. */
async function unpackInto(folder: string): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
