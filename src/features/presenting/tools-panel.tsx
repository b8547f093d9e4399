/** The presenter's tools: theme, brightness and contrast of the projector, laser pointer, blank screen. */
import { EyeOff, Maximize, NotebookText, Pointer, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { themeChoices } from '../../url/theme-choice.ts';
import { usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './present.module.css';
import type { PresentText } from './present-text.ts';
import { type PresenterTools, plainProjection, projectionLimits } from './presenter-tools.ts';
import { windowLink } from './window-link.ts';

const STEP_PERCENT = 5;

interface ToolsPanelProps {
  readonly tools: PresenterTools;
  readonly onClose: () => void;
}

export function ToolsPanel({ tools, onClose }: ToolsPanelProps) {
  const text = useText();
  const words = useLoaded(text.loadPresentText);
  const player = usePlayerStore();
  if (words === null) return null;
  const openPresenter = () => {
    const isOpen = tools.presenter.open((session) =>
      windowLink(player.getState(), { presenter: session }, text.language),
    );
    // The panel stays with the link if the browser blocked the window.
    if (isOpen) onClose();
  };
  const canFill = document.fullscreenEnabled && document.fullscreenElement === null;
  return (
    <>
      <RadioGroup
        label={text.theme}
        look="pills"
        options={themeChoices.map((each) => ({ value: each, label: text.themeChoices[each] }))}
        value={tools.theme}
        onChange={(theme) => tools.chooseTheme(theme)}
      />
      <Adjustment tools={tools} words={words} name="brightness" />
      <Adjustment tools={tools} words={words} name="contrast" />
      <button type="button" className={styles.action} onClick={() => tools.adjust(plainProjection)}>
        {words.plainProjection}
      </button>
      <div className={styles.row}>
        <Switch isOn={tools.laserIsOn} onToggle={() => tools.toggleLaser()}>
          <Pointer aria-hidden="true" /> {words.laser} <kbd>L</kbd>
        </Switch>
        <Switch isOn={tools.soundIsOn} onToggle={() => tools.toggleSound()}>
          <Volume2 aria-hidden="true" /> {text.sound} <kbd>S</kbd>
        </Switch>
        <button type="button" className={styles.action} onClick={() => tools.blank()}>
          <EyeOff aria-hidden="true" /> {words.blank} <kbd>B</kbd>
        </button>
        <button type="button" className={styles.action} onClick={openPresenter}>
          <NotebookText aria-hidden="true" /> {words.presenterWindow}
        </button>
        {canFill && (
          <button
            type="button"
            className={styles.action}
            onClick={() => document.documentElement.requestFullscreen().catch(() => {})}
          >
            <Maximize aria-hidden="true" /> {words.fullScreen}
          </button>
        )}
      </div>
      {tools.presenter.refusedLink !== null && (
        <p role="alert" className={styles.refused}>
          {words.presenterRefused}{' '}
          <a href={tools.presenter.refusedLink} target="_blank" rel="noopener">
            {words.presenterLink}
          </a>
        </p>
      )}
    </>
  );
}

interface AdjustmentProps {
  readonly tools: PresenterTools;
  readonly words: PresentText;
  readonly name: 'brightness' | 'contrast';
}

function Adjustment({ tools, words, name }: AdjustmentProps) {
  const value = tools.projection[name];
  return (
    <label className={styles.adjustment}>
      <span>{words[name]}</span>
      <input
        type="range"
        {...projectionLimits[name]}
        step={STEP_PERCENT}
        value={value}
        aria-valuetext={words.percent(value)}
        onChange={({ target }) => tools.adjust({ ...tools.projection, [name]: Number(target.value) })}
      />
      <output>{words.percent(value)}</output>
    </label>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Switch({ isOn, onToggle, children }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={isOn} className={styles.action} onClick={onToggle}>
      {children}
    </button>
  );
}
