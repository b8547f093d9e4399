/**
 * What the page's code needs of a browser, against the compatibility data of MDN
 * (https://github.com/mdn/browser-compat-data). Types of values are unknown here, so a member such as `.toSorted` counts
 * only if every interface that has a member of this name got it too late. Where the source says what the object is, as
 * `new URL()` does, that interface alone counts.
 */
import data from '@mdn/browser-compat-data' with { type: 'json' };
import postcss from 'postcss';
import { attributesOf, boundNamesOf, membersOf, type SourceFile, typesOfNames, usesOf } from './sources.ts';

/** A browser by its name in the data, and its oldest version that must work. */
export type Minimums = Readonly<Record<string, number>>;

/** A feature that some browser lacks, and where it's used. */
export interface Gap {
  /** As code spells it: `toSorted`, `Intl.Segmenter`, `:has`, `dvh`. */
  readonly feature: string;
  readonly path: string;
  readonly line: number;
  /** The first versions with it: `firefox 125`. */
  readonly needs: string;
}

interface Statement {
  readonly version_added?: string | false;
  readonly version_removed?: string | false;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
  readonly partial_implementation?: boolean;
}

interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
  readonly [name: string]: unknown;
}

const root = data as unknown as Record<'api' | 'css' | 'html' | 'javascript', Entry>;
const builtins = at(root.javascript, 'builtins') ?? {};
const css = root.css as unknown as Record<'at-rules' | 'properties' | 'selectors' | 'types', Entry>;

function at(entry: Entry | undefined, ...path: readonly string[]): Entry | undefined {
  let found: Entry | undefined = entry;
  for (const name of path) {
    if (found === undefined || !Object.hasOwn(found, name)) return undefined;
    found = found[name] as Entry;
  }
  return found;
}

/** The first version of each browser that is newer than its minimum, or an empty list if all have the feature. */
function missingIn(entry: Entry, minimums: Minimums): string[] {
  const support = entry.__compat?.support;
  if (support === undefined) return [];
  return Object.entries(minimums).flatMap(([browser, minimum]) => {
    const statements = [support[browser] ?? []].flat() as readonly Statement[];
    const versions = statements
      .filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name)
      .map(({ version_added: added }) => versionOf(added));
    const first = Math.min(...versions);
    if (first <= minimum) return [];
    return [Number.isFinite(first) ? `${browser} ${first}` : `no ${browser}`];
  });
}

/** `≤79` means 79 or earlier, and `preview` a version that isn't out yet. */
function versionOf(added: string | false | undefined): number {
  if (added === undefined || added === false || added === 'preview') return Number.POSITIVE_INFINITY;
  return Number.parseFloat(added.replace('≤', ''));
}

/** Members of all interfaces and of all built-in objects, by name. */
const members = new Map<string, Entry[]>();
const intl = Object.values(at(builtins, 'Intl') ?? {});
for (const owner of [...Object.values(root.api), ...Object.values(builtins), ...intl] as Entry[]) {
  for (const [key, member] of Object.entries(owner)) {
    if (key === '__compat' || key.endsWith('_static') || key.endsWith('_event')) continue;
    const list = members.get(key) ?? [];
    list.push(member as Entry);
    members.set(key, list);
  }
}

/**
 * @param own Names of members that the project declares: a member of such a name may be the project's, unless the source
 * says what the object is.
 */
export function gapsInScript(file: SourceFile, minimums: Minimums, own: ReadonlySet<string>): Gap[] {
  const bound = boundNamesOf(file);
  const types = typesOfNames(file);
  const ofType = (name: string) => name.replace(/^[^.]+/, (owner) => types.get(owner) ?? owner);
  const used = [
    ...usesOf(file)
      .filter(({ name }) => !bound.has(name))
      .map(({ name, line }) => ({ name, line, entries: globals(name) })),
    ...membersOf(file)
      // The classes of a style sheet.
      .filter(({ name }) => !name.startsWith('styles.'))
      .map(({ name, line }) => ({ name: ofType(name), line, entries: membersNamed(ofType(name), own) })),
    ...attributesOf(file).map(({ name, line }) => ({ name, line, entries: attributes(name) })),
  ];
  return used.flatMap(({ name, line, entries }) => {
    const needs = entries.map((each) => missingIn(each, minimums));
    // One that is old enough is the likely one.
    if (needs.length === 0 || needs.some((each) => each.length === 0)) return [];
    const feature = isGlobal(name) ? name : name.replace(/^.*\./, '');
    return [{ feature, path: file.path, line, needs: needs[0]?.join(', ') ?? '' }];
  });
}

