import { type OfSpan, spanCache } from '../span-cache.ts';

/** What a sender calls its mail. Messages share them: they are never changed. */
export type Tags = Readonly<Record<string, string>>;

/** One name and value; a message gets it by `withTag`. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  /** What sets of tags have become with this one. */
  readonly made: Map<Tags, Tags>;
}

/** Sets remembered for a tag. Stops a log in which every line invents one. */
const MOST_MADE = 100;

export const newTag = (name: string, value: string): Tag => ({ name, value, made: new Map() });

/** A few sets serve all messages, so that one is hardly ever made. */
export function withTag(tags: Tags, tag: Tag): Tags {
  const known = tag.made.get(tags);
  if (known !== undefined) return known;
  const made = { ...tags, [tag.name]: tag.value };
  if (tag.made.size >= MOST_MADE) tag.made.clear();
  tag.made.set(tags, made);
  return made;
}

/** Tags of one name, by the part of a line that is their value. */
export const tagsNamed = (name: string): OfSpan<Tag> => spanCache((value) => newTag(name, value));
