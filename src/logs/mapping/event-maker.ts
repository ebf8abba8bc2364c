import { addressDomain } from '../../protocols/address-parts.ts';
import { newDraft } from '../draft.ts';
import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink } from '../format.ts';
import { addressesIn, addressIn } from './addresses.ts';
import { type Assign, assignments } from './assignments.ts';
import type { Mapping, Outcome } from './mapping.ts';
import { kindOf, kindsOf, type OutcomeOfRow } from './row-kind.ts';
import type { RowSource } from './row-source.ts';
import { timeOf } from './row-time.ts';
import type { TimeReader } from './cell-time.ts';

/** False where it is no row of this source at all. */
export type EventMaker<Row> = (row: Row) => boolean;

/** What a format of ours knows beyond what a mapping can say. */
export interface Extras<Row> {
  /** Of times that are written in more than one way. */
  readonly readTime?: TimeReader;
  readonly kind?: OutcomeOfRow<Row>;
  readonly also?: Assign<Row>;
}

/** Makes events of rows by a mapping; what a row lacks is counted by why. */
export function eventMaker<Row>(
  mapping: Mapping,
  format: string,
  source: RowSource<Row>,
  sink: EventSink,
  assumptions: Assumptions,
  extras: Extras<Row> = {},
): EventMaker<Row> {
  const time = timeOf(mapping, source, assumptions, extras.readTime);
  const kind = extras.kind ?? kindOf(mapping, source);
  const recipient = source.pick(mapping.recipient.column) ?? (() => '');
  const called = mapping.kind.column === undefined ? undefined : source.pick(mapping.kind.column);
  const { separator } = mapping.recipient;
  const assigns = assignments(mapping, source, assumptions);
  if (extras.also !== undefined) assigns.push(extras.also);

  const make = (row: Row, what: ReturnType<OutcomeOfRow<Row>>): boolean => {
    const when = time(row);
    if (typeof when === 'string' && source.isForeign?.(row) === true) return false;
    if (what === 'ignored') return true;
    if (typeof when === 'string') {
      sink.unread(when, source.text(row));
      return true;
    }
    if (typeof what === 'object') {
      sink.unread(what.why, source.text(row));
      return true;
    }
    const all = recipient(row);
    const recipients =
      separator === undefined ? addressesIn(all) : all.split(separator).filter((one) => one.trim() !== '');
    for (const one of recipients.length === 0 ? [''] : recipients) {
      const address = addressIn(one);
      const draft = newDraft(
        format,
        KINDS[what] ?? (what as EventKind),
        when.seconds,
        when.assumed ? 'zone' : undefined,
      );
      draft.ids = {};
      draft.tags = {};
      if (address !== '') draft.recipient = address;
      draft.recipientDomain = addressDomain(address);
      if (what === 'soft-bounced') draft.permanent = false;
      else if (what === 'hard-bounced') draft.permanent = true;
      else if (what.startsWith('machine-')) draft.machine = true;
      for (const assign of assigns) assign(draft, row);
      // Who calls it hard has seen the reply, whatever the text beside it says.
      if (what === 'hard-bounced' && called !== undefined && isUncoded(draft)) draft.espClass ??= called(row).trim();
      sink.event(draft);
    }
    return true;
  };
  if (extras.kind !== undefined || mapping.kind.separator === undefined) return (row) => make(row, kind(row));
  const each = kindsOf(mapping, source, mapping.kind.separator);
  return (row) => each(row).every((what) => make(row, what));
}

/** A text, and no code that outranks the word for it. */
const isUncoded = ({ diagnostic, code, enhancedCode }: Draft): boolean =>
  diagnostic !== undefined && code === undefined && enhancedCode === undefined;
const KINDS: Readonly<Partial<Record<Outcome, EventKind>>> = {
  'soft-bounced': 'bounced',
  'hard-bounced': 'bounced',
  'machine-opened': 'opened',
  'machine-clicked': 'clicked',
};
