/** The run as text of another diagram language: PlantUML or D2. */
import { useMemo, useRef, useState } from 'react';
import { toPlantUml } from '../../sequence/plantuml/to-plantuml.ts';
import { toD2 } from '../../sequence/to-d2.ts';
import { download } from '../../ui/download.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { usePictureTitle } from './picture-choices.ts';
import type { SlidesText } from './slides-text.ts';
import { useTextChoices } from './use-text-choices.tsx';

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
  const { diagram, options, fields } = useTextChoices();
  const title = usePictureTitle();
  const [isSaved, setIsSaved] = useState(false);
  const { said, copy } = useCopy(exporting);
  const area = useRef<HTMLTextAreaElement>(null);
  const { write, file } = formats[format];
  const text = useMemo(() => write(diagram, { title, ...options }), [write, diagram, title, options]);
  return (
    <>
      <p>{format === 'd2' ? words.d2Introduction : words.plantUmlIntroduction}</p>
      {fields}
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
