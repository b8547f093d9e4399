/** Finds the glossary's terms in running text: longest match first, whole words only, each term once. */
import { type TermId, termIds } from '../../../lessons/glossary.ts';
import type { GlossaryWords } from './glossary-words.ts';

interface TextPart {
  readonly text: string;
  /** Null for text that isn't a term. */
  readonly term: TermId | null;
}

/** Splits texts that are read one after another. Joining the parts of a text restores it. */
export type TermFinder = (texts: readonly string[]) => readonly (readonly TextPart[])[];

export function termFinder({ terms, endings }: GlossaryWords): TermFinder {
  const termByForm = new Map(
    termIds.flatMap((id) => terms[id].forms.map((form) => [form.toLowerCase(), id] as const)),
  );
  const forms = [...termByForm.keys()].sort((one, other) => other.length - one.length);
  const ending = endings === '' ? '' : `(?:${endings})?`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${forms.map(escaped).join('|')})(?=${ending}(?![\\p{L}\\p{N}]))`,
    'giu',
  );
  return (texts) => {
    const found = new Set<TermId>();
    return texts.map((text) => {
      const parts: TextPart[] = [];
      let end = 0;
      for (const match of text.matchAll(pattern)) {
        const [form] = match;
        const term = termByForm.get(form.toLowerCase());
        if (term === undefined || found.has(term)) continue;
        found.add(term);
        if (match.index > end) parts.push({ text: text.slice(end, match.index), term: null });
        parts.push({ text: form, term });
        end = match.index + form.length;
      }
      if (end < text.length || text === '') parts.push({ text: text.slice(end), term: null });
      return parts;
    });
  };
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
