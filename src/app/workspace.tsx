/** The working part of the page: modes, stage, side column, caption and playback controls. */
import { type ReactNode, useEffect, useState } from 'react';
import { OperateButtons } from '../features/operations/operate-buttons.tsx';
import { Playback } from '../features/playback/playback.tsx';
import { useIsStepDeferred, usePlayer } from '../features/player-context.ts';
import { Stage } from '../features/stage/stage.tsx';
import { StepList } from '../features/steps/step-list.tsx';
import { useStageText } from '../features/text-context.ts';
import { usePhrasebookIsFetched, WithPhrasebook } from '../features/with-phrasebook.tsx';
import { isAtTheEnd } from '../player/prediction.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { FaultBoundary, Panel } from '../ui/panel/panel.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { useIsFetched, useLoaded } from '../ui/use-loaded.ts';
import { CaptionOrQuestion } from './caption-or-question.tsx';
import { EarlyModeBar } from './early-mode-bar.tsx';
import { PHONE } from './first-paint/phone.ts';
import { HIGH_INCIDENT, WIDE_INCIDENT } from './incident-media.ts';
import { around } from './load-around.tsx';
import { useMediaQuery } from './use-media-query.ts';
import styles from './workspace.module.css';

/** Views of a narrow screen, one at a time below the heads. A wide screen shows all of them. */
const narrowViews = ['steps', 'diagram', 'details', 'build'] as const;
type NarrowView = (typeof narrowViews)[number];

const loadSide = afterPaint(() => import('./side.tsx'));
const Branches = around((parts) => parts.Branches);
const ComparedStages = around((parts) => parts.ComparedStages);
const EndSuggestions = around((parts) => parts.EndSuggestions);
const IncidentCause = around((parts) => parts.IncidentCause);
const IncidentStory = around((parts) => parts.IncidentStory);
const InspectorDialog = around((parts) => parts.InspectorDialog);
const OtherBranches = around((parts) => parts.OtherBranches);
const PartNote = around((parts) => parts.PartNote);

interface WorkspaceProps {
  readonly notice: ReactNode;
  /** Beside the caption: while presenting, or inside another page. */
  readonly tools: ReactNode;
  /** Inside another page there's room for the diagram alone. */
  readonly isEmbedded: boolean;
  /** Whether there's a column beside the stage. */
  readonly hasSide: boolean;
  /** Called when a part can't be loaded, and nothing is shown in its place. */
  readonly onNotLoaded: () => void;
}

