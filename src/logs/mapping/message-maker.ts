import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink } from '../format.ts';
import { type EventMaker, eventMaker } from './event-maker.ts';
import type { Column, Mapping, Outcome } from './mapping.ts';
import { kindOf } from './row-kind.ts';
import type { RowSource } from './row-source.ts';
import { timeReader } from './time-format.ts';
import { isNo } from './yes-no.ts';

/** What a reply can be of. */
const REPLIED: ReadonlySet<EventKind> = new Set(['bounced', 'deferred', 'dropped', 'expired']);

/** Makes the events of a message of its row, by columns of which each tells one of them. */
export function messageMaker<Row>(
  mapping: Mapping,
  format: string,
  source: RowSource<Row>,
  sink: EventSink,
  assumptions: Assumptions,
): EventMaker<Row> {
  let isUnread = false;
  const once: EventSink = {
    ...sink,
    unread(why, text) {
      if (!isUnread) sink.unread(why, text);
      isUnread = true;
    },
  };
  const read = timeReader(mapping.time.format) ?? (() => undefined);
  const ofRow = source.pick(mapping.time.column) ?? (() => '');
  // What happened to one message is joined by its id; where a row has none, by when it says that it was sent.
  const identify = (draft: Draft, row: Row): void => {
    if (Object.keys(draft.ids).length === 0) draft.ids = { esp: ofRow(row).trim() };
  };
  const stateOf = mapping.kind.column === undefined ? undefined : kindOf(mapping, source);
  const told = Object.entries(mapping.kind.columns ?? {}).map(([outcome, column]) => {
    const pick = source.pick(column) ?? (() => '');
    const isTold = (row: Row): boolean => !isNo(pick(row).trim());
    const time = (row: Row): string => (read(pick(row).trim()) === undefined ? ofRow(row) : pick(row));
    // Of the column of the time alone: a reason by which it is told is read as it stands.
    const ofTime: Column = [column];
    const own: RowSource<Row> = { ...source, pick: (name) => (name === ofTime ? time : source.pick(name)) };
    const make = eventMaker({ ...mapping, time: { ...mapping.time, column: ofTime } }, format, own, once, assumptions, {
      kind: () => outcome as Outcome,
      also(draft, row) {
        if (stateOf?.(row) !== outcome) withoutReply(draft);
        identify(draft, row);
      },
    });
    // A time of sending stands for the delivery of what did not fail.
    return { outcome, isTold, make, isSending: outcome === 'delivered' && column === mapping.time.column };
  });
  const ofState =
    stateOf === undefined ? undefined : eventMaker(mapping, format, source, once, assumptions, { also: identify });
  return (row) => {
    isUnread = false;
    const happened = told.filter((one) => one.isTold(row) && !(one.isSending && isFailure(stateOf?.(row))));
    if (ofState !== undefined) {
      const state = stateOf?.(row);
      const isToldAlready = happened.some(({ outcome }) => outcome === state);
      return happened.every(({ make }) => make(row)) && (isToldAlready || ofState(row));
    }
    if (happened.length === 0) sink.unread('nothing says what happened', source.text(row));
    return happened.every(({ make }) => make(row));
  };
}

const isFailure = (state: unknown): boolean => typeof state === 'string' && FAILURES.has(state);
const FAILURES: ReadonlySet<string> = new Set<Outcome>([
  'bounced',
  'hard-bounced',
  'soft-bounced',
  'deferred',
  'dropped',
  'expired',
]);

/** The reply in a row is that of the failure, whatever else became of the message. */
function withoutReply(draft: Draft): void {
  if (REPLIED.has(draft.kind)) return;
  delete draft.diagnostic;
  delete draft.code;
  delete draft.enhancedCode;
  delete draft.espClass;
  delete draft.permanent;
}
