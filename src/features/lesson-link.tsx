/** A link to a lesson, or to a moment in it: a real one, which needs no reload. */
import type { ReactNode } from 'react';
import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import { followed } from '../ui/followed.ts';
import { lessonAddress } from '../url/lesson-address.ts';
import { pageSearch } from '../url/page-address.ts';
import { useGuide } from './guide-context.ts';

interface LessonLinkProps {
  readonly lesson: LessonId;
  readonly lessonPosition?: LessonPosition;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function LessonLink({ lesson, lessonPosition = 'opening', className, children }: LessonLinkProps) {
  const { openLesson } = useGuide();
  return (
    <a
      className={className}
      href={lessonAddress(pageSearch(), lesson, lessonPosition)}
      onClick={followed(() => openLesson(lesson, lessonPosition))}
    >
      {children}
    </a>
  );
}
