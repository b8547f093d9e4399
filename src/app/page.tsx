/** Page-level state: theme, keys, help, sound, presenting; and the views that depend on it. */
import { useEffect, useState } from 'react';
import { GuideProvider } from '../features/guide-context.ts';
import { Help, preloadHelp } from '../features/keyboard/help.tsx';
import type { PageAction } from '../features/keyboard/key-table.ts';
import { useKeys } from '../features/keyboard/use-keys.ts';
import { FindLossProvider, OperateProvider, type OperateTarget } from '../features/operate-context.ts';
import { usePlayer } from '../features/player-context.ts';
import { ProgressProvider } from '../features/progress-context.ts';
import { togglePredicting } from '../features/quiz/predicting.ts';
import { useStageText, WithViewText } from '../features/text-context.ts';
import { WithPhrasebook } from '../features/with-phrasebook.tsx';
import type { PlayerStore } from '../player/player.ts';
import { useMotionIsThere } from '../ui/motion/motion-context.ts';
import { FaultBoundary } from '../ui/panel/panel.tsx';
import { guideLocationOf } from '../url/guide-link.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Link } from '../url/link.ts';
import type { Problem } from '../url/problem.ts';
import { focusStage } from './focus-stage.ts';
import { EarlyHeader } from './header/early-header.tsx';
import { around, useAroundNow, useGuidePageLoader } from './load-around.tsx';
import { useReload } from './parts.tsx';
import { characterKeysAreOn, rememberCharacterKeys } from './preferences.ts';
import { Problems } from './problems.tsx';
import { ReloadNotice } from './reload-notice.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { useGuideLocation } from './use-guide-location.ts';
import { useMediaQuery } from './use-media-query.ts';
import { usePresenterTools } from './use-presenter-tools.ts';
import { useProgress } from './use-progress.ts';
import { useSetting } from './use-setting.ts';
import { whenIdle } from './when-idle.ts';
import { Workspace } from './workspace.tsx';

const GuideInPlace = around((parts) => parts.GuideInPlace);
const PrintArea = around((parts) => parts.PrintArea);
const PresentTools = around((parts) => parts.PresentTools);
const QrButton = around((parts) => parts.QrButton);
const BlankScreen = around((parts) => parts.BlankScreen);
const FindLoss = around((parts) => parts.FindLoss);
const FullPageLink = around((parts) => parts.FullPageLink);
const NodeMenu = around((parts) => parts.NodeMenu);
const OnStage = around((parts) => parts.OnStage);
const ParticipantMenu = around((parts) => parts.ParticipantMenu);
const PressShield = around((parts) => parts.PressShield);
const TypedNumber = around((parts) => parts.TypedNumber);
const WayBack = around((parts) => parts.WayBack);

interface PageProps {
  readonly player: PlayerStore;
  readonly link: Link;
  readonly problems: readonly Problem[];
  readonly onDismiss: () => void;
  /** Called when a part that the reader asked for can't be loaded, and nothing is shown in its place. */
  readonly onNotLoaded: () => void;
  readonly onLanguage: (language: LanguageId) => void;
}

