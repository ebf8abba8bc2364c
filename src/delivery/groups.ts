import { ownCopy } from '../core/own-copy.ts';
import { type Group, type Label, newGroup } from './group.ts';
import type { Grouping, Placed } from './grouping.ts';
import type { Stream } from '../streams/stream.ts';
import type { Hours } from './hours.ts';

/** What stands in the first column, and what it is split by. */
export interface Section {
  readonly label: Label;
  /** The stream of its first event: the only one, where things are grouped by stream. */
  readonly stream: Stream;
  /** Messages the sending system took in, where the source tells them apart from their recipients. */
  messages: number;
  readonly hours: Hours;
  /** Complaints by the day they came, counted since 1970. */
  readonly complaints: Map<number, number>;
  readonly groups: Map<string, Group>;
}

export interface Groups {
  section(placed: Placed): Section;
  group(section: Section, placed: Placed): Group;
  byNumber(number: number): Group | undefined;
  /** Where a group stands, and the stream of its first event. */
  placeOf(group: Group): Place;
  /** Whether an event says less of what is counted by than the first one of a group did: it belongs there. */
  isVaguer(placed: Placed, group: Group): boolean;
  readonly sections: Map<string, Section>;
  /** Groups that did not get one of their own. */
  folded(): number;
}

export interface Place {
  readonly section: Section;
  readonly stream: Stream;
}

/** Sections and groups kept apart: a group is some kilobytes. What is beyond is counted together, as `other`. */
const MOST_SECTIONS = 4000;
const MOST_GROUPS = 8000;
const OTHER: Label = { id: 'other', name: 'other' };

/**
 * Groups by what is in the first column and what it is split by. `keepsHours` says which labels have groups that are told by the hour:
 * the thousands of small receivers are not.
 */
export function newGroups(grouping: Grouping, keepsHours: (label: Label) => boolean): Groups {
  const sections = new Map<string, Section>();
  const all: Group[] = [];
  const places: Place[] = [];
  let folded = 0;
  // Events of one message come one after the other, and share their labels.
  let lastLabel: Label | undefined;
  let lastSection: Section | undefined;

  const newSection = (label: Label, stream: Stream): Section => {
    const section: Section = {
      label: owned(label),
      stream,
      messages: 0,
      hours: new Map(),
      complaints: new Map(),
      groups: new Map(),
    };
    sections.set(section.label.id, section);
    return section;
  };
  const addGroup = (section: Section, label: Label | undefined, stream: Stream): Group => {
    const second = label === undefined ? undefined : owned(label);
    const hours = second !== undefined && (keepsHours(second) || keepsHours(section.label)) ? new Map() : undefined;
    const group = newGroup(all.length + 1, second, hours);
    all.push(group);
    places.push({ section, stream });
    section.groups.set(second?.id ?? '', group);
    return group;
  };

  const placeOf = ({ number }: Group): Place => places[number - 1] as Place;
  const isByStream = tellsStreams(grouping);

  return {
    section(placed) {
      const label = grouping.first(placed);
      if (label === lastLabel && lastSection !== undefined) return lastSection;
      const present = sections.get(label.id);
      if (present !== undefined) {
        lastLabel = label;
        lastSection = present;
        return present;
      }
      if (sections.size < MOST_SECTIONS) return newSection(label, placed.stream);
      folded += 1;
      return sections.get(OTHER.id) ?? newSection(OTHER, placed.stream);
    },
    group(section, placed) {
      const label = grouping.second?.(placed);
      const present = section.groups.get(label?.id ?? '');
      if (present !== undefined) return present;
      if (label === undefined || all.length < MOST_GROUPS) return addGroup(section, label, placed.stream);
      folded += 1;
      return section.groups.get(OTHER.id) ?? addGroup(section, OTHER, placed.stream);
    },
    // Looked for before the first of a list, V8 gives the whole search up for a slow one.
    byNumber: (number) => (number === 0 ? undefined : all[number - 1]),
    placeOf,
    isVaguer: (placed, group) =>
      isByStream
        ? placed.stream.headerFrom === '' && placeOf(group).stream.headerFrom !== ''
        : grouping.first(placed).id === '',
    sections,
    folded: () => folded,
  };
}

/** Where each group is of one stream. */
export const tellsStreams = ({ name }: Grouping): boolean => name === 'stream' || name === 'provider';

const owned = ({ id, name }: Label): Label => ({ id: ownCopy(id), name: ownCopy(name) });
