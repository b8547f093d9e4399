/** The run or the diagram as a PowerPoint file: a slide each step, request or scene. */
import { useEffect, useState } from 'react';
import { download } from '../../ui/download.ts';
import { measurer } from '../../ui/measure-text.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { type ThemeId, themes } from '../../url/link.ts';
import { usePlayer, useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { paletteOf } from './picture.ts';
import { usePictureTitle } from './picture-choices.ts';
import { SLIDES_ASKED, type SlideExtent, slideCounts, slideExtents } from './slides/plan-slides.ts';
import type { SlidesText } from './slides-text.ts';
import { type SlidesMaking, useSlides } from './use-slides.ts';

const BYTES_PER_MEGABYTE = 1_000_000;

export function SlidesExport() {
  const words = useLoaded(useText().loadSlidesText);
  return words !== null && <SlideChoices words={words} />;
}

function SlideChoices({ words }: { readonly words: SlidesText }) {
  const { exporting, loadLessonWords } = useText();
  const recording = useShown(({ recording }) => recording);
  const lesson = usePlayer((player) => (player.recording.imported === null ? player.lesson : null));
  const phrasebook = usePlayer((player) => player.phrasebook);
  const lessonWords = useLoaded(loadLessonWords);
  const title = usePictureTitle();
  const [extent, setExtent] = useState<SlideExtent>('steps');
  // Slides are printed and projected, so dark ones are asked for.
  const [theme, setTheme] = useState<ThemeId>('light');
  const [isAsking, setIsAsking] = useState(false);
  const { making, make, cancel } = useSlides();
  const counts = slideCounts(recording.diagram, lesson);
  const count = counts[extent];
  useEffect(() => {
    if (making.kind === 'made') download(making.file, 'statescope.pptx');
  }, [making]);
  const start = () => {
    setIsAsking(false);
    const ofLesson = lesson === null ? null : (lessonWords?.[lesson.id] ?? null);
    void make({
      ...{ recording, lesson, words: ofLesson, extent, phrasebook, title },
      ...{ palette: paletteOf(theme), measureText: measurer() },
    });
  };
  const isMaking = making.kind === 'making';
  return (
    <>
      <p>{words.introduction}</p>
      <fieldset className={styles.choices} disabled={isMaking}>
        <RadioGroup
          label={words.extent}
          look="pills"
          options={slideExtents
            .filter((each) => counts[each] > 0)
            .map((each) => ({ value: each, label: `${words.extents[each]} (${words.count(counts[each])})` }))}
          value={extent}
          onChange={(value) => {
            setExtent(value);
            setIsAsking(false);
          }}
        />
        <RadioGroup
          label={exporting.theme}
          look="pills"
          options={themes.map((each) => ({ value: each, label: exporting.themeNames[each] }))}
          value={theme}
          onChange={setTheme}
        />
      </fieldset>
      {isAsking && (
        <p className={styles.warning} role="alert">
          {words.isLong(count)}
        </p>
      )}
      <div className={styles.actions}>
        {isMaking ? (
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        ) : (
          <button
            type="button"
            onClick={() => (count > SLIDES_ASKED && !isAsking ? setIsAsking(true) : start())}
          >
            {isAsking ? words.makeAnyway(count) : words.make}
          </button>
        )}
        {isMaking && <progress aria-label={words.making} value={making.done} />}
        <p role="status">{sayMaking(making, words)}</p>
      </div>
    </>
  );
}

function sayMaking(making: SlidesMaking, words: SlidesText): string {
  switch (making.kind) {
    case 'idle':
    case 'making':
      return '';
    case 'made':
      return words.saved(making.file.size / BYTES_PER_MEGABYTE);
    case 'cancelled':
      return words.cancelled;
    case 'failed':
      return words.failed;
    default:
      throw new Error(`Unknown ${making satisfies never}`);
  }
}
