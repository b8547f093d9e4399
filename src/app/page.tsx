/** What concerns the page as a whole: theme, keys, help, sound, presenting; and what is shown because of it. */
import { useEffect, useState } from 'react';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId, Link } from '../share/link.ts';
import type { Problem } from '../share/problem.ts';
import { deferred } from '../views/deferred.tsx';
import { Guide } from '../views/guide/guide.tsx';
import { GuideProvider } from '../views/guide/guide-context.ts';
import { Header } from '../views/header/header.tsx';
import { Help, preloadHelp } from '../views/help/help.tsx';
import type { PageAction } from '../views/keyboard/key-table.ts';
import { useKeys } from '../views/keyboard/use-keys.ts';
import { ProgressProvider } from '../views/lesson/progress-context.ts';
import { useMotionIsThere } from '../views/motion/motion-context.ts';
import { NewerVersion } from '../views/newer-version.tsx';
import { Notice } from '../views/notice.tsx';
import { type MenuPlace, OperateProvider } from '../views/operate/operate-context.ts';
import { FaultBoundary } from '../views/panel/panel.tsx';
import { togglePredicting } from '../views/predict/predicting.ts';
import { PresentTools } from '../views/present/present-tools.tsx';
import { PrintArea } from '../views/print/print-area.tsx';
import { useText } from '../views/text-context.ts';
import { characterKeysAreOn, rememberCharacterKeys } from './preferences.ts';
import { useDesk } from './use-desk.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useGuidePlace } from './use-guide-place.ts';
import { useMediaQuery } from './use-media-query.ts';
import { useNewerVersion } from './use-newer-version.ts';
import { useProgress } from './use-progress.ts';
import { useSetting } from './use-setting.ts';
import { whenIdle } from './when-idle.ts';
import { Workspace } from './workspace.tsx';

const FullPageLink = deferred(async () => (await import('../views/share/full-page-link.tsx')).FullPageLink);
const OperateMenu = deferred(async () => (await import('../views/operate/operate-menu.tsx')).OperateMenu);
const OnStage = deferred(async () => (await import('./on-stage.tsx')).OnStage);
const BlankScreen = deferred(async () => (await import('../views/present/blank-screen.tsx')).BlankScreen);

interface PageProps {
  readonly player: PlayerStore;
  readonly link: Link;
  readonly problems: readonly Problem[];
  readonly onDismiss: () => void;
  readonly onLanguage: (language: LanguageId) => void;
}

export function Page({ player, link, problems, onDismiss, onLanguage }: PageProps) {
  const text = useText();
  const [menu, openMenu] = useState<MenuPlace | null>(null);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const guide = useGuidePlace(player, text, link.guide);
  const progress = useProgress();
  const [characterKeysOn, chooseCharacterKeys] = useSetting(characterKeysAreOn, rememberCharacterKeys);
  const { isPresenting, isBlank, present, unblank, desk } = useDesk(player, link);
  const reducesMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  const newerVersion = useNewerVersion(!link.isEmbedded);

  useEffect(() => whenIdle(() => void preloadHelp(text)), [text]);

  const isEmbedded = link.isEmbedded && !isPresenting;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-embed', isEmbedded);
  }, [isEmbedded]);

  const pageActions: Record<PageAction, () => void> = {
    help: () => setHelpIsOpen(true),
    operate: () => openMenu({ node: null, at: null }),
    present,
    blank: desk.blank,
    // There is no pointer for a room where nobody presents.
    laser: isPresenting ? desk.toggleLaser : () => {},
    sound: desk.toggleSound,
    predict: () => void togglePredicting(player, text),
  };
  useKeys({ characterKeysOn, onPageAction: (action) => pageActions[action]() });
  useFocusReturn();
  const motionIsThere = useMotionIsThere();
  useEffect(() => {
    player.getState().dispatch({ kind: 'allow-motion', allowed: motionIsThere && !reducesMotion });
  }, [player, motionIsThere, reducesMotion]);

  return (
    <GuideProvider value={guide}>
      <ProgressProvider value={progress}>
        <OperateProvider value={openMenu}>
          {!isPresenting && !isEmbedded && (
            <FaultBoundary name="Statescope">
              <Header
                theme={desk.theme}
                onTheme={desk.chooseTheme}
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
                  <Notice problems={problems} onDismiss={onDismiss} />
                  {newerVersion !== null && !isPresenting && (
                    <NewerVersion onLoad={newerVersion.load} onDismiss={newerVersion.dismiss} />
                  )}
                </>
              }
              tools={isPresenting ? <PresentTools desk={desk} /> : isEmbedded && <FullPageLink />}
              isEmbedded={isEmbedded}
              hasSide={!isPresenting && !isEmbedded}
            />
          ) : (
            <FaultBoundary name={text.guide.guide}>
              <Guide place={guide.place} />
            </FaultBoundary>
          )}
          <FaultBoundary name={text.operate}>
            {menu !== null && <OperateMenu place={menu} onClose={() => openMenu(null)} />}
          </FaultBoundary>
          <FaultBoundary name={text.diagram}>
            {guide.place === null && <PrintArea whenIdle={whenIdle} />}
          </FaultBoundary>
          <FaultBoundary name={text.help}>
            {helpIsOpen && (
              <Help
                onClose={() => setHelpIsOpen(false)}
                characterKeysOn={characterKeysOn}
                onCharacterKeys={chooseCharacterKeys}
                soundIsOn={desk.soundIsOn}
                onSound={desk.toggleSound}
              />
            )}
          </FaultBoundary>
          <FaultBoundary name={text.present}>
            {isPresenting && <OnStage laserIsOn={desk.laserIsOn} />}
            {isBlank && <BlankScreen onReturn={unblank} />}
          </FaultBoundary>
        </OperateProvider>
      </ProgressProvider>
    </GuideProvider>
  );
}
