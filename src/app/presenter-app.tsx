/** The presenter's window: a player of its own that shows the audience's step, and its words. */

import { useEffect, useState, useSyncExternalStore } from 'react';
import { CompareSwitch } from '../features/compare/compare-switch.tsx';
import { FoldButton } from '../features/focusing/fold-button.tsx';
import { ViewNote } from '../features/focusing/view-note.tsx';
import { BranchChoices } from '../features/importing/branch-choices.tsx';
import { typedNumbers } from '../features/keyboard/typed-number.ts';
import { useKeys } from '../features/keyboard/use-keys.ts';
import { OperateProvider, type OperateTarget } from '../features/operate-context.ts';
import { OperateButtons } from '../features/operations/operate-buttons.tsx';
import { OtherBranches } from '../features/playback/other-branches.tsx';
import { Playback } from '../features/playback/playback.tsx';
import { PlayerProvider, usePlayer } from '../features/player-context.ts';
import type { BlankScreen } from '../features/presenting/player-session.ts';
import type { ConnectionState } from '../features/presenting/presenter/connection.tsx';
import { Presenter } from '../features/presenting/presenter/presenter.tsx';
import { windowLink } from '../features/presenting/window-link.ts';
import { AskedQuestion, AskedStatus, useIsAsked } from '../features/quiz/asked.tsx';
import { PredictSwitch } from '../features/quiz/predict-switch.tsx';
import { togglePredicting } from '../features/quiz/predicting.ts';
import { Caption, StepStatus } from '../features/stage/caption.tsx';
import { TextProvider, useText } from '../features/text-context.ts';
import type { ViewText } from '../features/view-text.ts';
import type { PlayerStore } from '../player/player.ts';
import { MovingProvider } from '../ui/motion/motion-context.ts';
import { FaultBoundary } from '../ui/panel/panel.tsx';
import { randomId } from '../ui/random-id.ts';
import type { LanguageId } from '../url/languages.ts';
import { setQuery } from './address.ts';
import { createBlankScreen } from './blank-screen.ts';
import { CaptionPhrase } from './caption-phrase.tsx';
import { NodeMenu } from './node-menu.tsx';
import { Parts, useReload } from './parts.tsx';
import { characterKeysAreOn } from './preferences.ts';
import { ReloadNotice } from './reload-notice.tsx';
import { rememberSessionName } from './session-name.ts';
import { showLanguage } from './show-language.ts';
import { syncWindows } from './sync-windows.ts';
import { useClock } from './use-clock.ts';
import { useFocusReturn } from './use-focus-return.ts';

interface PresenterAppProps {
  readonly player: PlayerStore;
  readonly viewText: ViewText;
  /** Names the session; empty for a window that wasn't opened from another one. */
  readonly session: string;
}

export function PresenterApp({ player, viewText, session }: PresenterAppProps) {
  useEffect(() => {
    showLanguage(viewText.language);
  }, [viewText]);
  return (
    <MovingProvider value={null}>
      <PlayerProvider value={player}>
        <TextProvider stageText={viewText} viewText={viewText}>
          {/* The audience's page announces what is waiting; this one only says that its own parts are gone. */}
          <Parts isKept={false}>
            <FaultBoundary name="Statescope">
              <PresenterPage player={player} session={session} language={viewText.language} />
            </FaultBoundary>
          </Parts>
        </TextProvider>
      </PlayerProvider>
    </MovingProvider>
  );
}

interface PresenterPageProps {
  readonly player: PlayerStore;
  readonly session: string;
  readonly language: LanguageId;
}

function PresenterPage({ player, session, language }: PresenterPageProps) {
  const [blank] = useState(createBlankScreen);
  const [menu, openMenu] = useState<OperateTarget | null>(null);
  const isBlank = useSyncExternalStore(blank.subscribe, blank.isBlank);
  const connection = useConnection(player, blank, session, language);
  const clock = useClock(language);
  const text = useText();
  const isAsked = useIsAsked();
  const isRun = usePlayer(({ recording }) => recording.run !== null);
  const reload = useReload();
  useKeys({
    characterKeysOn: characterKeysAreOn(),
    typedNumbers: () => typedNumbers,
    // Other page actions concern the audience's page only.
    onPageAction: (action) => {
      if (action === 'blank') blank.setBlank(!blank.isBlank());
      if (action === 'operate') openMenu({ node: null, at: null });
      if (action === 'predict') void togglePredicting(player, text);
    },
  });
  useFocusReturn();
  useEffect(() => {
    // This window has no stage to animate.
    player.getState().dispatch({ kind: 'allow-motion', allowed: false });
  }, [player]);
  return (
    <OperateProvider value={openMenu}>
      <Presenter
        clock={clock}
        connection={connection}
        isBlank={isBlank}
        onBlank={blank.setBlank}
        caption={
          <>
            <Caption renderPhrase={(phrase) => <CaptionPhrase phrase={phrase} isTabbed />} />
            <StepStatus question={isAsked ? <AskedStatus /> : null} />
          </>
        }
        question={isAsked ? <AskedQuestion /> : null}
        switches={
          <>
            {isRun && <CompareSwitch />}
            {isRun && <PredictSwitch onNotLoaded={() => {}} />}
            {!isRun && (
              <>
                <BranchChoices />
                <FoldButton />
              </>
            )}
            <ViewNote />
          </>
        }
        playback={<Playback otherBranches={<OtherBranches />}>{isRun && <OperateButtons />}</Playback>}
      />
      {reload !== null && <ReloadNotice {...reload} />}
      <FaultBoundary name={text.operate}>
        {menu !== null && <NodeMenu place={menu} onClose={() => openMenu(null)} />}
      </FaultBoundary>
    </OperateProvider>
  );
}

/** Longer than any other window takes to answer. */
const ANSWER_MS = 1_000;

function useConnection(
  player: PlayerStore,
  blank: BlankScreen,
  opened: string,
  language: LanguageId,
): ConnectionState {
  const [session] = useState(() => opened || randomId());
  const [others, setOthers] = useState<number | null>(null);
  const [isOtherVersion, setIsOtherVersion] = useState(false);
  const [isLinked, setIsLinked] = useState(true);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    setQuery({ presenter: session });
    // For windows that are opened from here.
    rememberSessionName(session);
    const timer = setTimeout(() => setOthers((count) => count ?? 0), ANSWER_MS);
    const leave = syncWindows({
      session,
      player,
      blank,
      onLinked: setIsLinked,
      onOthers: (count) => {
        setOthers(count);
        setIsOtherVersion(false);
      },
      onOtherVersion: () => setIsOtherVersion(true),
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [session, player, blank]);
  const openAudience = () => {
    const link = windowLink(player.getState(), { present: true }, language);
    setIsRefused(window.open(link, `statescope audience ${session}`) === null);
  };
  return { others, isOtherVersion, isLinked, isRefused, openAudience };
}
