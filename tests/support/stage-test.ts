/** Playwright's `test` with a stage driver. A test also fails when the page logs an error or requests another host. */
import { test as base, expect } from '@playwright/test';
import type { LanguageId } from '../../src/url/languages.ts';
import { StageDriver } from './stage-driver.ts';

export interface StageFixtures {
  readonly language: LanguageId;
  /** Console messages that the page can log in this test. */
  readonly expectedComplaints: RegExp | null;
  readonly stage: StageDriver;
  readonly complaints: readonly string[];
}

export const test = base.extend<StageFixtures>({
  language: ['en', { option: true }],
  expectedComplaints: [null, { option: true }],
  // Reduced motion, so that every step completes at once. Tests of motion enable it.
  contextOptions: { reducedMotion: 'reduce' },
  // Fail with the name of the control that can't be pressed, before the test's own timeout.
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
      expect(unexpected, 'console messages of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
