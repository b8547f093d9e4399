/** Words around a lesson's scenes. The scenes' own words are in `lesson-words.ts`. */

export interface SceneText {
  /** Label of the list of a lesson's scenes. */
  readonly scenes: string;
  readonly next: string;
  /** Leads to the scene with this heading. */
  nextScene(heading: string): string;
  readonly previous: string;
  /** The scene's number, from 1, and the number of scenes. */
  position(scene: number, count: number): string;
  /** A short form of it. */
  shortPosition(scene: number, count: number): string;
  /** Marks a scene that was reached before. */
  readonly seen: string;
  /** The faults that lead to the next scene, in the words of their buttons. Another button may have the same words. */
  tryOut(faults: readonly string[]): string;
  /** A fault that is repeated. */
  times(fault: string, count: number): string;
  readonly opening: string;
  readonly closing: string;
  /** Length of a lesson. */
  length(scenes: number, minutes: number): string;
  /** Progress on this device. */
  progress(seen: number, scenes: number): string;
  /** Link to another lesson. */
  nextLesson(title: string): string;
  previousLesson(title: string): string;
}
