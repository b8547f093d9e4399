/** The scenes of a lesson, each with its own run, for exports. */
import type { Lesson, Scene } from '../lessons/lesson.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Detail } from '../trace/visible-events.ts';
import { sceneSetupAt, stepAt } from './lesson-position.ts';
import { recordingOf } from './record.ts';
import type { Recording } from './recording.ts';

export interface SceneRecording {
  readonly scene: Scene;
  readonly recording: Recording;
  /** The step that the scene shows, an index from 0. */
  readonly step: number;
}

/** A generator, because each scene is a simulation. */
export function* sceneRecordings(
  lesson: Lesson,
  phrasebook: Phrasebook,
  detail: Detail,
): Generator<SceneRecording> {
  for (const [index, scene] of lesson.scenes.entries()) {
    const { scenario = lesson.scenario, commands = [], at } = sceneSetupAt(lesson, index);
    const recording = recordingOf({ scenario, commands, detail }, phrasebook);
    yield { scene, recording, step: recording.run === null ? 0 : stepAt(recording.run, at) };
  }
}
