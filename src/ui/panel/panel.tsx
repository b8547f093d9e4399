/** A titled part of the page. An error inside doesn't affect the rest of the page. */
import { Component, createContext, type ErrorInfo, type ReactNode, useContext, useEffect } from 'react';
import { useUiText } from '../ui-text.ts';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, className, children }: PanelProps) {
  return (
    <section className={`${styles.panel} ${className ?? ''}`} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <FaultBoundary name={title}>{children}</FaultBoundary>
    </section>
  );
}

interface Parts {
  /** Whether parts of the page can't be loaded without a reload, so trying again can't work. */
  readonly areGone: boolean;
  /** Hears of each failed panel. */
  onMissed(): void;
}

const PartsContext = createContext<Parts>({ areGone: false, onMissed() {} });

export const PartsProvider = PartsContext.Provider;

interface FaultBoundaryProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** Shows the error, and offers to render again. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(`The panel “${this.props.name}” failed.`, error, info.componentStack);
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <Broken name={this.props.name} onRetry={() => this.setState({ isBroken: false })} />;
  }
}

function Broken({ name, onRetry }: { readonly name: string; readonly onRetry: () => void }) {
  const text = useUiText();
  const { areGone, onMissed } = useContext(PartsContext);
  useEffect(onMissed, [onMissed]);
  // A notice above says so once, for all of them.
  if (areGone) return null;
  return (
    <div className={styles.broken} role="alert">
      <p>{text.panelBroken(name)}</p>
      <button type="button" onClick={onRetry}>
        {text.tryAgain}
      </button>
    </div>
  );
}
