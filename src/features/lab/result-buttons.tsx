/** Takes the results elsewhere: as a table, as a picture, as a file of all runs, as a link. And opens such a file. */
import { Download, Link } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { csvLines } from '../../lab/csv.ts';
import { fileLines } from '../../lab/lines-of-file.ts';
import type { Results } from '../../lab/results.ts';
import { Button } from '../../ui/button/button.tsx';
import { download } from '../../ui/download.ts';
import { useText } from '../text-context.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './numbers.module.css';
import { OpenRuns, type OpenRunsProps } from './open-runs.tsx';
import type { PlotData } from './plot-data.ts';
import { pngOf, svgOf } from './save-picture.ts';

interface ResultButtonsProps {
  readonly text: LabText;
  readonly opening: Omit<OpenRunsProps, 'text'>;
  readonly results: Results;
  readonly data: PlotData;
  readonly pictures: RefObject<readonly SVGSVGElement[]>;
}

export function ResultButtons({ text, opening, results, data, pictures }: ResultButtonsProps) {
  const view = useText();
  const [said, say] = useState('');
  const picture = () =>
    svgOf(pictures.current, {
      title: text.measures[data.measure],
      subtitle: results.study.axes.length > 1 ? text.heatOf(data.runs) : text.bandOf(data.runs, false),
      names: data.series.map(({ strategy }) => view.variants[strategy]),
    });
  const save = async (name: string, make: () => Blob | Promise<Blob>) => {
    try {
      download(await make(), name);
      say('');
    } catch {
      // It's too large, or the browser can't draw it.
      say(text.notSaved);
    }
  };
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(text.copied);
    } catch {
      say(text.notCopied);
    }
  };
  return (
    <div className={styles.buttons}>
      <span role="status" className={parts.secondary}>
        {said}
      </span>
      <SaveButton
        label={text.csv}
        onPress={() =>
          save('statescope-lab.csv', () => new Blob([...csvLines(results)], { type: 'text/csv' }))
        }
      />
      <SaveButton
        label={text.svg}
        onPress={() => save('statescope-lab.svg', () => new Blob([picture()], { type: 'image/svg+xml' }))}
      />
      <SaveButton label={text.png} onPress={() => save('statescope-lab.png', () => pngOf(picture()))} />
      <SaveButton
        label={text.saveRuns}
        onPress={() =>
          save(
            'statescope-lab.ndjson',
            () => new Blob([...fileLines(results)], { type: 'application/x-ndjson' }),
          )
        }
      />
      <OpenRuns text={text} {...opening} />
      <Button onClick={() => void copyLink()}>
        <Link aria-hidden="true" />
        {text.copyLink}
      </Button>
    </div>
  );
}

function SaveButton({ label, onPress }: { readonly label: string; readonly onPress: () => Promise<void> }) {
  return (
    <Button onClick={() => void onPress()}>
      <Download aria-hidden="true" />
      {label}
    </Button>
  );
}
