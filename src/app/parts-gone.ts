/**
 * Whether only a reload can load the parts of the page that are still missing, and why. The run survives a reload.
 */
import { useSyncExternalStore } from 'react';
import type { StageText } from '../features/view-text.ts';

/**
 * - `newer-version`: the server has a newer version of the page, and parts of this one are gone.
 * - `failure-kept`: the network failed for a moment, and this browser doesn't fetch a module again whose fetch has failed.
 */
export type ReloadReason = keyof StageText['whyReload'];

let reason: ReloadReason | null = null;
/** Whether the page misses a part that its reader asked for, since the reader last dismissed the offer. */
let isMissed = false;
let isDismissed = false;
const failures = new WeakSet<object>();
const listeners = new Set<() => void>();

/** Watches for parts that fail to load. Without a network they may load later, so nothing is announced then. */
export function watchForGoneParts(): void {
  // Vite dispatches it for each dynamic import that fails, and then throws the payload.
  window.addEventListener('vite:preloadError', ({ payload }) => {
    failures.add(payload);
    void reasonFor(payload).then((found) => {
      if (found === null || reason !== null) return;
      reason = found;
      notify();
    });
  });
}

/** Whether an error says that a part couldn't be loaded. */
export function isLoadFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failures.has(error);
}

/** Says that a part is missing that the reader asked for. Until then, a kept failure is no reason for a notice. */
export function missPart(): void {
  isMissed = true;
  notify();
}

/** Takes the offer back until the reader misses another part. */
export function dismissReload(): void {
  isMissed = false;
  isDismissed = true;
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

/** Null if there's nothing to say. */
export function useReloadReason(): ReloadReason | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (isMissed || (reason === 'newer-version' && !isDismissed) ? reason : null),
    // At build time.
    () => null,
  );
}

async function reasonFor(failure: Error): Promise<ReloadReason | null> {
  const isReplaced = await askWhetherReplaced();
  if (isReplaced === null) return null;
  if (isReplaced) return 'newer-version';
  return (await loadsAgain(failure)) ? null : 'failure-kept';
}

/** Asks the server for the page, and whether that no longer names the script that runs here. Null without an answer. */
async function askWhetherReplaced(): Promise<boolean | null> {
  // A build names it at the script of the first paint. The chunk of React keeps its name in most new versions.
  const built = document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset.page;
  const script = built ?? document.querySelector('script[type=module][src]')?.getAttribute('src');
  if (!script) return null;
  try {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    return response.ok ? !(await response.text()).includes(script) : null;
  } catch {
    return null;
  }
}

/**
 * Whether the browser fetches the module again. Until 2026, the HTML Standard demanded that a failed fetch stays failed for
 * the page's life (https://github.com/whatwg/html/pull/10327). Safari's errors don't name the module, and Vite fetches a
 * style sheet only once; both count as kept.
 */
function loadsAgain({ message }: Error): Promise<boolean> {
  const address = message.split(' ').find((word) => word.startsWith(location.origin) && word.endsWith('.js'));
  if (address === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    // The element shares the browser's modules with `import()`.
    const script = document.createElement('script');
    const settle = (isLoaded: boolean) => {
      script.remove();
      resolve(isLoaded);
    };
    script.addEventListener('load', () => settle(true));
    script.addEventListener('error', () => settle(false));
    script.type = 'module';
    script.src = address;
    document.head.append(script);
  });
}
