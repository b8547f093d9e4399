/** Source files with the modules and identifiers that they name, read from the syntax tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface SourceFile {
  /** Relative to `src`, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** Null when it isn't a plain string, so that the import can't be resolved. */
  readonly specifier: string | null;
  /** Erased at run time. */
  readonly isType: boolean;
  /** Imported names, as the exporting module spells them; `*` for all of them. */
  readonly names: readonly string[];
}

export interface Use {
  /** An identifier, or `Math.floor` for members of `Math`. */
  readonly name: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Every TypeScript module below a folder, except tests beside the features. */
export function readSources(folder: string): SourceFile[] {
  return readFiles(folder, /\.tsx?$/);
}

export function readStyles(folder: string): SourceFile[] {
  return readFiles(folder, /\.css$/);
}

function readFiles(folder: string, name: RegExp): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => name.test(path) && !path.includes('/tests/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * Static and dynamic imports, `import.meta.glob('…')`, re-exports, and `import('…')` in types; of a style sheet `@import`
 * and `composes`.
 */
export function importsOf(file: SourceFile): Import[] {
  if (file.path.endsWith('.css')) return styleImportsOf(file);
  const imports: Import[] = [];
  walk(programOf(file), (node) => {
    if (isGlob(node)) imports.push({ specifier: patternOf(node), isType: false, names: ['*'] });
    const { source } = node;
    if (!isNode(source)) return;
    const isType = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
    const specifier = typeof source.value === 'string' ? source.value : null;
    imports.push({ specifier, isType, names: namesIn(node) });
  });
  return imports;
}

function namesIn({ specifiers }: Node): readonly string[] {
  if (!Array.isArray(specifiers)) return ['*'];
  return specifiers.map(({ type, imported, local }) => {
    if (type === 'ImportDefaultSpecifier') return 'default';
    const name: unknown = type === 'ExportSpecifier' ? local?.name : imported?.name;
    return typeof name === 'string' ? name : '*';
  });
}

function styleImportsOf({ text }: SourceFile): Import[] {
  const code = text.replace(/\/\*.*?\*\//gs, '');
  const found = code.matchAll(
    /@import\s+(?:url\()?["']?([^"')\s;]+)|(?:composes|@value)[^;{}]*\sfrom\s+["']([^"']+)["']/g,
  );
  return [...found].map(([, imported, composed]) => {
    return { specifier: imported ?? composed ?? null, isType: false, names: ['*'] };
  });
}

/** Identifiers that refer to a variable or a type, but not property names. */
export function usesOf(file: SourceFile): Use[] {
  const uses: Use[] = [];
  const fromMath = new Set<unknown>();
  const report = ({ start }: Node, name: unknown) => {
    uses.push({ name: String(name), line: file.text.slice(0, start).split('\n').length });
  };
  walk(programOf(file), (node) => {
    const { object, property } = node;
    if (isNode(object) && object.name === 'Math' && isNode(property) && node.computed === false) {
      fromMath.add(object);
      report(node, `Math.${property.name}`);
    }
    if (node.type === 'Identifier' && !fromMath.has(node)) report(node, node.name);
  });
  return uses;
}

export interface Regex {
  readonly pattern: string;
  readonly flags: string;
  readonly line: number;
}

/** A regular expression that is put together at run time, so its pattern isn't in the source. */
interface BuiltRegex {
  readonly line: number;
}

/** Literals of regular expressions, and calls of `RegExp` with a text. */
export function regexesIn(file: SourceFile): Regex[] {
  const regexes: Regex[] = [];
  walk(programOf(file), (node) => {
    const { type, regex, start } = node;
    const line = file.text.slice(0, start).split('\n').length;
    if (type === 'Literal' && isRegex(regex)) regexes.push({ ...regex, line });
    const written = argumentsOfRegExp(node)?.map(writtenIn);
    const [pattern, flags = ''] = written ?? [];
    if (typeof pattern === 'string' && typeof flags === 'string') regexes.push({ pattern, flags, line });
  });
  return regexes;
}

/** Calls of `RegExp` with a pattern or flags that the source doesn't spell out. */
export function builtRegexesIn(file: SourceFile): BuiltRegex[] {
  const built: BuiltRegex[] = [];
  walk(programOf(file), (node) => {
    const given = argumentsOfRegExp(node);
    if (given === null || given.every(isWritten)) return;
    built.push({ line: file.text.slice(0, node.start).split('\n').length });
  });
  return built;
}

/** The arguments of `RegExp(…)` and `new RegExp(…)`, also as a member of the global object; null for anything else. */
function argumentsOfRegExp({ type, callee, arguments: given }: Node): readonly unknown[] | null {
  if ((type !== 'NewExpression' && type !== 'CallExpression') || !isNode(callee)) return null;
  const name = isNode(callee.property) ? callee.property.name : callee.name;
  return name === 'RegExp' && Array.isArray(given) ? given : null;
}

/** A copy of a literal is checked as that literal. */
function isWritten(argument: unknown): boolean {
  return writtenIn(argument) !== null || (isNode(argument) && isRegex(argument.regex));
}

/** A string literal, or a template without expressions; null for anything else. */
function writtenIn(node: unknown): string | null {
  if (!isNode(node)) return null;
  const text = textOf(node);
  const isWhole = !Array.isArray(node.expressions) || node.expressions.length === 0;
  return isWhole ? text : null;
}

function isRegex(value: unknown): value is Pick<Regex, 'pattern' | 'flags'> {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

/** The attributes of HTML and SVG elements in JSX; those of components aren't the browser's. */
export function attributesOf(file: SourceFile): Use[] {
  const uses: Use[] = [];
  walk(programOf(file), ({ type, name, attributes }) => {
    const isElement = type === 'JSXOpeningElement' && isNode(name) && /^[a-z]/.test(String(name.name));
    if (!isElement || !Array.isArray(attributes)) return;
    for (const attribute of attributes) {
      if (!isNode(attribute.name)) continue;
      const line = file.text.slice(0, attribute.start).split('\n').length;
      uses.push({ name: String(attribute.name.name), line });
    }
  });
  return uses;
}

/** Names that a file binds itself: its imports, variables, parameters, functions and classes. */
export function boundNamesOf(file: SourceFile): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: unknown) => {
    if (!isNode(pattern)) return;
    // A type names what it annotates, and binds nothing.
    walk({ ...pattern, typeAnnotation: undefined }, ({ type, name }) => {
      if (type === 'Identifier') names.add(String(name));
    });
  };
  walk(programOf(file), (node) => {
    if (node.type === 'VariableDeclarator' || /^(Function|Class)/.test(node.type)) bind(node.id);
    if (/^Import.*Specifier$/.test(node.type)) bind(node.local);
    if (Array.isArray(node.params)) for (const each of node.params) bind(each);
  });
  return names;
}

/** The type of each name that a file gives one type alone, by `new URL()` or `: URL`. */
export function typesOfNames(file: SourceFile): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const note = (pattern: unknown, type: string) => {
    if (!isNode(pattern)) return;
    walk({ ...pattern, typeAnnotation: undefined }, ({ type: kind, name }) => {
      if (kind !== 'Identifier') return;
      found.set(String(name), (found.get(String(name)) ?? new Set()).add(type));
    });
  };
  walk(programOf(file), ({ type, id, init, params }) => {
    if (type === 'VariableDeclarator') note(id, constructedBy(init) ?? annotationOf(id));
    if (Array.isArray(params)) for (const each of params) note(each, annotationOf(each));
  });
  const single = [...found].flatMap(([name, [type = '', ...more]]) =>
    type === '' || more.length > 0 ? [] : [[name, type] as const],
  );
  return new Map(single);
}

/** `URL` for `new URL()`. */
function constructedBy(node: unknown): string | null {
  if (!isNode(node) || node.type !== 'NewExpression' || !isNode(node.callee)) return null;
  return node.callee.type === 'Identifier' ? String(node.callee.name) : null;
}

/** `URL` for `address: URL`; empty for any other type. */
function annotationOf(pattern: unknown): string {
  if (!isNode(pattern) || pattern.type !== 'Identifier' || !isNode(pattern.typeAnnotation)) return '';
  const { typeAnnotation: type } = pattern.typeAnnotation;
  return isNode(type) && isNode(type.typeName) ? String(type.typeName.name ?? '') : '';
}

/** The names of members that a file declares: of types, objects and classes. */
export function declaredMembersOf(file: SourceFile): string[] {
  const names: string[] = [];
  walk(programOf(file), ({ type, key, computed }) => {
    if (
      /^(TS(Property|Method)Signature|(Property|Method)Definition|Property)$/.test(type) &&
      computed !== true
    ) {
      if (isNode(key)) names.push(String(key.name ?? key.value));
    }
  });
  return names;
}

/**
 * `object.member` for each member access in the source. `object` is the last name before the dot, and the class for
 * `new Class().member`.
 */
export function membersOf(file: SourceFile): Use[] {
  const uses: Use[] = [];
  walk(programOf(file), ({ object, property, computed, start }) => {
    if (!isNode(object) || !isNode(property) || computed !== false) return;
    const before = isNode(object.property) ? object.property.name : (constructedBy(object) ?? object.name);
    const line = file.text.slice(0, start).split('\n').length;
    uses.push({ name: `${String(before ?? '')}.${String(property.name)}`, line });
  });
  return uses;
}

/** A text in a source. `…` stands for a template's expressions. */
export interface WrittenText {
  readonly text: string;
  readonly line: number;
}

/** Strings and templates, except names of modules, types, cases and properties. */
export function textsIn(file: SourceFile): WrittenText[] {
  const texts: WrittenText[] = [];
  const names = new Set<unknown>();
  walk(programOf(file), (node) => {
    const { type, source, test, literal } = node;
    names.add(source);
    if (type === 'SwitchCase') names.add(test);
    if (type === 'TSLiteralType') names.add(literal);
    const text = textOf(node);
    if (text === null || names.has(node)) return;
    texts.push({ text, line: file.text.slice(0, node.start).split('\n').length });
  });
  return texts;
}

/** String literals of any kind: in expressions, cases, types and attributes. */
export function stringsOf(file: SourceFile): WrittenText[] {
  const strings: WrittenText[] = [];
  walk(programOf(file), ({ type, value, start }) => {
    if (type !== 'Literal' || typeof value !== 'string') return;
    strings.push({ text: value, line: file.text.slice(0, start).split('\n').length });
  });
  return strings;
}

function textOf({ type, value, quasis }: Node): string | null {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return null;
  return quasis.map((quasi) => quasi.value.cooked).join('…');
}

export function linesOf({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function programOf({ path, text }: SourceFile): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Parents before children. */
function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const [field, value] of Object.entries(node)) {
    const isMereName = (field === 'property' || field === 'key') && node.computed === false;
    if (isMereName) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A call of `import.meta.glob`. */
function isGlob({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee) || !isNode(callee.object)) return false;
  const { object, property } = callee;
  return object.type === 'MetaProperty' && isNode(property) && property.name === 'glob';
}

function patternOf({ arguments: given }: Node): string | null {
  const pattern: unknown = Array.isArray(given) ? given[0] : undefined;
  return isNode(pattern) && typeof pattern.value === 'string' ? pattern.value : null;
}
