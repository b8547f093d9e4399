/** Playwright's `test` with a stage to drive. Every test also fails when the page complains or asks another host. */
import { test as base, expect } from '@playwright/test';
import type { LanguageId } from '../../src/url/languages.ts';
import { StageDriver } from './stage-driver.ts';

export interface StageFixtures {
  readonly language: LanguageId;
  /** What the page may complain of in this test. */
  readonly expectedComplaints: RegExp | null;
  readonly stage: StageDriver;
  readonly complaints: readonly string[];
}

export const test = base.extend<StageFixtures>({
  language: ['en', { option: true }],
  expectedComplaints: [null, { option: true }],
  // Without motion every step is finished at once; what moves is tested where motion is the subject.
  contextOptions: { reducedMotion: 'reduce' },
  // What cannot be pressed is told by its own name, and not by a test that took too long.
  actionTimeout: 15_000,

  stage: async ({ page, language }, use) => {
    await use(new StageDriver(page, language));
  },

  complaints: [
    async ({ page, baseURL, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const own = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const isOwn = origin === own || protocol === 'data:' || protocol === 'blob:';
        if (!isOwn) complaints.push(`It asked ${origin}.`);
      });
      await use(complaints);
      const unexpected = complaints.filter((each) => !expectedComplaints?.test(each));
      expect(unexpected, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
