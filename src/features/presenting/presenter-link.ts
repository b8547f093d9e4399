/** The address of the presenter's window: at the same position from its first moment, in the same language. */
import type { Player } from '../../player/player.ts';
import { hiddenText } from '../../url/hidden-nodes.ts';
import type { LanguageId } from '../../url/languages.ts';
import { writeQuery } from '../../url/query.ts';
import { linkToShown } from '../../url/shown-link.ts';

export function presenterLink(
  { lesson, recording, step }: Player,
  session: string,
  language: LanguageId,
): string {
  const search = writeQuery('', {
    presenter: session,
    lang: language,
    hide: hiddenText(recording.hiding?.nodes ?? []),
  });
  return linkToShown(search, { lesson, recording, step }) ?? search;
}
