/** State of the import dialog: the text, the chosen diagram, and problems with it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { prepareImported } from '../../sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import type { ImportedWords } from '../../sequence/imported-words.ts';
import type { MermaidBlock } from '../../sequence/mermaid/mermaid-blocks.ts';
import {
  type DiagramProblem,
  diagramBlocks,
  OPENED_CHARACTERS_MAX,
  parseDiagram,
} from '../../sequence/mermaid/mermaid-parse.ts';
import { DIAGRAM_CODE_CHARACTERS_MAX, encodeDiagram } from '../../url/diagram-code.ts';
import { keepDiagram } from '../../url/kept-diagrams.ts';
import { looksLikeRunFile, type RunFileProblem, readRunFile } from '../../url/run-file.ts';

export type OpeningProblem =
  | DiagramProblem
  | { readonly kind: 'file-not-read' }
  | { readonly kind: 'run-file'; readonly problem: RunFileProblem; readonly fields?: readonly string[] };

interface Given {
  readonly text: string;
  readonly blocks: readonly MermaidBlock[];
  readonly problem: OpeningProblem | null;
  /** Index of the chosen block. */
  readonly block: number;
}

const nothing: Given = { text: '', blocks: [], problem: null, block: 0 };

interface Opening extends Given {
  readonly isBusy: boolean;
  change(text: string): void;
  choose(block: number): void;
  /** A text with one diagram is shown at once. With several, the reader chooses first. */
  take(given: File | string): Promise<void>;
  show(): void;
  /** Ends reading a long text. Closing the dialog does so, too. */
  cancel(): void;
}

interface Outcomes {
  /**
   * @param code The diagram in an address.
   * @param hasOthers Whether the text has further diagrams.
   */
  readonly onImported: (imported: ImportedDiagram, code: string, hasOthers: boolean) => void;
  /** @param link The link in a run file. */
  readonly onRun: (link: string) => void;
}

/**
 * @param draft The text at the start.
 * @param words In which the diagram is described.
 */
export function useOpening(draft: string, words: ImportedWords, outcomes: Outcomes): Opening {
  const [given, setGiven] = useState(() => (draft === '' ? nothing : { ...readText(draft), problem: null }));
  const [isBusy, setIsBusy] = useState(false);
  const finish = useRef(outcomes);
  finish.current = outcomes;
  const described = useRef(words);
  described.current = words;
  const reading = useRef<AbortController>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const cancel = useCallback(() => reading.current?.abort(), []);

  const show = useCallback(async (read: Given) => {
    reading.current?.abort();
    if (looksLikeRunFile(read.text)) {
      const file = readRunFile(read.text);
      if ('link' in file) return finish.current.onRun(file.link);
      return setGiven({ ...read, problem: { kind: 'run-file', ...file } });
    }
    const block = read.blocks[read.block];
    if (block === undefined) return setGiven(read);
    const controller = new AbortController();
    reading.current = controller;
    setIsBusy(true);
    try {
      const result = await parseDiagram(block, controller.signal);
      if ('problem' in result) return setGiven({ ...read, problem: result.problem });
      await prepareImported(result, described.current, { signal: controller.signal });
      const code = await keptCode(block, result);
      controller.signal.throwIfAborted();
      finish.current.onImported(result, code, read.blocks.length > 1);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      if (reading.current === controller) setIsBusy(false);
    }
  }, []);

  const take = useCallback(
    async (file: File | string) => {
      cancel();
      const read = await readGiven(file);
      setGiven(read);
      if (read.blocks.length === 1 || looksLikeRunFile(read.text)) await show(read);
    },
    [show, cancel],
  );

  return {
    ...given,
    isBusy,
    // Problems are reported on submit, not while typing. Another text or block ends the reading of the former one.
    change(text) {
      cancel();
      setGiven({ ...readText(text), problem: null });
    },
    choose(block) {
      cancel();
      setGiven({ ...given, block, problem: null });
    },
    take,
    show: () => void show({ ...readText(given.text), block: given.block }),
    cancel,
  };
}

/** Keeps the diagram among the recent ones. A long one is named in the address, and is in this browser only. */
export async function keptCode(
  { text, heading }: Pick<MermaidBlock, 'text' | 'heading'>,
  { title, participants }: ImportedDiagram,
): Promise<string> {
  const code = await encodeDiagram(text);
  const shown = title || heading || participants.map(({ name }) => name.split('\n').join(' ')).join(', ');
  return keepDiagram(text, shown, code.length <= DIAGRAM_CODE_CHARACTERS_MAX ? code : null) ?? code;
}

async function readGiven(given: File | string): Promise<Given> {
  if (typeof given === 'string') return readText(given);
  // A character takes one to four bytes.
  if (given.size > 4 * OPENED_CHARACTERS_MAX) {
    const problem = {
      kind: 'too-large',
      characters: given.size,
      charactersMax: OPENED_CHARACTERS_MAX,
    } as const;
    return { ...nothing, problem };
  }
  return given.text().then(readText, () => ({ ...nothing, problem: { kind: 'file-not-read' } as const }));
}

function readText(text: string): Given {
  if (looksLikeRunFile(text)) return { ...nothing, text };
  const blocks = diagramBlocks(text);
  return 'kind' in blocks ? { ...nothing, text, problem: blocks } : { ...nothing, text, blocks };
}
