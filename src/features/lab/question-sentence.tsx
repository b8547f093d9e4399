/** A study's question, with the name of the line asked about in that line's colour. */
import { type StudyName, studyQuestions } from '../../lab/studies.ts';
import type { LabText } from './lab-text.ts';
import { seriesStyle } from './series.ts';

export function QuestionSentence({ text, study }: { readonly text: LabText; readonly study: StudyName }) {
  const { question, asked } = text.studies[study];
  const [before = '', after] = asked === undefined ? [question] : question.split(asked);
  if (after === undefined) return question;
  const [line] = studyQuestions[study].lines;
  return (
    <>
      {before}
      <span style={{ color: seriesStyle(line).colour, whiteSpace: 'nowrap' }}>{asked}</span>
      {after}
    </>
  );
}
