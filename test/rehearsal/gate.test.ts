import { expect, test } from 'vitest';
import { isOver, lostBy, parseGate } from '../../src/rehearsal/gate.ts';
import { noCounts } from '../../src/rehearsal/outcome.ts';

test.each([
  ['legitimate-loss=0.1%', 'legitimate-loss', 0.001],
  ['legitimate-loss=0', 'legitimate-loss', 0],
  ['legitimate-quarantine=0.001', 'legitimate-quarantine', 0.001],
  ['legitimate-quarantine=100 %', 'legitimate-quarantine', 1],
] as const)('%s is a limit', (text, kind, limit) => {
  expect(parseGate(text)).toEqual({ kind, limit: expect.closeTo(limit, 9) as number });
});

test.each(['legitimate-loss', 'loss=1%', 'legitimate-loss=1.5', 'legitimate-loss=101%', 'legitimate-loss=-1%', '=1%'])(
  '%s is none',
  (text) => {
    expect(parseGate(text)).toBeUndefined();
  },
);

test('a limit is over when more is lost, and not when it is reached; loss and quarantine are told apart', () => {
  const ours = { ...noCounts(), messages: 1000, refused: 10, quarantined: 1 };
  const loss = { kind: 'legitimate-loss', limit: 0.01 } as const;
  const quarantine = { kind: 'legitimate-quarantine', limit: 0.01 } as const;
  expect([lostBy(loss, ours), lostBy(quarantine, ours)]).toEqual([10, 1]);
  expect(isOver(loss, ours)).toBe(false);
  expect(isOver(loss, { ...ours, refused: 11 })).toBe(true);
  expect(isOver(quarantine, { ...ours, refused: 11 })).toBe(false);
  // Of no mail at all, none is lost.
  expect(isOver({ ...loss, limit: 0 }, noCounts())).toBe(false);
});
