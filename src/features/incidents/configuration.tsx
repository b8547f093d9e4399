/** The configuration on one side of the fix, with the line that decides marked; and the difference between both sides. */
import { Fragment, type ReactNode } from 'react';
import type { Configuration, ConfigurationLine } from '../../incidents/incident.ts';
import type { FixSide } from '../../player/fix.ts';
import styles from './configuration.module.css';
import type { IncidentText } from './incident-text.ts';

interface ConfigurationViewProps {
  readonly configuration: Configuration;
  readonly side: FixSide;
  readonly text: IncidentText;
}

export function ConfigurationView({ configuration: { file, lines }, side, text }: ConfigurationViewProps) {
  return (
    <figure className={styles.configuration}>
      <figcaption>{file}</figcaption>
      {/* A long line scrolls inside, so it's reached by the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need focus. */}
      <pre tabIndex={0}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move.
          <Line key={index} line={line} side={side} text={text} />
        ))}
      </pre>
    </figure>
  );
}

interface LineProps {
  readonly line: ConfigurationLine;
  readonly side: FixSide;
  readonly text: IncidentText;
}

function Line({ line, side, text }: LineProps) {
  if (typeof line === 'string') return <code>{line}</code>;
  const shown = 'marked' in line ? line.marked : line[side];
  if (shown === null) return null;
  return (
    <code>
      <mark title={text.decides}>{shown}</mark>
    </code>
  );
}

interface DifferenceProps {
  readonly configuration: Configuration;
  readonly side: FixSide;
  readonly text: IncidentText;
}

/** The lines that the switch changes. Those of the shown side stand out. */
export function Difference({ configuration: { lines }, side, text }: DifferenceProps) {
  const changed = lines.flatMap((line) => (typeof line === 'string' || 'marked' in line ? [] : [line]));
  const removed = changed.flatMap(({ before }) => before ?? []);
  const added = changed.flatMap(({ after }) => after ?? []);
  return (
    <div className={styles.difference}>
      {removed.length > 0 && (
        <del data-shown={side === 'before'}>
          <span className="visually-hidden">{text.removed}: </span>
          {removed.map((line) => (
            <code key={line}>
              <span aria-hidden="true">−</span>
              <span>{breakable(line)}</span>
            </code>
          ))}
        </del>
      )}
      {added.length > 0 && (
        <ins data-shown={side === 'after'}>
          <span className="visually-hidden">{text.added}: </span>
          {added.map((line) => (
            <code key={line}>
              <span aria-hidden="true">+</span>
              <span>{breakable(line)}</span>
            </code>
          ))}
        </ins>
      )}
    </div>
  );
}

/** A long name breaks after its dots and underscores, rather than anywhere. */
function breakable(line: string): ReactNode {
  return line.split(/(?<=[._/])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
