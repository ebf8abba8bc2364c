import { expect, test } from 'vitest';
import { newUnreadLines } from '../../src/delivery/reading/unread-lines.ts';

test('beyond a thousand kinds of unread lines the others stand together in the list, and add up with the total', () => {
  const unread = newUnreadLines();
  for (let number = 0; number < 1500; number += 1) unread.add('mail.log', `reason ${number}`, `line ${number}`);
  unread.add('mail.log', 'reason 7', 'once more');
  const list = unread.list();
  expect(list[0]).toEqual({
    path: 'mail.log',
    why: 'other',
    count: 500,
    samples: ['line 1000', 'line 1001', 'line 1002'],
  });
  expect(list[1]).toMatchObject({ why: 'reason 7', count: 2 });
  expect(list).toHaveLength(1001);
  expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(unread.count);
});

test('of many inputs the others of each stand by themselves, as many as there is room for', () => {
  const unread = newUnreadLines();
  for (let number = 0; number < 5000; number += 1) unread.add(`file ${number}`, 'no JSON object', 'x');
  const list = unread.list();
  expect(list.length).toBeLessThanOrEqual(1001);
  expect(list[0]).toMatchObject({ path: 'several inputs', why: 'other', count: 4000 });
});
