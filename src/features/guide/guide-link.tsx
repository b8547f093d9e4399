/** A link to a place in the guide: a real link with an address to copy, followed without a reload. */
import type { ReactNode } from 'react';
import { followed } from '../../ui/followed.ts';
import { withGuideLocation } from '../../url/guide-link.ts';
import type { GuideLocation } from '../../url/guide-pages.ts';
import { pageHash, pageSearch } from '../../url/page-address.ts';
import { useGuide } from '../guide-context.ts';

interface GuideLinkProps extends GuideLocation {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function GuideLink({ page, entry, className, children }: GuideLinkProps) {
  const { place, go } = useGuide();
  const isHere = place?.page === page && (entry === null || place.entry === entry);
  return (
    <a
      className={className}
      href={`${withGuideLocation(pageSearch(), { page, entry })}${pageHash()}`}
      aria-current={isHere ? 'page' : undefined}
      onClick={followed(() => go({ page, entry }))}
    >
      {children}
    </a>
  );
}
