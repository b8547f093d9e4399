import { describe, expect, it } from 'vitest';
import { incidentById } from '../../src/incidents/incidents.ts';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { lessonById } from '../../src/lessons/lessons.ts';
import { comparedSide, ownSide, sideOf } from '../../src/player/fix.ts';
import { act, openPlayer } from '../support/opened-player.ts';

const incident = incidentById('mcp-session') ?? raise();
const sandbox = lessonById('sandbox') ?? raise();

function raise(): never {
  throw new Error('It is missing.');
}

function opened() {
  const player = openPlayer({});
  act(player, { kind: 'open-lesson', lesson: incident, lessonPosition: 'opening' });
  return player;
}

function shownIn(player: ReturnType<typeof opened>) {
  const { recording, step } = player.getState();
  return recording.run?.steps[step]?.moment;
}

describe('an incident on the stage', () => {
  it('opens at the step that decides, with its own commands', () => {
    const player = opened();
    expect(shownIn(player)).toMatchObject({ request: 'client/2', at: 'answered' });
    expect(player.getState().recording.run?.commands).toEqual(incident.commands);
    expect(player.getState().lesson).toBe(incident);
  });

  it('keeps the request and the reader’s commands when its fix is switched', () => {
    const player = opened();
    act(player, { kind: 'crash', node: 'server-3' });
    act(player, { kind: 'choose-side', side: 'after' });
    const { recording, lesson } = player.getState();
    expect(sideOf(lesson, recording.run?.scenario ?? raise())).toBe('after');
    expect(recording.run?.commands).toMatchObject([{ kind: 'crash', node: 'server-3' }]);
    expect(shownIn(player)).toMatchObject({ request: 'client/2' });
    act(player, { kind: 'choose-side', side: 'before' });
    expect(player.getState().recording.run?.scenario).toEqual(incident.scenario);
  });

  it('is switched by the key for the other mode, and stays where it is', () => {
    const player = opened();
    act(player, 'other-mode');
    expect(player.getState().recording.run?.scenario).toEqual(incident.fixed);
    act(player, 'other-mode');
    expect(player.getState().recording.run?.scenario).toEqual(incident.scenario);
  });

  it('is compared with its other side, also after a switch', () => {
    const player = opened();
    act(player, 'toggle-compare');
    expect(player.getState().comparison?.variant).toBe('fix');
    expect(player.getState().comparison?.recording.run?.scenario).toEqual(incident.fixed);
    expect([ownSide(player.getState()), comparedSide(player.getState())]).toEqual(['before', 'after']);
    act(player, { kind: 'choose-side', side: 'after' });
    expect(player.getState().comparison?.recording.run?.scenario).toEqual(incident.scenario);
    expect([ownSide(player.getState()), comparedSide(player.getState())]).toEqual(['after', 'before']);
  });

  it('leads to the comparison, and to nothing after it', () => {
    const player = opened();
    act(player, 'next-scene');
    expect(player.getState()).toMatchObject({ lessonPosition: 'closing', comparison: { variant: 'fix' } });
    act(player, 'next-scene');
    expect(player.getState().lessonPosition).toBe('closing');
  });

  it('starts over with its own commands alone', () => {
    const failing = incidentById('failover-loses-logins') ?? raise();
    const player = openPlayer({});
    act(player, { kind: 'open-lesson', lesson: failing, lessonPosition: 'opening' });
    act(player, { kind: 'crash', node: 'server-1' });
    expect(player.getState().recording.run?.commands).toHaveLength(2);
    act(player, 'start-over');
    expect(player.getState().recording.run?.commands).toEqual(failing.commands);
  });

  it('goes on in the sandbox with the same run', () => {
    const player = opened();
    act(player, 'other-mode');
    const { scenario, commands } = player.getState().recording.run ?? raise();
    act(player, { kind: 'open-run', lesson: sandbox, scenario, commands });
    expect(player.getState()).toMatchObject({
      lesson: sandbox,
      recording: { run: { scenario: incident.fixed } },
    });
    expect(player.getState().history.all).toHaveLength(1);
  });
});

describe('a lesson without a fix', () => {
  it('is on no side, and can’t be switched or compared so', () => {
    expect(sideOf(clerk, clerk.scenario)).toBeNull();
    const player = openPlayer({});
    const { run } = player.getState().recording;
    act(player, { kind: 'choose-side', side: 'after' });
    act(player, { kind: 'compare-with', variant: 'fix' });
    expect(player.getState().recording.run).toBe(run);
    expect(player.getState().comparison).toBeNull();
  });
});
