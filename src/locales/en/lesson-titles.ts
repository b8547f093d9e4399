/** The titles of the lessons. With the query each file is a second module, and the bundler keeps only its title. */
const titles = import.meta.glob<string>('../../lessons/*/en.ts', {
  eager: true,
  import: 'title',
  query: '?title',
});

export function lessonTitle(id: string): string {
  return titles[`../../lessons/${id}/en.ts`] ?? id;
}
