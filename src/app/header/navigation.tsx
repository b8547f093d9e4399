/** The pages of Statescope: links in the header, or behind one button where there's no room for them. */
import { Menu } from 'lucide-react';
import { useRef, useState } from 'react';
import { useGuide } from '../../features/guide-context.ts';
import { useText } from '../../features/text-context.ts';
import { followed } from '../../ui/followed.ts';
import { useDismiss } from '../../ui/use-dismiss.ts';
import { withGuidePage } from '../../url/guide-link.ts';
import { type GuidePage, headerPages } from '../../url/guide-pages.ts';
import styles from './navigation.module.css';

/** Null is the stage. */
const places: readonly (GuidePage | null)[] = [null, ...headerPages];

export function Navigation() {
  const text = useText();
  const { place, go, close } = useGuide();
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLElement>(null);
  useDismiss(box, isOpen, () => setIsOpen(false));
  const visit = (page: GuidePage | null) => {
    setIsOpen(false);
    if (page !== null) go({ page, entry: null });
    else if (place !== null) close();
  };
  return (
    <nav className={styles.navigation} aria-label={text.pages} ref={box}>
      <button
        type="button"
        className={styles.menu}
        aria-label={text.pages}
        title={text.pages}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Menu aria-hidden="true" />
      </button>
      <ul className={styles.list} data-open={isOpen}>
        {places.map((page) => (
          <li key={page}>
            <a
              className={styles.link}
              href={withGuidePage(page)}
              aria-current={(place?.page ?? null) === page ? 'page' : undefined}
              onClick={followed(() => visit(page))}
            >
              {page === null ? text.stagePage : text.guide.pageNames[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
