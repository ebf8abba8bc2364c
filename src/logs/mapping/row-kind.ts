import { plainName } from './columns.ts';
import { outcomeOf } from './event-words.ts';
import type { KindField, Outcome } from './mapping.ts';
import { isNothing } from './nothing.ts';
import { nameOf, type RowSource, shown } from './row-source.ts';

export type OutcomeOfRow<Row> = (row: Row) => Outcome | { readonly why: string };

/** Values remembered. Stops a column of free text, mapped by mistake, from filling memory. */
const MOST_KINDS = 1000;
const LONGEST_KIND = 100;

/** `5xx` stands for every code of its class, enhanced or not, and for the replies that begin with one. */
export const REPLY_CLASS = /^[245]xx$/;
const REPLY = /^(?:smtp; ?)?[<#(]?([245])(?:\d\d|\.\d{1,3}\.\d{1,3})(?:\.0)?(?![\d.])/i;

/** What a row says that happened. */
export function kindOf<Row>({ kind }: { readonly kind: KindField }, source: RowSource<Row>): OutcomeOfRow<Row> {
  const { column, values, always, words = values === undefined } = kind;
  const pick = column === undefined ? undefined : source.pick(column);
  if (column === undefined || pick === undefined) {
    const outcome = always ?? { why: 'nothing says what happened' };
    return () => outcome;
  }
  // Values are compared as people write them: `Hard bounce`, `hard_bounce`.
  const exact = new Map(Object.entries(values ?? {}));
  const hasClasses = [...exact.keys()].some((value) => REPLY_CLASS.test(value));
  const plain = new Map(Object.entries(values ?? {}).map(([value, outcome]) => [plainName(value), outcome]));
  const byClass = (text: string): Outcome | undefined => {
    const first = hasClasses ? REPLY.exec(text)?.[1] : undefined;
    return first === undefined ? undefined : exact.get(`${first}xx`);
  };
  const known = new Map<string, Outcome | { readonly why: string }>();
  return (row) => {
    const text = pick(row).trim();
    const before = known.get(text);
    if (before !== undefined) return before;
    const outcome =
      exact.get(text) ??
      plain.get(plainName(text)) ??
      (isNothing(text) ? exact.get('') : undefined) ??
      byClass(text) ??
      (words ? outcomeOf(text) : undefined);
    const told = outcome ??
      always ?? {
        why:
          text === ''
            ? `nothing in the column ${nameOf(column)}, which says what happened`
            : `${shown(text)} in the column ${nameOf(column)} is no event that is known`,
      };
    if (known.size < MOST_KINDS && text.length <= LONGEST_KIND) known.set(Buffer.from(text).toString(), told);
    return told;
  };
}

/** The same where one cell tells several things. */
export function kindsOf<Row>(
  mapping: { readonly kind: KindField },
  source: RowSource<Row>,
  separator: string,
): (row: Row) => readonly (Outcome | { readonly why: string })[] {
  const { column } = mapping.kind;
  const pick = column === undefined ? undefined : source.pick(column);
  let part = '';
  const one = kindOf(mapping, { ...source, pick: (name) => (name === column ? () => part : source.pick(name)) });
  return (row) => {
    const parts = (pick?.(row) ?? '').split(separator, MOST_PARTS).filter((text) => text.trim() !== '');
    return (parts.length === 0 ? [''] : parts).map((text) => {
      part = text;
      return one(row);
    });
  };
}
/** Things told in one cell. Stops one of nothing but separators from making a million events. */
const MOST_PARTS = 50;
