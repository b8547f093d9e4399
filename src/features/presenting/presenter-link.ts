/** The address of the presenter's window: at the same position from its first moment, in the same language. */
import type { Player } from '../../player/player.ts';
import type { LanguageId } from '../../url/languages.ts';
import { linkTo } from '../../url/link-to.ts';
import { writeQuery } from '../../url/query.ts';

export function presenterLink(
  { lesson, recording, step }: Player,
  session: string,
  language: LanguageId,
): string {
  const search = writeQuery('', { presenter: session, lang: language });
  return recording.run === null ? search : linkTo(search, lesson, recording.run, step);
}
