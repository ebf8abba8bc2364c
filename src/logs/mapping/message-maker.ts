import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink } from '../format.ts';
import { type EventMaker, eventMaker } from './event-maker.ts';
import type { Mapping, Outcome } from './mapping.ts';
import type { RowSource } from './row-source.ts';
import { timeReader } from './time-format.ts';

const NO: ReadonlySet<string> = new Set([
  'false',
  'no',
  'nein',
  'non',
  'nee',
  'n',
  '-',
  'null',
  'none',
  'na',
  'n/a',
  '',
]);
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
  const told = Object.entries(mapping.kind.columns ?? {}).map(([outcome, column]) => {
    const pick = source.pick(column) ?? (() => '');
    const isTold = (row: Row): boolean => {
      const text = pick(row).trim();
      return !NO.has(text.toLowerCase()) && !/^0+(?:\.0+)?$/.test(text);
    };
    const time = (row: Row): string => (read(pick(row).trim()) === undefined ? ofRow(row) : pick(row));
    const own: RowSource<Row> = { ...source, pick: (name) => (name === column ? time : source.pick(name)) };
    const make = eventMaker({ ...mapping, time: { ...mapping.time, column } }, format, own, once, assumptions, {
      kind: () => outcome as Outcome,
      also(draft, row) {
        withoutReply(draft);
        // What happened to one message is joined by its id; where a row has none, by when it says that it was sent.
        if (Object.keys(draft.ids).length === 0) draft.ids = { esp: ofRow(row).trim() };
      },
    });
    return { isTold, make };
  });
  return (row) => {
    isUnread = false;
    const happened = told.filter(({ isTold }) => isTold(row));
    if (happened.length === 0) sink.unread('nothing says what happened', source.text(row));
    return happened.every(({ make }) => make(row));
  };
}

/** The reply in a row is that of the failure, whatever else became of the message. */
function withoutReply(draft: Draft): void {
  if (REPLIED.has(draft.kind)) return;
  delete draft.diagnostic;
  delete draft.code;
  delete draft.enhancedCode;
  delete draft.espClass;
}
