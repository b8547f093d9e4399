/** A link to a place in the guide. It is a real one, with an address to copy, and needs no reload. */
import type { MouseEvent, ReactNode } from 'react';
import { type GuidePlace, withGuidePlace } from '../../share/guide-link.ts';
import { useGuide } from './guide-context.ts';

interface GuideLinkProps extends GuidePlace {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function GuideLink({ page, entry, className, children }: GuideLinkProps) {
  const { place, go } = useGuide();
  const follow = (event: MouseEvent) => {
    // Another tab, another window and a download are the browser's.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ page, entry });
  };
  const isHere = place?.page === page && place.entry === entry;
  return (
    <a
      className={className}
      href={`${withGuidePlace(location.search, { page, entry })}${location.hash}`}
      aria-current={isHere ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
