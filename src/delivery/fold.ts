import { type Label, mergeGroup } from './group.ts';
import type { Section } from './groups.ts';
import { addHours } from './hours.ts';

/** Counts what was counted in one section in another. */
export function foldSection(from: Section, into: Section): void {
  into.messages += from.messages;
  addHours(into.hours, from.hours);
  for (const [day, count] of from.complaints) into.complaints.set(day, (into.complaints.get(day) ?? 0) + count);
  for (const [id, { second }] of from.groups) foldGroup(from.groups, id, into.groups, second ?? { id, name: id });
}

/** The same of one group, by its id, under the label of another. */
export function foldGroup(from: Section['groups'], id: string, into: Section['groups'], label: Label): void {
  const group = from.get(id);
  if (group === undefined) return;
  from.delete(id);
  const present = into.get(label.id);
  if (present === undefined) {
    into.set(label.id, group.second === undefined ? group : { ...group, second: label });
    return;
  }
  mergeGroup(present, group);
  if (present.hours !== undefined && group.hours !== undefined) addHours(present.hours, group.hours);
}
