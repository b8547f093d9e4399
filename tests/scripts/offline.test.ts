import { describe, expect, it } from 'vitest';
import { OTHER_FILES } from '../../scripts/vite/offline.ts';

describe('a navigation that the service worker answers with the page', () => {
  it.each([
    '/',
    '/course/state/',
    '/course/state',
    '/course/v1.2/',
    '/?lesson=clerk&entry=a.b/c.d',
    '/course/index.html',
    '/course/index.html?lesson=clerk&step=2',
  ])('is %s', (address) => {
    expect(OTHER_FILES.test(address)).toBe(false);
  });

  it.each([
    '/scenario.schema.json',
    '/course/state/scenario.schema.json',
    '/course/scenario.schema.json?x=/',
    '/statescope.html',
    '/course/statescope.html?lesson=clerk',
    '/licenses/inter.txt',
    '/icons/icon-192.png',
    '/not-index.html',
    '/index.html.txt',
  ])('isn’t one to the file %s', (address) => {
    expect(OTHER_FILES.test(address)).toBe(true);
  });
});
