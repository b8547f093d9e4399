/** Writes arrows, colours, names and words in Mermaid's syntax. */
import type { ArrowHead, Colour, ImportedGround, Wrap } from './imported-diagram.ts';
import type { MessageRow } from './model.ts';

export interface MermaidOptions {
  /** Index of the last step to write, from 0. Default: the whole diagram. */
  readonly upTo?: number;
  /** Whether to write each step's caption below it, as a note over all participants. */
  readonly captions?: boolean;
  /** Whether to write participants' links. Mermaid makes menus of them. Default: true. */
  readonly links?: boolean;
  /** Whether formulas are TeX, which Mermaid renders with KaTeX, or text. Default: TeX. */
  readonly formulas?: 'tex' | 'text';
  /** Whether to write an imported diagram's front matter and directives. Default: true. */
  readonly settings?: boolean;
}

export interface MermaidText {
  readonly text: string;
  /** For each written step, what Mermaid renders for it. */
  readonly drawn: readonly DrawnStep[];
}

/** Positions from 0 in Mermaid's sequence of messages and notes, which follows the text. */
export interface DrawnStep {
  readonly message: number | null;
  readonly notes: readonly number[];
}

export function arrowOf({ line, arrives, head = 'arrow' }: MessageRow): string {
  return arrowText(line, arrives ? head : 'cross');
}

export function arrowText(line: MessageRow['line'], head: ArrowHead): string {
  return heads[head](line === 'dashed' ? '--' : '-');
}

const heads: Record<ArrowHead, (shaft: string) => string> = {
  arrow: (shaft) => `${shaft}>>`,
  none: (shaft) => `${shaft}>`,
  open: (shaft) => `${shaft})`,
  cross: (shaft) => `${shaft}x`,
  both: (shaft) => `<<${shaft}>>`,
  'half-top': (shaft) => `${shaft}|\\`,
  'half-bottom': (shaft) => `${shaft}|/`,
  'stick-top': (shaft) => `${shaft}\\\\`,
  'stick-bottom': (shaft) => `${shaft}//`,
  'half-top-back': (shaft) => `/|${shaft}`,
  'half-bottom-back': (shaft) => `\\|${shaft}`,
  'stick-top-back': (shaft) => `//${shaft}`,
  'stick-bottom-back': (shaft) => `\\\\${shaft}`,
};

export function colourOf(colour: Colour | null): string {
  if (colour === null) return 'transparent';
  const { red, green, blue, alpha } = colour;
  return alpha < 1 ? `rgba(${red}, ${green}, ${blue}, ${alpha})` : `rgb(${red}, ${green}, ${blue})`;
}

export function wrapMark(wrap: Wrap | undefined): string {
  if (wrap === undefined) return '';
  return wrap ? 'wrap: ' : 'nowrap: ';
}

/** Empty for the colour of Mermaid's theme. */
export function groundColour({ colour, fill }: ImportedGround): string {
  if (fill === 'theme') return '';
  // In place of a colour that can't be read, one that is visible on any background.
  return colour === null && fill === undefined ? 'rgba(128, 128, 128, 0.15)' : colourOf(colour);
}

/** What of a participant decides its ID in the text. */
interface Named {
  readonly id: string;
  readonly name: string;
  /** Of an imported participant. A run's are always written with their names. */
  readonly shape?: string;
  readonly links?: readonly unknown[];
  readonly properties?: unknown;
  readonly wrap?: boolean;
}

/**
 * IDs in the text: the participants' own where Mermaid reads them back, otherwise their positions.
 *
 * @param besideSigns IDs that stand before a bracket or a slash of an arrow. For Mermaid, the sign goes on with an ID in
 * which it has read a hyphen or a slash.
 */
export function idsOf(
  { participants }: { readonly participants: readonly Named[] },
  besideSigns: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  participants.forEach((participant, index) => {
    // An exported run isn't imported again, and its IDs have underscores in every format.
    const own = participant.shape === undefined ? participant.id.replaceAll('-', '_') : participant.id;
    const goesOn = besideSigns.has(own) && /[-/]/.test(own);
    const isKept = isReadBack(own, participant) && !goesOn && !taken.has(own);
    const name = isKept ? own : `participant_${index + 1}`;
    taken.add(name);
    ids.set(participant.id, name);
  });
  return ids;
}

