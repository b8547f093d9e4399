import { expect, test } from 'vitest';
import { studyNames } from '../../../lab/studies.ts';
import { labText as en } from '../../../locales/en/lab-text.ts';
import { labText as ko } from '../../../locales/ko/lab-text.ts';

test.each([en, ko])('a question has the words that name its line exactly once', ({ studies }) => {
  for (const name of studyNames) {
    const { question, asked } = studies[name];
    if (asked !== undefined) expect(question.split(asked), name).toHaveLength(2);
  }
});
