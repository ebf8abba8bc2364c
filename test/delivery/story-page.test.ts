import { expect, test } from 'vitest';
import type { Block } from '../../src/core/page.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { storyPage } from '../../src/delivery/page/story-page.ts';
import type { Step } from '../../src/delivery/story.ts';

const NOTHING = { events: 0, sections: [], namesakes: new Map() } as unknown as Delivery;
const step = (more: Step): Step => ({
  time: '2026-11-09T10:00:00Z',
  kind: 'delivered',
  ids: { message: 'a@shop.example', queue: 'A1' },
  ...more,
});
const tables = (steps: readonly Step[]): Extract<Block, { kind: 'table' }>[] =>
  storyPage({ wanted: 'a', steps, omitted: 0 }, NOTHING).blocks.filter((block) => block.kind === 'table');

test('who opened and clicked is said as far as the service tells, and a column that says nothing is left out', () => {
  const ids = { esp: 'm1' };
  const [table] = tables([
    step({ ids, kind: 'opened', machine: true }),
    step({ ids, kind: 'opened', machine: false }),
    step({ ids, kind: 'clicked' }),
  ]);
  expect(table?.columns.map(({ title }) => title)).toEqual(['time (UTC)', 'what']);
  expect(table?.rows.map(({ cells }) => cells[1])).toEqual(['opened by a machine', 'opened by a person', 'clicked']);
});

test('what to do is said at the first of several refusals alike', () => {
  const refused = { kind: 'deferred', bounceClass: 'greylisted', severity: 'soft', advice: 'Nothing to do.' };
  const [table] = tables([step(refused), step(refused)]);
  expect(table?.rows.map(({ below }) => below)).toEqual([['greylisted (soft): nothing to do.'], ['greylisted (soft)']]);
});

test('a mail that tells again stands with its message, though the queue’s id was used again', () => {
  const again = { ids: { message: 'b@shop.example', queue: 'A1' } };
  const told = tables([
    step({ kind: 'bounced' }),
    step({ kind: 'bounced', toldAgain: true }),
    step({ ...again, kind: 'delivered' }),
  ]);
  expect(told.map(({ rows }) => rows.map(({ cells }) => cells[1]))).toEqual([
    ['bounced', 'bounced, told by mail'],
    ['delivered'],
  ]);
});
