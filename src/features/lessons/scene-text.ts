/** The words around a lesson's scenes. What is said in them comes with `lesson-words.ts`. */

export interface SceneText {
  /** All of a lesson's, as a list. */
  readonly scenes: string;
  readonly next: string;
  readonly previous: string;
  /** Which scene it is, from 1, among so many. */
  position(scene: number, count: number): string;
  /** The same in little room. */
  shortPosition(scene: number, count: number): string;
  /** Said of one that was come to before. */
  readonly seen: string;
  /** The faults that lead to the next scene, as buttons say them. Another button may say the same of now. */
  tryOut(faults: readonly string[]): string;
  readonly opening: string;
  readonly closing: string;
  /** How long a lesson is. */
  length(scenes: number, minutes: number): string;
  /** How much of it has been seen on this device. */
  progress(seen: number, scenes: number): string;
  /** Leads on to another lesson. */
  nextLesson(title: string): string;
  previousLesson(title: string): string;
}