/** Mermaid reads an ID of several words, but not with another name, a type or links beside it. */
function isReadBack(id: string, { name, shape, links = [], properties, wrap }: Named): boolean {
  const words = id.split(' ');
  if (!words.every((word) => isPlainWord(word) && !beginsWithKeyword(word))) return false;
  if (words.length === 1) return true;
  // It would be a number of messages.
  if (/^\d+(?:\.\d{1,2})?$/.test(words[0] ?? '')) return false;
  // Between two words, it separates an ID from a name.
  if (words.some((word) => word.toLowerCase() === 'as')) return false;
  const isPlain = shape === 'participant' || shape === 'actor';
  const isBare = links.length === 0 && properties === undefined && wrap === undefined;
  return isPlain && name === id && isBare;
}

/** Mermaid stops at these two, where a half arrow can begin. */
function isPlainWord(word: string): boolean {
  return PLAIN_WORD.test(word) && !word.includes('-/') && !word.includes('//-');
}

/** A hyphen before an `x` starts an arrow. */
const PLAIN_WORD = /^[\p{L}\p{N}_](?:(?:[\p{L}\p{N}_./=*&'!?[\]#]|-(?![-x]))*[\p{L}\p{N}_\]#])?$/iu;

/** Words that start another construct in Mermaid, in upper or lower case. */
const keywords = new Set([
  ...['accdescr', 'acctitle', 'activate', 'actor', 'alt', 'and', 'autonumber', 'box', 'break'],
  ...['create', 'critical', 'deactivate', 'destroy', 'details', 'else', 'end', 'left', 'link', 'links'],
  ...['loop', 'note', 'off', 'opt', 'option', 'over', 'par', 'par_over', 'participant', 'properties'],
  ...['rect', 'right', 'sequencediagram', 'title'],
]);

/** For Mermaid, a keyword ends before any character that isn't a Latin letter, a digit or an underscore. */
function beginsWithKeyword(word: string): boolean {
  const [first = ''] = /^\w+/.exec(word) ?? [];
  return keywords.has(first.toLowerCase());
}

/**
 * Escapes text: characters that Mermaid or HTML would interpret become `#code;`, Mermaid's own notation
 * (https://mermaid.js.org/syntax/sequenceDiagram.html#entity-codes-to-escape-characters).
 */
export function escaped(words: string): string {
  return words
    .split(/\r\n?|\n/)
    .map((line) => escapedKeywords(line.trim().replace(SYNTAX, entities)))
    .join('<br/>');
}

/**
 * The same for a formula. Mermaid hands it to KaTeX without decoding it, so only what would end the formula for Mermaid's
 * parser is escaped: a comment, a statement, a line or a directive.
 */
export function escapedFormula(tex: string): string {
  return `$$${tex.replace(/[#;ﬂ¶]|%(?=%\{)|<(?=\/?br\s*\/?>)/gi, entities)}$$`;
}

const SYNTAX = /[#;<>&ﬂ¶]|%(?=[%{])|\$(?=\$)|\\(?=n)|^:|^(?:no)?wrap:/gi;

/** `style` and `classDef` are keywords if a `#` follows in the same line. */
function escapedKeywords(line: string): string {
  const last = line.lastIndexOf('#');
  const before = line.slice(0, Math.max(0, last));
  return before.replace(/style|classdef/gi, entities) + line.slice(before.length);
}

/** Escaping the first character is enough to disable the keyword. */
function entities(found: string): string {
  return `#${found.codePointAt(0)};${found.slice(1)}`;
}

/** Where a reader of the text may be led. Other schemes, such as `javascript:`, act instead. */
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

export function isHarmless(target: string): boolean {
  try {
    // As browsers read it, who skip spaces and line breaks in a scheme.
    return SCHEMES.has(new URL(target, 'https://relative.invalid').protocol);
  } catch {
    return false;
  }
}
