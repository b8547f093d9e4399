/** Frames of PlantUML. `else` is another part of an `alt`, `par` or `critical`; a `group` becomes a background. */
import type { Colour, FrameKind, ImportedLine, SectionWord } from '../imported-diagram.ts';
import { readLabel } from './plantuml-text.ts';

const FRAME = /^(alt|opt|loop|par2?|break|critical|group|partition)\b(.*)$/i;
const SECTION = /^(?:else|also)\b(.*)$/i;
const END = /^end(?:\s+(?:alt|opt|loop|par2?|break|critical|group))?$/i;

/** Other frames have one part. */
const sections: Readonly<Partial<Record<FrameKind | 'group', SectionWord>>> = {
  alt: 'else',
  par: 'and',
  critical: 'option',
};
/** Visible on any background. */
const GROUP: Colour = { red: 128, green: 128, blue: 128, alpha: 0.15 };

export class PlantUmlFrames {
  readonly #lines: ImportedLine[];
  /** Innermost last. */
  readonly #open: (FrameKind | 'group')[] = [];

  constructor(lines: ImportedLine[]) {
    this.#lines = lines;
  }

  /** @returns Whether the line is about frames. */
  read(line: string): boolean {
    const begin = FRAME.exec(line);
    if (begin !== null)
      return this.#begin(begin[1]?.toLowerCase() ?? '', readLabel(withoutColours(begin[2] ?? '')));
    const section = SECTION.exec(line);
    if (section !== null) return this.#section(readLabel(withoutColours(section[1] ?? '')));
    return END.test(line) && this.#end();
  }

  get depth(): number {
    return this.#open.length;
  }

  finish(): void {
    while (this.#end());
  }

  #begin(word: string, text: string): boolean {
    if (word === 'group' || word === 'partition') {
      this.#open.push('group');
      this.#lines.push({ kind: 'begin-ground', colour: GROUP });
      if (text !== '') this.#lines.push({ kind: 'note', place: 'over', participants: ['', ''], text });
      return true;
    }
    const frame = (word === 'par2' ? 'par' : word) as FrameKind;
    this.#open.push(frame);
    this.#lines.push({ kind: 'begin-frame', frame, text });
    return true;
  }

  #section(text: string): boolean {
    const frame = this.#open.at(-1);
    const word = frame === undefined ? undefined : sections[frame];
    if (word === undefined) return false;
    this.#lines.push({ kind: 'section', word, text });
    return true;
  }

  #end(): boolean {
    const frame = this.#open.pop();
    if (frame === undefined) return false;
    this.#lines.push({ kind: frame === 'group' ? 'end-ground' : 'end-frame' });
    return true;
  }
}

/** `alt#Gold #LightBlue words`: colours of the tab and of the background. */
function withoutColours(text: string): string {
  let words = text.trim();
  while (words.startsWith('#')) {
    const end = words.search(/\s/);
    words = end < 0 ? '' : words.slice(end).trim();
  }
  return words;
}
