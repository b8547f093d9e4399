/** State of the import dialog: the text, the chosen diagram, and problems with it. */
import { useCallback, useRef, useState } from 'react';
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
import { useLatestTask } from '../../ui/use-latest-task.ts';
import { DIAGRAM_CODE_CHARACTERS_MAX, encodeDiagram } from '../../url/diagram-code.ts';
import { keepDiagram } from '../../url/kept-diagrams.ts';
import { looksLikeRunFile, type RunFileProblem, readRunFile } from '../../url/run-file.ts';

export type OpeningProblem =
  | DiagramProblem
  | { readonly kind: 'file-not-read' }
  /** Describing or showing it throws. */
  | { readonly kind: 'not-shown' }
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
  /** Ends reading what was given before. @returns The signal for `take` and `show`. */
  begin(): AbortSignal;
  /** A text with one diagram is shown at once. With several, the reader chooses first. */
  take(given: File | string, signal: AbortSignal): Promise<void>;
  show(signal: AbortSignal): void;
  /** Says that a diagram can't be shown, and reports the error. */
  fail(error: unknown): void;
  /** Ends reading a long text or a file. Typing and closing the dialog do so, too. */
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
  const task = useLatestTask();

  const cancel = useCallback(() => {
    task.cancel();
    setIsBusy(false);
  }, [task]);

  const begin = useCallback(() => {
    setIsBusy(false);
    return task.begin();
  }, [task]);

  const show = useCallback(async (read: Given, signal: AbortSignal) => {
    if (looksLikeRunFile(read.text)) {
      const file = readRunFile(read.text);
      if ('link' in file) return finish.current.onRun(file.link);
      return setGiven({ ...read, problem: { kind: 'run-file', ...file } });
    }
    const block = read.blocks[read.block];
    if (block === undefined) return setGiven(read);
    setIsBusy(true);
    try {
      const result = await parseDiagram(block, signal);
      if ('problem' in result) return setGiven({ ...read, problem: result.problem });
      await prepareImported(result, described.current, { signal });
      const code = await keptCode(block, result);
      signal.throwIfAborted();
      finish.current.onImported(result, code, read.blocks.length > 1);
    } catch (error) {
      if (signal.aborted) return;
      setGiven({ ...read, problem: { kind: 'not-shown' } });
      reportError(error);
    } finally {
      if (!signal.aborted) setIsBusy(false);
    }
  }, []);

  const take = useCallback(
    async (file: File | string, signal: AbortSignal) => {
      const read = await readGiven(file);
      if (signal.aborted) return;
      setGiven(read);
      if (read.blocks.length === 1 || looksLikeRunFile(read.text)) await show(read, signal);
    },
    [show],
  );

  return {
    ...given,
    isBusy,
    // Problems are reported on submit, not while typing. Another text or block ends the reading of the former one.
    change(text) {
      cancel();
      setGiven({ ...readText(text), text, problem: null });
    },
    choose(block) {
      cancel();
      setGiven({ ...given, block, problem: null });
    },
    begin,
    take,
    show: (signal) => void show({ ...readText(given.text), text: given.text, block: given.block }, signal),
    fail(error) {
      setGiven({ ...given, problem: { kind: 'not-shown' } });
      reportError(error);
    },
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

/** A text with a line that is too long for the dialog's field is left out. */
function readText(text: string): Given {
  if (looksLikeRunFile(text)) return { ...nothing, text };
  const blocks = diagramBlocks(text);
  if (!('kind' in blocks)) return { ...nothing, text, blocks };
  return { ...nothing, text: blocks.kind === 'long-line' ? '' : text, problem: blocks };
}
