/** A thumbnail of the lesson's end, made from its own run: the nodes, their memories, and the last messages. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessonEnd } from '../../player/lesson-end.ts';
import type { Head, SequenceDiagram } from '../../sequence/model.ts';
import type { Phrasebook } from '../../sequence/phrasebook.ts';
import { usePlayer } from '../player-context.ts';
import styles from './lesson-picture.module.css';

const WIDTH = 320;
const HEIGHT = 148;
const HEAD_HEIGHT = 44;
/** Only the last rows are visible. */
const ROWS = 5;
const ROW_HEIGHT = (HEIGHT - HEAD_HEIGHT - 10) / ROWS;

export function LessonPicture({ lesson }: { readonly lesson: Lesson }) {
  const phrasebook = usePlayer((player) => player.phrasebook);
  const [isWanted, setIsWanted] = useState(false);
  // The page renders first. Each picture simulates a run, at low priority.
  useEffect(() => startTransition(() => setIsWanted(true)), []);
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {isWanted && <Drawn lesson={lesson} phrasebook={phrasebook} />}
    </svg>
  );
}

interface DrawnProps {
  readonly lesson: Lesson;
  readonly phrasebook: Phrasebook;
}

function Drawn({ lesson, phrasebook }: DrawnProps) {
  const { diagram, step } = useMemo(() => lessonEnd(lesson, phrasebook), [lesson, phrasebook]);
  const heads = diagram.headsAt(step);
  const columnWidth = WIDTH / heads.length;
  const centreOf = (id: string) =>
    (heads.findIndex(({ participant }) => participant.id === id) + 0.5) * columnWidth;
  const first = Math.max(0, step + 1 - ROWS);
  return (
    <>
      {heads.map(({ participant, isUp }) => (
        <path
          key={participant.id}
          className={styles.lifeline}
          data-lifeline={participant.id}
          data-down={!isUp}
          d={`M${centreOf(participant.id)} ${HEAD_HEIGHT}V${HEIGHT}`}
        />
      ))}
      {diagram.steps.slice(first, step + 1).map(({ key }, index) => (
        <Row
          key={key}
          diagram={diagram}
          step={first + index}
          y={HEAD_HEIGHT + 14 + index * ROW_HEIGHT}
          centreOf={centreOf}
        />
      ))}
      {heads.map((head) => (
        <HeadBox
          key={head.participant.id}
          head={head}
          centre={centreOf(head.participant.id)}
          width={columnWidth - 6}
        />
      ))}
    </>
  );
}

interface RowProps {
  readonly diagram: SequenceDiagram;
  readonly step: number;
  readonly y: number;
  readonly centreOf: (participant: string) => number;
}

function Row({ diagram, step, y, centreOf }: RowProps) {
  const row = diagram.steps[step]?.row;
  if (row?.kind === 'band') {
    return (
      <>
        <rect
          className={styles.band}
          data-tone={row.tone}
          y={y - ROW_HEIGHT / 2}
          width={WIDTH}
          height={ROW_HEIGHT - 3}
        />
        <circle
          className={styles.event}
          data-tone={row.tone}
          cx={centreOf(row.participant)}
          cy={y - 1.5}
          r="5"
        />
      </>
    );
  }
  if (row?.kind !== 'message') return null;
  const [from, to] = [centreOf(row.from), centreOf(row.to)];
  const way = Math.sign(to - from);
  const end = row.arrives ? to - way * 3 : (from + to) / 2;
  return (
    <g className={styles.arrow} data-arrow data-tone={row.tone} data-line={row.line}>
      <path className={styles.shaft} d={`M${from + way * 3} ${y}H${end}`} />
      {row.arrives ? (
        <path className={styles.point} d={`M${end} ${y}l${-way * 6} -4v8z`} />
      ) : (
        <path className={styles.shaft} d={`M${end - 4} ${y - 4}l8 8m0 -8l-8 8`} />
      )}
    </g>
  );
}

interface HeadBoxProps {
  readonly head: Head;
  readonly centre: number;
  readonly width: number;
}

const CHIPS_MAX = 3;
const CHIP_HEIGHT = 7;

function HeadBox({ head: { isUp, chips, activity }, centre, width }: HeadBoxProps) {
  const left = centre - width / 2;
  return (
    <>
      <rect
        className={styles.head}
        data-down={!isUp}
        data-active={activity !== 'idle'}
        x={left}
        y="3"
        width={width}
        height={HEAD_HEIGHT - 6}
        rx="6"
      />
      {chips.slice(0, CHIPS_MAX).map(({ id, kind }, index) => (
        <rect
          key={id}
          className={styles.chip}
          data-kind={kind}
          x={left + 6}
          y={9 + index * (CHIP_HEIGHT + 3)}
          width={width - 12}
          height={CHIP_HEIGHT}
          rx="2.5"
        />
      ))}
    </>
  );
}
