/** The run as text of another diagram language: PlantUML or D2. */
import { useMemo, useRef, useState } from 'react';
import { toPlantUml } from '../../sequence/plantuml/to-plantuml.ts';
import { toD2 } from '../../sequence/to-d2.ts';
import { download } from '../../ui/download.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { usePictureTitle } from './picture-choices.ts';
import type { SlidesText } from './slides-text.ts';

const formats = {
  plantuml: { write: toPlantUml, file: 'statescope.puml' },
  d2: { write: toD2, file: 'statescope.d2' },
} as const;
type Format = keyof typeof formats;

export function PlantUmlExport() {
  return <TextFormat format="plantuml" />;
}

export function D2Export() {
  return <TextFormat format="d2" />;
}

function TextFormat({ format }: { readonly format: Format }) {
  const words = useLoaded(useText().loadSlidesText);
  return words !== null && <TextFormatChoices format={format} words={words} />;
}

interface TextFormatChoicesProps {
  readonly format: Format;
  readonly words: SlidesText;
}

function TextFormatChoices({ format, words }: TextFormatChoicesProps) {
  const { exporting, language } = useText();
  const diagram = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const title = usePictureTitle();
  const [isWhole, setIsWhole] = useState(true);
  const [captions, setCaptions] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { said, copy } = useCopy(exporting);
  const area = useRef<HTMLTextAreaElement>(null);
  const { write, file } = formats[format];
  const text = useMemo(
    () => write(diagram, { title, captions, ...(!isWhole && { upTo: step }) }),
    [write, diagram, title, captions, isWhole, step],
  );
  return (
    <>
      <p>{format === 'd2' ? words.d2Introduction : words.plantUmlIntroduction}</p>
      <div className={styles.choices}>
        <RadioGroup
          label={exporting.extent}
          look="pills"
          options={[
            { value: 'whole', label: exporting.whole },
            { value: 'up-to-step', label: exporting.upToStep(step + 1) },
          ]}
          value={isWhole ? 'whole' : 'up-to-step'}
          onChange={(value) => setIsWhole(value === 'whole')}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={captions} onChange={(event) => setCaptions(event.target.checked)} />
          {exporting.withCaptions}
        </label>
      </div>
      <textarea
        ref={area}
        className={styles.text}
        aria-label={format === 'd2' ? words.d2Text : words.plantUmlText}
        lang={language}
        rows={10}
        readOnly
        spellCheck={false}
        value={text}
      />
      <div className={styles.actions}>
        <button
          type="button"
          onClick={() => {
            setIsSaved(false);
            void copy(text, area.current);
          }}
        >
          {exporting.copyText}
        </button>
        <button
          type="button"
          onClick={() => {
            download(new Blob([text], { type: 'text/plain' }), file);
            setIsSaved(true);
          }}
        >
          {words.saveText}
        </button>
        <p role="status">{isSaved ? words.textSaved : said}</p>
      </div>
    </>
  );
}
