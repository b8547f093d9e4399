/** The address of a further window of a presentation: at the same position from its first moment, in the same language. */
import type { Player } from '../../player/player.ts';
import { hiddenText } from '../../url/hidden-nodes.ts';
import type { LanguageId } from '../../url/languages.ts';
import { type QueryChanges, writeQuery } from '../../url/query.ts';
import { linkToShown } from '../../url/shown-link.ts';

/** @param role What makes it the presenter's window or the audience's. */
export function windowLink(
  { lesson, recording, step }: Player,
  role: Pick<QueryChanges, 'presenter' | 'present'>,
  language: LanguageId,
): string {
  const search = writeQuery('', {
    ...role,
    lang: language,
    hide: hiddenText(recording.hiding?.nodes ?? []),
  });
  return linkToShown(search, { lesson, recording, step }) ?? search;
}
