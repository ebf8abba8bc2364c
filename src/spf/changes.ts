import type { RecordChange } from '../core/outcome.ts';
import type { PlannedRecord } from './layout.ts';

/**
 * What to publish so that these SPF records stand: `standing` holds the SPF texts at each name today. The records that
 * others include come first in `planned`, because an include without a record is a permerror (RFC 7208 §5.2).
 */
export function changesTo(
  planned: readonly PlannedRecord[],
  standing: ReadonlyMap<string, readonly string[]>,
): RecordChange[] {
  return planned.flatMap(({ name, text }): RecordChange[] => {
    const texts = standing.get(name) ?? [];
    if (texts.length === 1 && texts[0] === text) return [];
    const [old, ...more] = texts;
    const extra = more.map((other): RecordChange => ({ kind: 'remove', name, type: 'TXT', old: other }));
    if (old === undefined) return [{ kind: 'publish', name, type: 'TXT', value: text }];
    return [{ kind: 'replace', name, type: 'TXT', old, value: text }, ...extra];
  });
}
