/** The words around a lesson's scenes, in English. */
import type { SceneText } from '../../features/lessons/scene-text.ts';

export const sceneText: SceneText = {
  scenes: 'Scenes',
  next: 'Next scene',
  nextScene: (heading) => `Next scene: ${heading}`,
  previous: 'Previous scene',
  position: (scene, count) => `${scene} of ${count}`,
  shortPosition: (scene, count) => `${scene} / ${count}`,
  seen: 'Seen',
  tryOut: (faults) => `Try: ${faults.join(', ')}`,
  times: (fault, count) => `${fault} × ${count}`,
  opening: 'Opening',
  closing: 'Side by side',
  length: (scenes, minutes) => `${scenes} scenes, about ${minutes} minutes`,
  progress: (seen, scenes) => `${seen} of ${scenes} seen`,
  nextLesson: (title) => `Next: ${title}`,
  previousLesson: (title) => `Previous: ${title}`,
};
