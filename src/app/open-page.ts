/** Finds out what the page opens with: the run or the diagram of the address, with what was kept of it here. */

import type { StageText } from '../features/view-text.ts';
import { loadPhrasebook, loadStageText } from '../locales/languages.ts';
import type { PendingRun } from '../player/pending-run.ts';
import { type Loader, preload } from '../ui/use-loaded.ts';
import { diagramCodeIn } from '../url/diagram-hash.ts';
import { keptBranches, takeWaiting, type WaitingAction } from '../url/kept-work.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Link } from '../url/link.ts';
import type { ParsedQuery } from '../url/query.ts';
import { earlierFutures } from './history-entries.ts';
import { hasBranches, type Kept } from './kept-branches.ts';
import type { Around } from './load-around.tsx';
import { loadSimulation } from './load-simulation.ts';
import type { Opened } from './opened.ts';
import { openingLink } from './opening-link.ts';
import { isOpeningRun, loadOpeningDiagram, openOpeningRun } from './opening-run.ts';

interface PageAddress {
  readonly parsed: ParsedQuery;
  readonly hash: string;
  /** The name of the history entry's work. */
  readonly work: string;
  readonly language: LanguageId;
  readonly loadAround: Loader<Around>;
}

export interface OpenedPage {
  readonly link: Link;
  readonly stageText: StageText;
  readonly opened: Opened;
  readonly kept: Kept;
  /** Commands that were given before a reload, and not carried out by then. */
  readonly waiting: readonly WaitingAction[];
  /** The opening run, whose trace is still missing. Null if the page can't be shown before the simulation is loaded. */
  readonly pending: PendingRun | null;
}

export async function openPage(address: PageAddress): Promise<OpenedPage> {
  const { parsed, hash, work, language } = address;
  const diagramCode = diagramCodeIn(hash);
  const [link, stageText, openingDiagram] = await Promise.all([
    diagramCode === null ? openingLink(parsed, hash) : openingLink(withoutRunKeys(parsed), ''),
    loadStageText(language),
    loadOpeningDiagram(language),
  ]);
  const kept: Kept = { branches: keptBranches(work), futures: earlierFutures() };
  const waiting = takeWaiting(work);
  const needsSimulation =
    openingDiagram === null ||
    !isOpeningRun(link) ||
    hasBranches(kept) ||
    waiting.length > 0 ||
    diagramCode !== null;
  if (!needsSimulation) {
    const { pending, ...opened } = openOpeningRun(link, openingDiagram);
    return { link, stageText, opened, kept, waiting, pending };
  }
  const run = await openAnyRun(link, kept, address);
  const opened = diagramCode === null ? run : await openDiagramOver(run, diagramCode, address);
  return { link, stageText, opened, kept, waiting, pending: null };
}

async function openDiagramOver(
  run: Opened,
  code: string,
  { parsed, loadAround }: PageAddress,
): Promise<Opened> {
  const [diagrams, isAround] = await Promise.all([
    import('./open-diagram.ts').catch(() => null),
    // It draws the diagram.
    preload(loadAround),
  ]);
  if (diagrams !== null && isAround) return diagrams.openDiagram(run, code, parsed);
  return { ...run, problems: [...run.problems, { kind: 'part-not-loaded' }] };
}

/** The run below a diagram is at its opening: the step in the address is the diagram's, and so is what is shown. */
function withoutRunKeys({ query, problems }: ParsedQuery): ParsedQuery {
  const { step: _, pair: __, detail: ___, predict: ____, hide: _____, focus: ______, ...rest } = query;
  return { query: rest, problems };
}

async function openAnyRun(link: Link, kept: Kept, { language, loadAround }: PageAddress): Promise<Opened> {
  const [{ openInSlices }, phrasebook] = await Promise.all([
    loadSimulation(),
    loadPhrasebook(language),
    // What stands in for it is of the opening run.
    preload(loadAround),
  ]);
  return openInSlices(link, phrasebook, kept);
}