export function Workspace({ notice, tools, isEmbedded, hasSide, onNotLoaded }: WorkspaceProps) {
  const text = useStageText();
  const isCompared = usePlayer((player) => player.comparison !== null);
  const isEnd = usePlayer(isAtTheEnd);
  const isSandbox = usePlayer(
    ({ lesson, recording }) => lesson.panel === 'builder' && recording.run !== null,
  );
  const [chosen, setView] = useState<NarrowView | null>(null);
  const isIncident = usePlayer(
    ({ lesson, recording }) => lesson.fixed !== undefined && recording.run !== null,
  );
  const isPhone = useMediaQuery(PHONE);
  const hasStoryBeside = useMediaQuery(WIDE_INCIDENT) && isIncident && hasSide;
  const hasCauseBelow = useMediaQuery(HIGH_INCIDENT) && hasStoryBeside;
  const usual = isPhone ? 'steps' : 'diagram';
  const view = chosen === null || (chosen === 'build' && !isSandbox) ? usual : chosen;
  const views = narrowViews.filter((each) => each !== 'build' || isSandbox);
  const isLooking = usePlayer((player) => player.selection !== null);
  // The inspector is part of the details.
  useEffect(() => {
    if (isLooking) setView('details');
  }, [isLooking]);
  return (
    <main
      className={styles.workspace}
      data-view={isEmbedded ? 'diagram' : view}
      data-compare={isCompared}
      data-story={hasStoryBeside}
    >
      {isEmbedded && <h1 className="visually-hidden">Statescope</h1>}
      <div className={styles.notices}>{notice}</div>
      <div className={styles.modes} data-modes>
        <FaultBoundary name={text.state}>
          <EarlyModeBar onNotLoaded={onNotLoaded} />
        </FaultBoundary>
      </div>
      {isCompared ? (
        <FaultBoundary name={text.compare}>
          <ComparedStages />
        </FaultBoundary>
      ) : (
        <>
          <div className={styles.views}>
            <RadioGroup
              label={text.view}
              look="pills"
              options={views.map((each) => ({ value: each, label: text[each] }))}
              value={view}
              onChange={setView}
            />
            <OperateButtons isShort />
          </div>
          <div className={styles.middle}>
            {hasStoryBeside && (
              <FaultBoundary name={text.lesson}>
                <IncidentStory hasCause={!hasCauseBelow} />
              </FaultBoundary>
            )}
            <div className={styles.stage}>
              <FaultBoundary name={text.diagram}>
                <Stage />
              </FaultBoundary>
            </div>
            <Side />
          </div>
        </>
      )}
      {isLooking && (isCompared || !hasSide) && (
        <FaultBoundary name={text.details}>
          <WithPhrasebook name={text.details}>
            <InspectorDialog />
          </WithPhrasebook>
        </FaultBoundary>
      )}
      <div className={styles.foot} data-foot>
        <FaultBoundary name={text.diagram}>
          <PartNote />
        </FaultBoundary>
        <div className={styles.captionRow}>
          <FaultBoundary name={text.step}>
            {/* While presenting or inside another page, Tab skips the terms. */}
            <CaptionOrQuestion termsAreTabbed={!tools} />
          </FaultBoundary>
          {tools}
        </div>
        {isEnd && (
          <FaultBoundary name={text.whatNext}>
            <WithPhrasebook name={text.whatNext}>
              <EndSuggestions />
            </WithPhrasebook>
          </FaultBoundary>
        )}
        <FaultBoundary name={text.playback}>
          <Playback otherBranches={<OtherBranches />}>
            <Branches />
            <OperateButtons />
          </Playback>
        </FaultBoundary>
        {hasCauseBelow && !isCompared && (
          <FaultBoundary name={text.lesson}>
            <IncidentCause />
          </FaultBoundary>
        )}
      </div>
    </main>
  );
}

/** The list renders with the stage, because a phone shows it first. The rest follows a moment later, all at once. */
function Side() {
  const text = useStageText();
  const isFetched = useIsFetched(loadSide);
  const phrasebookIsFetched = usePhrasebookIsFetched();
  return (
    <SideFrame isWhole={isFetched && phrasebookIsFetched}>
      <FaultBoundary name={text.details}>
        <Fetched part="AboveSteps" name={text.details} />
      </FaultBoundary>
      <Panel title={text.steps} className={styles.steps}>
        <StepList />
      </Panel>
      <FaultBoundary name={text.trends}>
        <Fetched part="BelowSteps" name={text.trends} />
      </FaultBoundary>
    </SideFrame>
  );
}

interface SideFrameProps {
  readonly isWhole: boolean;
  readonly children: ReactNode;
}

/** Says while its panels still show the step before: they're rendered after the stage. */
function SideFrame({ isWhole, children }: SideFrameProps) {
  const isBehind = useIsStepDeferred();
  return (
    <div className={styles.side} data-whole={isWhole} aria-busy={isBehind || !isWhole}>
      {children}
    </div>
  );
}

interface FetchedProps {
  readonly part: 'AboveSteps' | 'BelowSteps';
  readonly name: string;
}

function Fetched({ part, name }: FetchedProps) {
  const Part = useLoaded(loadSide)?.[part];
  if (Part === undefined) return null;
  return (
    <WithPhrasebook name={name}>
      <Part />
    </WithPhrasebook>
  );
}
