/** What the run is about: its modes or its fix, and the lesson's words. An imported diagram has its own bar. */
import { CompareSwitch } from '../features/compare/compare-switch.tsx';
import { TransitSwitch } from '../features/focusing/transit-switch.tsx';
import { ImportedBar } from '../features/importing/imported-bar.tsx';
import { LessonBar } from '../features/lessons/lesson-bar.tsx';
import { usePlayer } from '../features/player-context.ts';
import { PredictSwitch } from '../features/quiz/predict-switch.tsx';
import { DetailSwitch } from '../features/strategies/detail-switch.tsx';
import { Modes } from '../features/strategies/modes.tsx';
import { hasFix } from '../player/fix.ts';
import { deferred } from '../ui/deferred.tsx';

const IncidentBar = deferred(
  async () => (await import('../features/incidents/incident-bar.tsx')).IncidentBar,
);
const FoldButton = deferred(async () => (await import('../features/focusing/fold-button.tsx')).FoldButton);

export interface ModeBarProps {
  /** Called when a part can't be loaded, and nothing is shown in its place. */
  readonly onNotLoaded: () => void;
}

export function ModeBar({ onNotLoaded }: ModeBarProps) {
  const isIncident = usePlayer(({ lesson, recording }) => hasFix(lesson) && recording.run !== null);
  return (
    <>
      {isIncident ? (
        <IncidentBar>
          <CompareSwitch />
          <PredictSwitch onNotLoaded={onNotLoaded} />
          <DetailSwitch />
          <TransitSwitch />
        </IncidentBar>
      ) : (
        <Modes
          switches={
            <>
              <CompareSwitch />
              <PredictSwitch onNotLoaded={onNotLoaded} />
              <TransitSwitch />
            </>
          }
          lesson={<LessonBar />}
        />
      )}
      <ImportedBar>
        <TransitSwitch />
        <FoldButton />
      </ImportedBar>
    </>
  );
}
