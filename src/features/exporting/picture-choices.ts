/** Choices that pictures and films of a run share. */
import { type ThemeId, themes } from '../../url/link.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';

/** The page's present theme, which is the default of exports. */
export function shownTheme(): ThemeId {
  return themes.find((each) => each === document.documentElement.dataset.theme) ?? 'light';
}

/** Accessible name of the picture. */
export function usePictureTitle(): string {
  const { lessonTitle } = useText();
  const imported = usePlayer((player) => player.recording.imported);
  const lesson = usePlayer((player) => player.lesson);
  return imported === null ? lessonTitle(lesson.id) : imported.title;
}
