/** The guide in place of the stage: its pages, navigation, and the way back. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useEscape } from '../../ui/use-escape.ts';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import { type GuideLocation, guideTabs, isOfGuide } from '../../url/guide-pages.ts';
import { useGuide } from '../guide-context.ts';
import { useText } from '../text-context.ts';
import { GuideLink } from './guide-link.tsx';
import styles from './guide-view.module.css';

export interface GuideViewProps {
  readonly place: GuideLocation;
  /** Whether the page's header is there. A presented page and one inside another page have none. */
  readonly hasHeader: boolean;
  /** The page itself. */
  readonly children: ReactNode;
}

export function GuideView({ place: { page, entry }, hasHeader, children }: GuideViewProps) {
  const { guide: text } = useText();
  const { close } = useGuide();
  const heading = useRef<HTMLHeadingElement>(null);
  // Focuses the page's heading for screen readers, and scrolls to the top unless an entry is given.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another heading.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (entry === null) heading.current?.closest('main')?.scrollTo({ top: 0 });
  }, [page]);
  // From a page with the whole window, the header leads back.
  const leadsBack = isOfGuide(page) || !hasHeader;
  const isPresenting = useIsPresenting();
  // A presented page with the whole window isn't over the stage, so Escape stops presenting there.
  useEscape(isOfGuide(page) || (!hasHeader && !isPresenting), ({ target }) => {
    // In a search field, Escape clears the text first.
    if (!(target instanceof HTMLInputElement) || target.value === '') close();
  });
  if (!isOfGuide(page)) {
    return (
      <main className={styles.whole} data-guide="whole">
        {/* The header has one. */}
        {!hasHeader && <h1 className="visually-hidden">Statescope</h1>}
        <div className={leadsBack ? styles.bar : undefined}>
          <h2 className={leadsBack ? styles.heading : 'visually-hidden'} ref={heading} tabIndex={-1}>
            {text.pageTitles[page]}
          </h2>
          {leadsBack && <BackButton />}
        </div>
        <FaultBoundary key={page} name={text.pageNames[page]}>
          {children}
        </FaultBoundary>
      </main>
    );
  }
  return (
    <main className={styles.guide} data-guide>
      {!hasHeader && <h1 className="visually-hidden">Statescope</h1>}
      <div className={styles.bar}>
        <nav aria-label={text.guide}>
          <ul className={styles.tabs}>
            {guideTabs.map((each) => (
              <li key={each}>
                <GuideLink page={each} entry={null} className={styles.tab}>
                  {text.pageNames[each]}
                </GuideLink>
              </li>
            ))}
          </ul>
        </nav>
        <BackButton />
      </div>
      <div className={styles.page}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {text.pageTitles[page]}
        </h2>
        <FaultBoundary key={page} name={text.pageNames[page]}>
          {children}
        </FaultBoundary>
      </div>
    </main>
  );
}

function BackButton() {
  const { guide: text } = useText();
  const { close } = useGuide();
  return (
    <button type="button" className={styles.close} title={text.back} onClick={close}>
      <X aria-hidden="true" />
      <span>{text.back}</span>
    </button>
  );
}
