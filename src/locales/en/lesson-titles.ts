/**
 * The titles of the lessons and incidents. With the query each file is a second module, and the bundler keeps only its
 * title.
 */
const lessonTitles = import.meta.glob<string>('../../lessons/*/en.ts', {
  eager: true,
  import: 'title',
  query: '?title',
});

const incidentTitles = import.meta.glob<string>('../../incidents/*/en.ts', {
  eager: true,
  import: 'title',
  query: '?title',
});

/** The title of a lesson or an incident. Lessons and incidents share no ID. */
export function lessonTitle(id: string): string {
  return lessonTitles[`../../lessons/${id}/en.ts`] ?? incidentTitles[`../../incidents/${id}/en.ts`] ?? id;
}
