/** What stands around a diagram in its text: front matter, directives and the configuration in both. */
import type { ImportedSettings } from '../imported-diagram.ts';

export interface Separated {
  /** Without front matter and directives, and with as many lines as the original. */
  readonly code: string;
  /** The lines between the fences, without their common indent; empty without front matter. */
  readonly frontMatter: string;
  readonly directives: string;
}

const FENCE = '---';

/** Reads each character once, because a pasted text can have a million of them. */
export function separated(text: string): Separated {
  const { code, frontMatter } = withoutFrontMatter(text);
  return { ...withoutDirectives(code), frontMatter };
}

function withoutFrontMatter(text: string): { readonly code: string; readonly frontMatter: string } {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const fence = lines[first] ?? '';
  if (fence.trim() !== FENCE) return { code: text, frontMatter: '' };
  const last = lines.findIndex((line, index) => index > first && line.trim() === FENCE);
  if (last < 0) return { code: text, frontMatter: '' };
  const indent = fence.slice(0, fence.indexOf(FENCE));
  const frontMatter = lines
    .slice(first + 1, last)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
  const code = lines.map((line, index) => (index >= first && index <= last ? '' : line)).join('\n');
  return { code, frontMatter };
}

/** A directive starts with `%%{` and ends with `}%%`. An unclosed one is left to Mermaid. */
function withoutDirectives(text: string): Pick<Separated, 'code' | 'directives'> {
  let code = '';
  let from = 0;
  const directives: string[] = [];
  for (;;) {
    const begins = text.indexOf('%%{', from);
    const ends = begins < 0 ? -1 : text.indexOf('}%%', begins);
    if (ends < 0) return { code: code + text.slice(from), directives: directives.join('\n') };
    const end = ends + '}%%'.length;
    directives.push(text.slice(begins, end));
    const lineBreaks = text.slice(begins, ends).split('\n').length - 1;
    code += text.slice(from, begins) + '\n'.repeat(lineBreaks);
    from = end;
  }
}

/** The part of Mermaid that reads configurations. */
interface ConfigurationReader {
  parse(text: string): Promise<{ readonly config: unknown }>;
}

export interface ReadSettings {
  readonly title: string;
  readonly settings: Omit<ImportedSettings, 'isTitled'> | null;
  readonly hidesUnused: boolean;
}

/** Settings that can't be read have no effect. Mermaid keeps what it reads until the next call. */
export async function readSettings(
  { frontMatter, directives }: Separated,
  mermaid: ConfigurationReader,
): Promise<ReadSettings> {
  const [title, sequence] = await Promise.all([
    titleIn(frontMatter),
    sequenceConfiguration({ frontMatter, directives }, mermaid),
  ]);
  const isNumbered = sequence.showSequenceNumbers === true;
  const settings = frontMatter === '' && directives === '' ? null : { frontMatter, directives, isNumbered };
  return { title, settings, hidesUnused: sequence.hideUnusedParticipants === true };
}

/** Mermaid reads its own configuration, but doesn't tell the title. */
async function titleIn(frontMatter: string): Promise<string> {
  if (frontMatter === '') return '';
  const { parse } = await import('yaml');
  try {
    const { title } = Object(parse(frontMatter, { logLevel: 'silent' })) as { readonly title?: unknown };
    return title === undefined || title === null || typeof title === 'object' ? '' : String(title).trim();
  } catch {
    return '';
  }
}

interface SequenceConfiguration {
  readonly showSequenceNumbers?: unknown;
  readonly hideUnusedParticipants?: unknown;
}

async function sequenceConfiguration(
  { frontMatter, directives }: Pick<Separated, 'frontMatter' | 'directives'>,
  mermaid: ConfigurationReader,
): Promise<SequenceConfiguration> {
  const fenced = frontMatter === '' ? '' : `${FENCE}\n${frontMatter}\n${FENCE}\n`;
  try {
    const { config } = await mermaid.parse(`${fenced}${directives}\nsequenceDiagram\n  a->>b: c\n`);
    const { sequence } = Object(config) as { readonly sequence?: unknown };
    return Object(sequence) as SequenceConfiguration;
  } catch {
    return {};
  }
}

/** Lines keep their numbers. */
export function withoutComments(code: string): string {
  return code
    .split('\n')
    .map((line) => (line.trimStart().startsWith('%%') ? '' : line))
    .join('\n');
}
