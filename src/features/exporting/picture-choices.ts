/** What pictures and films of a run have in common. */
import { type ThemeId, themes } from '../../url/link.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';

/** The theme that the page shows now: what one sees is what one gets, unless one asks for another. */
export function shownTheme(): ThemeId {
  return themes.find((each) => each === document.documentElement.dataset.theme) ?? 'light';
}

/** What a screen reader says of the picture. */
export function usePictureTitle(): string {
  const { lessonTitle } = useText();
  const imported = usePlayer((player) => player.recording.imported);
  const lesson = usePlayer((player) => player.lesson);
  return imported === null ? lessonTitle(lesson.id) : imported.title;
}