export function Page({ player, link, problems, onDismiss, onNotLoaded, onLanguage }: PageProps) {
  const text = useStageText();
  const [menu, openMenu] = useState<OperateTarget | null>(null);
  const closeMenu = () => openMenu(null);
  const isRun = usePlayer(({ recording }) => recording.run !== null);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [searches, setSearches] = useState(false);
  const guide = useGuideLocation(player, useGuidePageLoader(text), guideLocationOf(link), onNotLoaded);
  const progress = useProgress();
  const [characterKeysOn, chooseCharacterKeys] = useSetting(characterKeysAreOn, rememberCharacterKeys);
  const { isPresenting, isBlank, present, unblank, presenterTools } = usePresenterTools(player, link);
  const reducesMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  const reload = useReload();

  useEffect(() => whenIdle(() => void preloadHelp(text)), [text]);

  const isEmbedded = link.embed === true && !isPresenting;
  const hasHeader = !isPresenting && !isEmbedded;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-embed', isEmbedded);
  }, [isEmbedded]);

  const pageActions: Record<PageAction, () => void> = {
    // The last one pressed opens alone, even while the parts of another are still loading.
    help: () => {
      openMenu(null);
      if (isBlank) unblank();
      setHelpIsOpen(true);
    },
    operate: () => {
      setHelpIsOpen(false);
      if (isBlank) unblank();
      openMenu({ node: null, at: null });
    },
    present,
    blank: () => {
      setHelpIsOpen(false);
      openMenu(null);
      presenterTools.blank();
    },
    // The laser pointer is for presentations only.
    laser: isPresenting ? presenterTools.toggleLaser : () => {},
    sound: presenterTools.toggleSound,
    predict: () => void togglePredicting(player, text).then((isDone) => isDone || onNotLoaded()),
  };
  const aroundNow = useAroundNow();
  useKeys({
    characterKeysOn,
    onPageAction: (action) => pageActions[action](),
    typedNumbers: () => aroundNow()?.typedNumbers ?? null,
  });
  useFocusReturn();
  const motionIsThere = useMotionIsThere();
  useEffect(() => {
    player.getState().dispatch({ kind: 'allow-motion', allowed: motionIsThere && !reducesMotion });
  }, [player, motionIsThere, reducesMotion]);

  const findLoss = () => {
    openMenu(null);
    if (guide.place !== null) guide.close();
    setSearches(true);
  };
  const notice = (
    <>
      <WithViewText>
        <Problems
          problems={problems}
          onDismiss={() => {
            onDismiss();
            focusStage();
          }}
        />
      </WithViewText>
      {reload !== null && (reload.isNeeded || !isPresenting) && <ReloadNotice {...reload} />}
    </>
  );
  return (
    <GuideProvider value={guide}>
      <ProgressProvider value={progress}>
        <OperateProvider value={openMenu}>
          <FindLossProvider value={findLoss}>
            {hasHeader && (
              <FaultBoundary name="Statescope">
                <EarlyHeader
                  theme={presenterTools.theme}
                  onTheme={presenterTools.chooseTheme}
                  onLanguage={onLanguage}
                  onHelp={() => setHelpIsOpen(true)}
                  onPresent={present}
                />
              </FaultBoundary>
            )}
            {guide.place === null ? (
              <Workspace
                notice={
                  <>
                    {notice}
                    {guide.openedFrom && !isEmbedded && <WayBack from={guide.openedFrom} />}
                    <FaultBoundary name={text.operate}>
                      {searches && (
                        <WithPhrasebook name={text.operate}>
                          <FindLoss
                            onClose={() => {
                              setSearches(false);
                              focusStage();
                            }}
                          />
                        </WithPhrasebook>
                      )}
                    </FaultBoundary>
                  </>
                }
                onNotLoaded={onNotLoaded}
                tools={
                  isPresenting ? (
                    <PresentTools tools={presenterTools}>
                      <QrButton />
                    </PresentTools>
                  ) : (
                    isEmbedded && <FullPageLink />
                  )
                }
                isEmbedded={isEmbedded}
                hasSide={hasHeader}
              />
            ) : (
              <>
                {notice}
                <GuideInPlace place={guide.place} hasHeader={hasHeader} />
              </>
            )}
            <FaultBoundary name={text.operate}>
              {menu !== null &&
                (isRun ? (
                  <WithPhrasebook name={text.operate}>
                    <NodeMenu place={menu} onClose={closeMenu} />
                  </WithPhrasebook>
                ) : (
                  <ParticipantMenu place={menu} onClose={closeMenu} />
                ))}
            </FaultBoundary>
            <FaultBoundary name={text.diagram}>
              {guide.place === null && <PrintArea whenIdle={whenIdle} />}
            </FaultBoundary>
            <TypedNumber />
            <FaultBoundary name={text.help}>
              {helpIsOpen && (
                <WithViewText>
                  <Help
                    onClose={() => setHelpIsOpen(false)}
                    characterKeysOn={characterKeysOn}
                    onCharacterKeys={chooseCharacterKeys}
                    soundIsOn={presenterTools.soundIsOn}
                    onSound={presenterTools.toggleSound}
                  />
                </WithViewText>
              )}
            </FaultBoundary>
            <PressShield layout={isPresenting} />
            <FaultBoundary name={text.present}>
              <WithViewText>
                {isPresenting && <OnStage laserIsOn={presenterTools.laserIsOn} />}
                {isBlank && <BlankScreen onReturn={unblank} />}
              </WithViewText>
            </FaultBoundary>
          </FindLossProvider>
        </OperateProvider>
      </ProgressProvider>
    </GuideProvider>
  );
}
