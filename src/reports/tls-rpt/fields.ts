import { ownCopy } from '../../core/own-copy.ts';
import { messageCount } from '../aggregate/values.ts';
import type { JsonList, JsonNode, JsonObject, NoteAt } from './json.ts';
import { LIST_LIMIT } from './limits.ts';

/** The first of these keys that holds anything; null is nothing. */
export function memberOf({ members }: JsonObject, names: readonly string[]): JsonNode | undefined {
  for (const name of names) {
    const node = members.get(name);
    if (node !== undefined && !(node.kind === 'word' && node.text === 'null')) return node;
  }
  return undefined;
}

/** A text, without blanks around it; undefined where there is none, or an empty one. */
export function textOf(object: JsonObject, names: readonly string[], note: NoteAt): string | undefined {
  const node = memberOf(object, names);
  if (node === undefined) return undefined;
  if (node.kind === 'list' || node.kind === 'object') {
    const [only, ...others] = node.kind === 'list' ? node.items : [];
    if (only !== undefined && others.length === 0 && 'text' in only) {
      note('a list for a text', `${names[0]} is a list of one: its text is taken`, node.at);
      return filled(only.text);
    }
    note('no text', `${names[0]} is ${node.kind === 'list' ? 'a list' : 'an object'} and no text: not read`, node.at);
    return undefined;
  }
  return filled(node.text);
}

const filled = (text: string): string | undefined => {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : ownCopy(trimmed);
};

/** A number of sessions; undefined where the key is missing or holds none, which is noted. */
export function countOf(object: JsonObject, names: readonly string[], note: NoteAt): number | undefined {
  const node = memberOf(object, names);
  if (node === undefined) return undefined;
  const written = 'text' in node ? node.text.trim() : node.kind;
  const count = messageCount(written);
  if (count === undefined) {
    note('no number of sessions', `${names[0]} is "${shown(written)}", which is no number of sessions`, node.at);
  } else if (node.kind === 'text') {
    note('a number as text', `${names[0]} is written as a text: "${shown(written)}" is read as a number`, node.at);
  }
  return count;
}

/** Texts: a list of them, or a single one, which is a fault unless `single` says otherwise. */
export function textsOf(
  object: JsonObject,
  names: readonly string[],
  note: NoteAt,
  single: 'fault' | 'fine' = 'fault',
): string[] {
  const node = memberOf(object, names);
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    const only = textOf(object, names, note);
    if (only !== undefined && single === 'fault')
      note('a text for a list', `${names[0]} is a single text and no list: read as a list`, node.at);
    return only === undefined ? [] : [only];
  }
  if (node.items.length > LIST_LIMIT) {
    note('a long list', `${names[0]} has ${node.items.length} entries: only the first ${LIST_LIMIT} are kept`, node.at);
  }
  return node.items.slice(0, LIST_LIMIT).flatMap((item) => {
    if ('text' in item) return filled(item.text) ?? [];
    note('no text', `${names[0]} holds ${item.kind === 'list' ? 'a list' : 'an object'}: not read`, item.at);
    return [];
  });
}

/** Objects: a list of them, or a single one. */
export function objectsOf(object: JsonObject, names: readonly string[], note: NoteAt): JsonObject[] {
  const node = memberOf(object, names);
  if (node === undefined) return [];
  if (node.kind === 'object') {
    note('an object for a list', `${names[0]} is a single object and no list: read as a list`, node.at);
    return [node];
  }
  if (node.kind === 'list') return objectsIn(node, names[0] ?? '', note);
  if (node.text.trim() !== '') note('no list', `${names[0]} is "${shown(node.text)}" and no list: not read`, node.at);
  return [];
}

function objectsIn(list: JsonList, name: string, note: NoteAt): JsonObject[] {
  return list.items.flatMap((item) => {
    if (item.kind === 'object') return item;
    const isNothing = item.kind === 'word' && item.text === 'null';
    if (!isNothing) note('no object', `${name} holds something that is no object: not read`, item.at);
    return [];
  });
}

/** Enough of a value to recognise it by. */
export const shown = (raw: string): string => (raw.length > 60 ? `${raw.slice(0, 60)}…` : raw);
