/**
 * The page as it opens, as HTML: what a reader sees until the script has loaded. It's rendered at build time by the views
 * themselves, once for each language. The diagram below the heads is missing, because it needs the stage's size.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import { firstLesson } from '../../lessons/first-lesson.ts';
import { loadStageText } from '../../locales/languages.ts';
import { createPlayer } from '../../player/player.ts';
import { preload } from '../../ui/use-loaded.ts';
import type { ShippedLanguageId } from '../../url/languages.ts';
import { linkOf } from '../../url/link-of.ts';
import { parseQuery } from '../../url/query.ts';
import { App } from '../app.tsx';
import { createAroundLoader } from '../load-around.tsx';
import { loadOpeningDiagram, openOpeningRun } from '../opening-run.ts';

export async function openingMarkup(id: ShippedLanguageId): Promise<string> {
  const [stageText, diagram] = await Promise.all([loadStageText(id), loadOpeningDiagram(id)]);
  if (diagram === null) throw new Error(`There is no opening diagram for ${id}.`);
  const loadAround = createAroundLoader(id, true);
  await preload(loadAround);
  const link = linkOf(parseQuery(''), firstLesson);
  const { state, problems } = openOpeningRun(link, diagram);
  const player = createPlayer(state, (before) => before);
  return renderToStaticMarkup(
    <App
      player={player}
      whenDropped={() => () => {}}
      loadPhrasebook={() => Promise.resolve()}
      stageText={stageText}
      loadAround={loadAround}
      link={link}
      problems={problems}
    />,
  );
}
