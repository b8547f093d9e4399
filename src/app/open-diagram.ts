/** Opens the imported diagram that an address names, above the run that the address names as well. */

import { leaveUnread } from '../features/importing/dialog-draft.ts';
import { timelineIndex } from '../player/comparison.ts';
import { reduce } from '../player/reduce.ts';
import { prepareImported } from '../sequence/describe-imported.ts';
import { walkIn } from '../url/diagram-link.ts';
import type { ParsedQuery } from '../url/query.ts';
import { diagramText, readDiagram } from '../url/read-diagram.ts';
import type { Opened } from './opened.ts';

/** @param below The run, from `open.ts`. It's shown alone if the diagram can't be read. */
export async function openDiagram(below: Opened, code: string, parsed: ParsedQuery): Promise<Opened> {
  try {
    return await opened(below, code, parsed);
  } catch (error) {
    // Without the run the page wouldn't start. The dialog tries again with the text, and says why it can't.
    reportError(error);
    const text = await diagramText(code);
    if (typeof text === 'string') leaveUnread(text);
    return { ...below, problems: [...below.problems, { kind: 'bad-diagram' }] };
  }
}

async function opened(below: Opened, code: string, { query }: ParsedQuery): Promise<Opened> {
  const imported = await readDiagram(code);
  if ('problem' in imported) {
    const { problem, unread } = imported;
    if (unread !== undefined) leaveUnread(unread);
    return problem === null ? below : { ...below, problems: [...below.problems, problem] };
  }
  const walk = walkIn(query);
  await prepareImported(imported, below.state.phrasebook.imported, { options: walk });
  const { step = 1 } = query;
  const index = Math.max(0, step - 1);
  const state = reduce(below.state, { kind: 'open-imported', imported, code, walk, timelineIndex: index });
  const shown = timelineIndex(state) + 1;
  const isThere = shown === Math.max(1, step);
  return {
    state,
    problems: isThere
      ? below.problems
      : [...below.problems, { kind: 'diagram-step-out-of-range', value: step, shown }],
  };
}
