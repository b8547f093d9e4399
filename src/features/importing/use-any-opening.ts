/** Opens a text or a file of any kind that the page reads: Mermaid and run files here, others after a look at them. */
import { useCallback, useState } from 'react';
import { recordingOfImported } from '../../player/record.ts';
import { prepareImported } from '../../sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { importedToMermaid } from '../../sequence/imported-to-mermaid.ts';
import type { KeptDiagram } from '../../url/kept-diagrams.ts';
import { withReadersChoices } from '../../url/link-to.ts';
import { pageSearch } from '../../url/page-address.ts';
import { diagramText } from '../../url/read-diagram.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { type OtherFormat, otherFormatOf } from './other-formats.ts';
import { keptCode, useOpening } from './use-opening.ts';

export interface OpeningProps {
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  /** Opens the link in a run file. */
  readonly onLink: (link: string) => void;
  readonly onClose: () => void;
}

export function useAnyOpening({ draft, onDraft, onLink, onClose }: OpeningProps) {
  const dispatch = useDispatch();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const mermaid = useOpening(draft, phrasebook.imported, {
    onImported: (imported, code, hasOthers) => {
      dispatch({ kind: 'open-imported', imported, code });
      // The reader may want another diagram of the same text next.
      onDraft(hasOthers ? text : '');
      onClose();
    },
    // Like any link. The reader's own choices stay.
    onRun: (link) => onLink(withReadersChoices(link, pageSearch())),
  });
  const { text, begin, take, show } = mermaid;
  /** A text in another format, which is shown before it's opened. */
  const [other, setOther] = useState<OtherFormat | null>(null);
  const takeAny = useCallback(
    async (something: File | string) => {
      const signal = begin();
      const found = await otherFormatOf(something);
      if (signal.aborted) return;
      setOther(found);
      if (found === null) await take(something, signal);
    },
    [begin, take],
  );
  const showAny = async () => {
    const signal = begin();
    const found = await otherFormatOf(text);
    if (signal.aborted) return;
    setOther(found);
    if (found === null) show(signal);
  };
  const openRecent = async ({ code }: KeptDiagram) => {
    const signal = begin();
    const kept = await diagramText(code);
    if (signal.aborted) return null;
    if (typeof kept !== 'string') return kept.problem.kind;
    await take(kept, signal);
    return null;
  };
  const openImported = async (imported: ImportedDiagram) => {
    const signal = begin();
    try {
      // In slices. What follows finds it described.
      await prepareImported(imported, phrasebook.imported, { signal });
      // Its address has the diagram as Mermaid text, whatever it was made from.
      const { diagram } = recordingOfImported(imported, phrasebook);
      const written = importedToMermaid(diagram, imported, {});
      const code = await keptCode({ text: written.text, heading: '' }, imported);
      signal.throwIfAborted();
      dispatch({ kind: 'open-imported', imported, code });
      onDraft('');
      onClose();
    } catch (error) {
      // The dialog was closed, or the reader wants something else.
      if (signal.aborted) return;
      setOther(null);
      mermaid.fail(error);
    }
  };
  return { ...mermaid, other, leaveOther: () => setOther(null), takeAny, showAny, openRecent, openImported };
}
