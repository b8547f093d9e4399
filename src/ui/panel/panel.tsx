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

/** How panels tell that a part couldn't be loaded. */
interface Parts {
  /** Whether an error says that. */
  isLoadFailure(error: unknown): boolean;
  /** Whether only a reload can load parts, so trying again can't work. */
  readonly needReload: boolean;
  /** Called for each panel that misses a part. */
  onMissed(): void;
}

const PartsContext = createContext<Parts>({
  isLoadFailure: () => false,
  needReload: false,
  onMissed() {},
});

export const PartsProvider = PartsContext.Provider;

interface FaultBoundaryProps {
  readonly name: string;
  readonly children: ReactNode;
}

interface FaultBoundaryState {
  readonly isBroken: boolean;
  readonly error: unknown;
}

/** Shows the error, and offers to render again. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { isBroken: false, error: null };

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    return { isBroken: true, error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(`The panel “${this.props.name}” failed.`, error, info.componentStack);
  }

  override render() {
    const { isBroken, error } = this.state;
    if (!isBroken) return this.props.children;
    const retry = () => this.setState({ isBroken: false, error: null });
    return <Broken name={this.props.name} error={error} onRetry={retry} />;
  }
}

/** A part that couldn't be loaded. */
export interface MissingPart {
  readonly error: unknown;
  readonly onRetry: () => void;
}

interface BrokenProps extends MissingPart {
  /** Of what can't be used without it. */
  readonly name: string;
}

/** Says what failed, and offers to try again. */
export function Broken({ name, error, onRetry }: BrokenProps) {
  const text = useUiText();
  const { isLoadFailure, needReload, onMissed } = useContext(PartsContext);
  const isMissing = isLoadFailure(error);
  useEffect(() => {
    if (isMissing) onMissed();
  }, [isMissing, onMissed]);
  // A notice above says so once, for all of them.
  if (isMissing && needReload) return null;
  return (
    <div className={styles.broken} role="alert">
      <p>{text.panelBroken(name)}</p>
      <button type="button" onClick={onRetry}>
        {text.tryAgain}
      </button>
    </div>
  );
}
