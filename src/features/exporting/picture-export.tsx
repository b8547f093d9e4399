/** The run as a picture: this step or all of it, as SVG or PNG, in any theme. */
import { useEffect, useState } from 'react';
import { download } from '../../ui/download.ts';
import { measurer } from '../../ui/measure-text.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { type ThemeId, themes } from '../../url/link.ts';
import { useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { fitsCanvas, type PictureScale, pictureScales, pngOf, takePicture } from './picture.ts';
import { shownTheme, usePictureTitle } from './picture-choices.ts';
import type { LetteredPicture } from './svg-image.ts';

const kinds = ['svg', 'png'] as const;
const extents = ['view', 'whole'] as const;

export function PictureExport() {
  const { exporting } = useText();
  const [extent, setExtent] = useState<(typeof extents)[number]>('view');
  const [kind, setKind] = useState<(typeof kinds)[number]>('svg');
  const [scale, setScale] = useState<PictureScale>(2);
  const [theme, setTheme] = useState(shownTheme);
  const [said, setSaid] = useState('');
  const { picture, hasFailed } = usePicture(extent, theme);
  const isTooLarge = kind === 'png' && picture !== null && !fitsCanvas(picture, scale);
  const save = async () => {
    if (picture === null) return;
    try {
      const svg = () => new Blob([picture.svg], { type: 'image/svg+xml' });
      download(kind === 'svg' ? svg() : await pngOf(picture, scale), `statescope.${kind}`);
      setSaid(exporting.saved);
    } catch {
      setSaid(exporting.pictureFailed);
    }
  };
  return (
    <section className={styles.part} aria-labelledby="export-picture">
      <h3 id="export-picture">{exporting.picture}</h3>
      <div className={styles.choices}>
        <RadioGroup
          label={exporting.extent}
          look="pills"
          options={extents.map((each) => ({ value: each, label: exporting.pictureExtents[each] }))}
          value={extent}
          onChange={setExtent}
        />
        <RadioGroup
          label={exporting.theme}
          look="pills"
          options={themes.map((each) => ({ value: each, label: exporting.themeNames[each] }))}
          value={theme}
          onChange={setTheme}
        />
        <RadioGroup
          label={exporting.fileKind}
          look="pills"
          options={kinds.map((each) => ({ value: each, label: each.toUpperCase() }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'png' && (
          <RadioGroup
            label={exporting.size}
            look="pills"
            options={pictureScales.map((each) => ({ value: String(each), label: `${each}×` }))}
            value={String(scale)}
            onChange={(value) => setScale(Number(value) as PictureScale)}
          />
        )}
      </div>
      <Preview picture={picture} alt={exporting.preview} />
      <div className={styles.actions}>
        <button
          type="button"
          aria-disabled={picture === null || isTooLarge}
          onClick={() => !isTooLarge && save()}
        >
          {exporting.save}
        </button>
        <p role="status">
          {hasFailed ? exporting.pictureFailed : isTooLarge ? exporting.tooLargeForPng : said}
        </p>
      </div>
    </section>
  );
}

function usePicture(extent: 'view' | 'whole', theme: ThemeId) {
  const diagram = useShown(({ recording }) => recording.diagram);
  const title = usePictureTitle();
  const step = useShown((shown) => shown.step);
  const [state, setState] = useState<{ picture: LetteredPicture | null; hasFailed: boolean }>({
    picture: null,
    hasFailed: false,
  });
  useEffect(() => {
    let isWanted = true;
    takePicture({ diagram, step, extent, theme, title, measurer }).then(
      (picture) => isWanted && setState({ picture, hasFailed: false }),
      () => isWanted && setState({ picture: null, hasFailed: true }),
    );
    return () => {
      isWanted = false;
    };
  }, [diagram, step, extent, theme, title]);
  return state;
}

function Preview({ picture, alt }: { readonly picture: LetteredPicture | null; readonly alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (picture === null) return;
    const made = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return <div className={styles.preview}>{url !== undefined && <img src={url} alt={alt} />}</div>;
}
