/** Finds a Chromium to test with, on a developer's machine as well as on one without any browser. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Chromium heeds only the last list of features that it is given: Playwright's own are repeated. The two more are pages
 * of the address bar, which is never seen; each window, and thus each test, would load them in processes of their own.
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

/** The browser CHROME_PATH names, else an installed one, else the one that comes as a package. */
export async function chromiumExecutable(): Promise<string> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but there is no such file.`);
    return chosen;
  }
  return (await installedChromium()) ?? (await packagedChromium());
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

/** On Linux a file of that name may be a mere hint how to install the browser, so it is tried out. */
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
 * The packaged browser is unpacked into the temporary folder by default, where a half-written or an
 * older one may lie and would be taken for it. So it is unpacked into a folder of its own, which gets
 * its final name only when it is complete.
 */
async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program.');
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
    // Another process may have been faster: then its copy is as good as this one.
    await rename(partial, unpacked).catch(() => rm(partial, { recursive: true }));
  }
  return join(unpacked, 'chromium');
}

/** The package knows no other target than the temporary folder, so that is what gets changed meanwhile. */
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
