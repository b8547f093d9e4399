// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { keptFutures } from '../../src/app/address.ts';
import { fittingFutures } from '../../src/app/open.ts';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { crash } from '../support/scenario.ts';

afterEach(() => history.replaceState(null, ''));

const future = (offsetUs: number) => [crash('server-1', { request: 'client/1', at: 'sent', offsetUs })];

describe('the futures that a reload brings back', () => {
  it('are the latest thousand, of more than that', () => {
    const futures = Array.from({ length: 1_200 }, (_, index) => future(index));
    history.replaceState({ futures }, '');
    expect(fittingFutures(keptFutures(), clerk.scenario)).toEqual(futures.slice(200));
  });

  it('leave out what is nested too deeply to be a command, or is no plain data', () => {
    let deep: unknown[] = [];
    for (let depth = 0; depth < 1_000; depth += 1) deep = [deep];
    const tampered = (value: unknown) => [
      {
        kind: 'instruct',
        nodes: ['client'],
        instruction: { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value } },
        moment: { request: 'client/1', at: 'sent', offsetUs: 0 },
      },
    ];
    const good = [future(1), tampered({ admin: [true, null, 1] })];
    const bad = [tampered(deep), tampered(1n), tampered([undefined]), 1, null, [null]];
    history.replaceState({ futures: [...bad, ...good] }, '');
    expect(fittingFutures(keptFutures(), clerk.scenario)).toEqual(good);
  });
});
