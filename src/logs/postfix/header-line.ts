import type { Block } from '../block.ts';
import { literal, literalAt } from '../literal.ts';
import { spanCache } from '../span-cache.ts';
import { newTag, type Tag } from './tags.ts';

/** A header field that header_checks(5) wrote into the log. */
export interface Header {
  /** As a tag: its name in lower case. */
  readonly tag: Tag;
  /** The address, where it is the From field. */
  readonly from: string | undefined;
}

/** Actions that say what they saw and let it pass: `info: header X-Campaign: spring from localhost[127.0.0.1]; from=<…` */
const ACTION = /^(?:info|warning|prepend|filter|redirect|replace|bcc): header /;
const FIELD = /^([\w-]+): ?(.*?)(?: from \S+\[[^\]]*\]| from local)?$/;
const LONGEST_HEADER = 256;
const LONGEST_ACTION = 32;

const HEADER = literal(' header ');
const ENVELOPE = literal('; from=<');

/** Reads what cleanup says of a header field; undefined where it is something else. */
export function headerReader(): (block: Block, start: number, end: number) => Header | undefined {
  // Actions and fields come again and again, one by one: addresses stand behind them.
  const actions = spanCache((part) => (ACTION.test(part) ? 'header' : 'other'));
  const fields = spanCache(fieldOf);
  return (block, start, end) => {
    const action = literalAt(block, HEADER, start, Math.min(end, start + LONGEST_ACTION + HEADER.length));
    if (action < 0) return undefined;
    const fieldAt = action + HEADER.length;
    if (actions(block, start, fieldAt) !== 'header') return undefined;
    const fieldEnd = literalAt(block, ENVELOPE, fieldAt, end);
    return fieldEnd < 0 ? undefined : (fields(block, fieldAt, fieldEnd) ?? undefined);
  };
}

function fieldOf(part: string): Header | null {
  const match = FIELD.exec(part);
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase();
  const value = (match[2] ?? '').slice(0, LONGEST_HEADER);
  return { tag: newTag(name, value), from: name === 'from' ? addressIn(value) : undefined };
}

/** `Shop <shop@example.com>` */
const addressIn = (value: string): string => /<([^<>\s]+@[^<>\s]+)>/.exec(value)?.[1] ?? value.trim();
