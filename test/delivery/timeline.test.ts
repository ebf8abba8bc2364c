import { expect, test } from 'vitest';
import { newGroup } from '../../src/delivery/group.ts';
import type { Section } from '../../src/delivery/groups.ts';
import { OUTCOME } from '../../src/delivery/outcome.ts';
import { newTimeline, type Timeline } from '../../src/delivery/timeline.ts';
import type { MailEvent } from '../../src/logs/event.ts';

const HOUR = 3600;
const sectionOf = (): Section => ({
  label: { id: 's', name: 's' },
  stream: { id: 's', name: 's', sender: 's', purpose: 'unknown', headerFrom: '' },
  messages: 0,
  hours: new Map(),
  complaints: new Map(),
  groups: new Map(),
});
const event = (hour: number, kind: MailEvent['kind'] = 'deferred'): MailEvent => ({
  time: hour * HOUR,
  kind,
  source: 'example',
  ids: {},
  recipientDomain: 'example.net',
  hop: 'mx',
  tags: {},
});
const tell = (timeline: Timeline, section: Section, one: MailEvent): void => {
  timeline.queue(section, one, OUTCOME.none, OUTCOME.queued);
  timeline.attempt(section, newGroup(1, section.label, new Map()), one, 0, 0);
};

test('times made up at random cost no more than so many hours, and each event that is left out is counted once', () => {
  const timeline = newTimeline();
  const section = sectionOf();
  // Each event has an hour of its section and one of its group.
  for (let hour = 0; hour < 50_000; hour += 1) tell(timeline, section, event(hour));
  expect([section.hours.size, timeline.lost()]).toEqual([50_000, 0]);
  for (let hour = 50_000; hour < 50_100; hour += 1) tell(timeline, section, event(hour));
  expect([section.hours.size, timeline.lost()]).toEqual([50_000, 100]);
  // Hours that are there are told on.
  const late = event(7);
  timeline.attempt(section, newGroup(1, section.label), late, 0, 0);
  expect([section.hours.get(7)?.deferrals, timeline.lost()]).toEqual([2, 100]);
});

test('who begins to wait is counted in that hour, and taken off in the one in which he waits no more', () => {
  const timeline = newTimeline();
  const section = sectionOf();
  timeline.queue(section, event(1), OUTCOME.none, OUTCOME.queued);
  timeline.queue(section, event(2), OUTCOME.queued, OUTCOME.accepted);
  timeline.queue(section, event(3), OUTCOME.none, OUTCOME.accepted);
  expect([...section.hours].map(([hour, { queued }]) => [hour, queued])).toEqual([
    [1, 1],
    [2, -1],
  ]);
});

test('of an hour in which everybody is told something else, so many reasons are kept', () => {
  const timeline = newTimeline();
  const section = sectionOf();
  for (let reason = 0; reason < 30; reason += 1) timeline.attempt(section, newGroup(1), event(1), reason, 0);
  timeline.attempt(section, newGroup(1), event(1), 0, 0);
  const hour = section.hours.get(1);
  expect([hour?.reasons?.size, hour?.reasons?.get(0), hour?.deferrals]).toEqual([20, 2, 31]);
});