const known = (entries: readonly (Entry | undefined)[]) => entries.filter((each) => each !== undefined);

function globals(name: string): Entry[] {
  return known([at(builtins, name), at(root.api, name), at(root.api, 'Window', name)]).slice(0, 1);
}

/** @param name `Object.hasOwn`, or `questions.toSorted`, where the type of the object is unknown. */
function membersNamed(name: string, own: ReadonlySet<string>): Entry[] {
  const [owner = '', member = ''] = name.split('.');
  if (isGlobal(name)) {
    const exact = known([
      at(builtins, owner, member),
      at(root.api, owner, `${member}_static`),
      at(root.api, owner, member),
    ]);
    if (exact.length > 0) return exact.slice(0, 1);
  }
  return own.has(member) ? [] : (members.get(member) ?? []);
}

/** `Object.hasOwn`: the object is a built-in or an interface itself. */
function isGlobal(name: string): boolean {
  return /^[A-Z]/.test(name) && globals(name.split('.')[0] ?? '').length > 0;
}

const elements = Object.values(at(root.html, 'elements') ?? {}) as Entry[];

function attributes(name: string): Entry[] {
  const attribute = name.toLowerCase();
  return known([
    at(root.html, 'global_attributes', attribute),
    ...elements.map((each) => at(each, attribute)),
  ]);
}

/** The entries of all functions and keywords of values, by name. */
const valueNames = new Map<string, Entry>();
collectValues(css.types);
function collectValues(entry: Entry): void {
  for (const [name, child] of Object.entries(entry)) {
    if (name === '__compat' || typeof child !== 'object' || child === null) continue;
    if (!valueNames.has(name)) valueNames.set(name, child as Entry);
    collectValues(child as Entry);
  }
}
const dynamicUnits = at(css.types, 'length', 'viewport_percentage_units_dynamic');

export function gapsInStyle(file: SourceFile, minimums: Minimums): Gap[] {
  const gaps: Gap[] = [];
  const report = (feature: string, entry: Entry | undefined, line: number | undefined) => {
    const needs = entry === undefined ? [] : missingIn(entry, minimums);
    if (needs.length > 0) gaps.push({ feature, path: file.path, line: line ?? 0, needs: needs.join(', ') });
  };
  postcss.parse(file.text).walk((node) => {
    const line = node.source?.start?.line;
    if (node.type === 'rule') {
      if (node.selector.includes('&') || node.parent?.type === 'rule') {
        report('nesting', at(css.selectors, 'nesting'), line);
      }
      // With a prefix, it's for the engine of that prefix.
      for (const [pseudo, name = ''] of node.selector.matchAll(/::?([a-z][a-z-]*)/g)) {
        report(pseudo, at(css.selectors, name), line);
      }
    } else if (node.type === 'atrule') {
      report(`@${node.name}`, at(css['at-rules'], node.name), line);
    } else if (node.type === 'decl' && !node.prop.startsWith('--')) {
      const property = at(css.properties, node.prop);
      report(node.prop, property, line);
      if (property !== undefined && missingIn(property, minimums).length > 0) return;
      for (const [word] of node.value.matchAll(/(?<![\w-])[a-z][a-z-]+(?![\w-])/g)) {
        report(`${node.prop}: ${word}`, at(property, word), line);
      }
    }
    const value = node.type === 'decl' ? node.value : '';
    for (const [, name = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g)) {
      report(`${name}()`, valueNames.get(name), line);
    }
    for (const [, unit = ''] of value.matchAll(/\d(d(?:vh|vw|vmin|vmax|vb|vi))\b/g)) {
      report(unit, dynamicUnits, line);
    }
  });
  return gaps;
}
