/** The run from here to the end as a video or a GIF, in any size, speed and theme. */
import { useEffect, useState } from 'react';
import { type Speed, speeds } from '../../player/state.ts';
import { stopOfRow, stopsOf } from '../../sequence/walk-stops.ts';
import { download } from '../../ui/download.ts';
import { measurer } from '../../ui/measure-text.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { type ThemeId, themes } from '../../url/link.ts';
import { useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { type FilmHeight, type FilmKind, filmHeights, planFilm } from './film/film.ts';
import { durationMsOf, FILM_STEPS_MAX } from './film/timeline.ts';
import { encodableKinds, type VideoKind, videoKinds } from './film/video.ts';
import type { FilmText } from './film-text.ts';
import { shownTheme, usePictureTitle } from './picture-choices.ts';
import { type Making, useFilm } from './use-film.ts';

/** The largest size on offer. */
const ENCODED = { width: 1_920, height: 1_080 };
const BYTES_PER_MEGABYTE = 1_000_000;

export function FilmExport() {
  const { loadFilmWords } = useText();
  const words = useLoaded(loadFilmWords);
  const videos = useVideoKinds();
  return words !== null && <FilmChoices words={words} videos={videos} />;
}

/** The kinds of video that this browser can encode; null until it has answered. */
function useVideoKinds(): readonly VideoKind[] | null {
  const [videos, setVideos] = useState<readonly VideoKind[] | null>(null);
  useEffect(() => {
    encodableKinds(ENCODED).then(setVideos);
  }, []);
  return videos;
}

interface FilmChoicesProps {
  readonly words: FilmText;
  readonly videos: readonly VideoKind[] | null;
}

function FilmChoices({ words, videos }: FilmChoicesProps) {
  const { exporting, speedValue } = useText();
  const diagram = useShown(({ recording }) => recording.diagram);
  const step = useShown(({ recording, step: row }) => stopOfRow(recording.diagram, row));
  const all = stopsOf(diagram).length;
  const title = usePictureTitle();
  // The page itself makes GIFs, so they can be chosen before the browser has answered.
  const kinds: readonly FilmKind[] = [...(videos ?? []), 'gif'];
  const [chosen, setChosen] = useState<FilmKind | null>(null);
  const kind = chosen ?? kinds[0] ?? 'gif';
  const [heightPx, setHeightPx] = useState<FilmHeight>(720);
  const [speed, setSpeed] = useState<Speed>(1);
  const [theme, setTheme] = useState<ThemeId>(shownTheme);
  const { making, make, cancel } = useFilm();
  const timeline = planFilm(diagram, { kind, first: step, speed });
  const steps = Math.min(FILM_STEPS_MAX, all - step);
  const missing = videos === null ? [] : videoKinds.filter((each) => !videos.includes(each));
  const isUnderWay = making.kind === 'under-way';
  useEffect(() => {
    if (making.kind === 'made') download(making.film, `statescope.${kindOf(making.film)}`);
  }, [making]);
  return (
    <>
      <p>
        {words.length(steps, Math.round(durationMsOf(timeline) / 1_000))}
        {step + steps < all && ` ${words.isCut(FILM_STEPS_MAX)}`}
      </p>
      {videos === null && <p>{words.asking}</p>}
      {missing.length > 0 && (
        <p>{window.isSecureContext ? words.noEncoder(missing, kinds) : words.notSecure}</p>
      )}
      <fieldset className={styles.choices} disabled={isUnderWay}>
        <RadioGroup
          label={words.kind}
          look="pills"
          options={kinds.map((each) => ({
            value: each,
            label: each === 'webm' ? 'WebM' : each.toUpperCase(),
          }))}
          value={kind}
          onChange={setChosen}
        />
        <RadioGroup
          label={exporting.size}
          look="pills"
          options={filmHeights.map((each) => ({ value: String(each), label: `${each}p` }))}
          value={String(heightPx)}
          onChange={(value) => setHeightPx(Number(value) as FilmHeight)}
        />
        <RadioGroup
          label={words.speed}
          look="pills"
          options={speeds.map((each) => ({ value: String(each), label: speedValue(each) }))}
          value={String(speed)}
          onChange={(value) => setSpeed(Number(value) as Speed)}
        />
        <RadioGroup
          label={exporting.theme}
          look="pills"
          options={themes.map((each) => ({ value: each, label: exporting.themeNames[each] }))}
          value={theme}
          onChange={setTheme}
        />
      </fieldset>
      <div className={styles.actions}>
        {isUnderWay ? (
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        ) : (
          <button
            type="button"
            onClick={() => {
              setChosen(kind);
              make({ kind, timeline, diagram, theme, title, heightPx, measurer });
            }}
          >
            {words.make}
          </button>
        )}
        {isUnderWay && <progress aria-label={words.making} value={making.done} />}
        <p role="status">{sayMaking(making, words)}</p>
      </div>
    </>
  );
}

function kindOf({ type }: Blob): FilmKind {
  return type === 'image/gif' ? 'gif' : type === 'video/webm' ? 'webm' : 'mp4';
}

function sayMaking(making: Making, words: FilmText): string {
  switch (making.kind) {
    case 'idle':
      return '';
    case 'under-way':
      return making.secondsLeft === null ? '' : words.timeLeft(making.secondsLeft);
    case 'made':
      return words.saved(kindOf(making.film), making.film.size / BYTES_PER_MEGABYTE);
    case 'cancelled':
      return words.cancelled;
    case 'failed':
      return words.failed;
    default:
      throw new Error(`Unknown ${making satisfies never}`);
  }
}
