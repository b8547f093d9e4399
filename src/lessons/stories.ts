/** What the first client can be made to do in a lesson, apart from what the lesson begins with. */
import type { Line } from '../simulation/application/line.ts';
import { purchase } from './purchase.ts';

export const storyIds = ['laptop', 'americano', 'login', 'payment'] as const;
export type StoryId = (typeof storyIds)[number];

const stories: Readonly<Record<StoryId, readonly Line[]>> = {
  laptop: purchase('laptop'),
  americano: purchase('americano'),
  login: [
    { kind: 'visit' },
    { kind: 'log-in', user: 'mina' },
    { kind: 'me' },
    { kind: 'me' },
    { kind: 'log-out' },
    { kind: 'me' },
  ],
  payment: [
    { kind: 'log-in', user: 'jun' },
    { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false },
    { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
  ],
};

export function scriptOf(story: StoryId): readonly Line[] {
  return stories[story];
}

/** The story that a script tells, or undefined for one that came from elsewhere. */
export function storyOf(script: readonly Line[]): StoryId | undefined {
  const text = JSON.stringify(script);
  return storyIds.find((id) => JSON.stringify(stories[id]) === text);
}
