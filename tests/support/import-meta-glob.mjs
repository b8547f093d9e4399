/**
 * `import.meta.glob` for Playwright. Vite and Vitest compile the call away, but Playwright runs the sources without them, so a hook of
 * Node's module loader replaces it by `glob` below. It knows what the sources use: eager globs with one `*`, which is a folder.
 */
import { existsSync, readdirSync } from 'node:fs';
import * as nodeModule from 'node:module';

/**
 * What the types of Node 20 lack.
 * @typedef {(url: string, context: object) => { source?: unknown }} NextLoad
 * @typedef {{ load: (url: string, context: object, nextLoad: NextLoad) => object }} Hooks
 * @typedef {{ registerHooks?: (hooks: Hooks) => void }} NewerModule
 */

const CALL = 'import.meta.glob(';

/** Call it once Playwright has registered its own hook: the last one that is registered gets the result of those before. */
export function supportGlob() {
  // Like Playwright: hooks on the main thread where Node has them, from 22.15, otherwise on the loader's thread.
  const { registerHooks } = /** @type {NewerModule} */ (nodeModule);
  if (registerHooks === undefined) nodeModule.register(import.meta.url);
  else registerHooks({ load: (url, context, nextLoad) => withGlob(nextLoad(url, context)) });
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  return withGlob(await nextLoad(url, context));
}

/**
 * @template {{ source?: unknown }} Loaded
 * @param {Loaded} loaded
 */
function withGlob(loaded) {
  if (typeof loaded.source !== 'string' || !loaded.source.includes(CALL)) return loaded;
  const call = `await (await import(${JSON.stringify(import.meta.url)})).glob(import.meta.url, `;
  return { ...loaded, source: loaded.source.replaceAll(CALL, call) };
}

/**
 * @param {string} base the URL of the module that asks
 * @param {string} pattern such as `./*\/lesson.ts`
 * @param {{ import: string }} options which export to take; a query makes no difference here
 * @returns {Promise<Record<string, unknown>>} by path, relative like the pattern
 */
export async function glob(base, pattern, options) {
  const [before = '', after = ''] = pattern.split('*');
  const paths = readdirSync(new URL(before, base))
    .sort()
    .map((folder) => before + folder + after)
    .filter((path) => existsSync(new URL(path, base)));
  const entries = paths.map(async (path) => {
    const module = await import(new URL(path, base).href);
    return [path, module[options.import]];
  });
  return Object.fromEntries(await Promise.all(entries));
}
