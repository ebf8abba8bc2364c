import { addressDomain } from '../../protocols/address-parts.ts';
import type { Draft, EventIds, EventKind } from '../event.ts';
import type { Assumptions, EventSink } from '../format.ts';
import { addressIn, relayOf } from './addresses.ts';
import { outcomeOf } from './event-words.ts';
import {
  type Column,
  type Field,
  type FlagField,
  type KindField,
  type Mapping,
  type Outcome,
  columnsOf,
} from './mapping.ts';
import { plainName } from './columns.ts';
import { textOf } from './record-path.ts';
import { enhancedCodeIn, replyCode, replyText, type ReplyText } from './reply-text.ts';
import { timeReader, type TimeReader } from './time-format.ts';
import { zoneOf } from '../zone.ts';

/** The text of one value of a row or object; empty where it has none. */
export type Pick<Row> = (row: Row) => string;
export interface RowSource<Row> {
  /** Undefined where there is no such column. */
  pick(column: Column): Pick<Row> | undefined;
  /** The whole of it, as it is shown. */
  text(row: Row): string;
  /** Whether a row without a time is none of this table: column names again, other ones. */
  isForeign?(row: Row): boolean;
}
/** False where it is no row of this source at all. */
export type EventMaker<Row> = (row: Row) => boolean;

type Assign<Row> = (draft: Draft, row: Row) => void;
export type OutcomeOfRow<Row> = (row: Row) => Outcome | { readonly why: string };
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
  const { separator } = mapping.recipient;
  const assigns = assignments(mapping, source, assumptions);
  if (extras.also !== undefined) assigns.push(extras.also);

  return (row) => {
    const when = time(row);
    if (typeof when === 'string' && source.isForeign?.(row) === true) return false;
    const what = kind(row);
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
    const recipients = separator === undefined ? [all] : all.split(separator).filter((one) => one.trim() !== '');
    for (const one of recipients.length === 0 ? [''] : recipients) {
      const address = addressIn(one);
      const draft: Draft = {
        time: when.seconds,
        kind: KINDS[what] ?? (what as EventKind),
        source: format,
        ids: {},
        recipientDomain: addressDomain(address),
        tags: {},
      };
      if (when.assumed) draft.timeAssumed = 'zone';
      if (address !== '') draft.recipient = address;
      if (what === 'soft-bounced') draft.permanent = false;
      else if (what === 'hard-bounced') draft.permanent = true;
      else if (what.startsWith('machine-')) draft.machine = true;
      for (const assign of assigns) assign(draft, row);
      sink.event(draft);
    }
    return true;
  };
}

const KINDS: Readonly<Partial<Record<Outcome, EventKind>>> = {
  'soft-bounced': 'bounced',
  'hard-bounced': 'bounced',
  'machine-opened': 'opened',
  'machine-clicked': 'clicked',
};

const LONGEST_SHOWN = 60;
const shown = (text: string): string =>
  `\`${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}\``;
const nameOf = (column: Column): string => shown(columnsOf(column)[0] ?? '');

function timeOf<Row>(
  { time: { column, clock, format, zone } }: Mapping,
  source: RowSource<Row>,
  assumptions: Assumptions,
  reader: TimeReader | undefined = timeReader(format),
): (row: Row) => { readonly seconds: number; readonly assumed: boolean } | string {
  const day = source.pick(column) ?? (() => '');
  const ofDay = clock === undefined ? undefined : source.pick(clock);
  const read = reader ?? (() => undefined);
  const zoneOfFile = zone === undefined ? undefined : zoneOf(zone);
  const east = zoneOfFile ?? assumptions.zone;
  const none = `no time in the column ${nameOf(column)}`;
  const other = `the column ${nameOf(column)} holds no time that is ${format === undefined ? 'unmistakable' : shown(format)}`;
  return (row) => {
    const text = ofDay === undefined ? day(row).trim() : `${day(row).trim()} ${ofDay(row).trim()}`.trim();
    if (text === '') return none;
    const time = read(text);
    if (time === undefined) return other;
    if (time.isZoned) return { seconds: time.seconds, assumed: false };
    const { seconds } = time;
    return { seconds: seconds - (east?.(seconds) ?? 0), assumed: east === undefined };
  };
}

export function kindOf<Row>({ kind }: { readonly kind: KindField }, source: RowSource<Row>): OutcomeOfRow<Row> {
  const { column, values, always, words = values === undefined } = kind;
  const pick = column === undefined ? undefined : source.pick(column);
  if (column === undefined || pick === undefined) {
    const outcome = always ?? { why: 'nothing says what happened' };
    return () => outcome;
  }
  // Values are compared as people write them: `Hard bounce`, `hard_bounce`.
  const exact = new Map(Object.entries(values ?? {}));
  const plain = new Map(Object.entries(values ?? {}).map(([value, outcome]) => [plainName(value), outcome]));
  const known = new Map<string, Outcome | { readonly why: string }>();
  return (row) => {
    const text = pick(row).trim();
    const before = known.get(text);
    if (before !== undefined) return before;
    const outcome = exact.get(text) ?? plain.get(plainName(text)) ?? (words ? outcomeOf(text) : undefined);
    const told = outcome ??
      always ?? { why: `${shown(text)} in the column ${nameOf(column)} is no event that is known` };
    if (known.size < MOST_KINDS && text.length <= LONGEST_KIND) known.set(Buffer.from(text).toString(), told);
    return told;
  };
}
/** Values remembered. Stops a column of free text, mapped by mistake, from filling memory. */
const MOST_KINDS = 1000;
const LONGEST_KIND = 100;

/** A draft is nobody else's yet: an object for every tag would cost more than the rest. */
export function setTag({ tags }: Draft, tag: string, text: string): void {
  (tags as Record<string, string>)[tag] = text;
}
function setId({ ids }: Draft, id: keyof EventIds, text: string): void {
  (ids as Record<string, string>)[id] = text;
}

export function tellReply(draft: Draft, { code, enhancedCode, text }: ReplyText): void {
  draft.diagnostic = text;
  if (code !== undefined) draft.code = code;
  if (enhancedCode !== undefined) draft.enhancedCode = enhancedCode;
}

/** `["receipts","shop"]`, a list as JSON in a cell, as one writes it. */
function listed(text: string): string {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  try {
    return textOf(JSON.parse(text)) || text;
  } catch {
    return text;
  }
}

/** What exports write where there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['NA', 'N/A', 'n/a', 'null', 'NULL', '(null)', 'None', '-', '[]', '{}']);

/** Everything but time, kind and recipient. */
function assignments<Row>(mapping: Mapping, source: RowSource<Row>, assumptions: Assumptions): Assign<Row>[] {
  const all: Assign<Row>[] = [];
  const field = (one: Field | undefined, assign: (draft: Draft, text: string) => void): void => {
    if (one === undefined) return;
    const pick = one.column === undefined ? undefined : source.pick(one.column);
    if (pick === undefined && one.always === undefined) return;
    const { always = '' } = one;
    all.push((draft, row) => {
      const text = pick === undefined ? always : pick(row).trim() || always;
      if (text !== '' && !NOTHING.has(text)) assign(draft, text);
    });
  };
  const flag = (one: FlagField | undefined, key: 'machine' | 'permanent'): void => {
    if (one === undefined) return;
    const yes = new Set((one.yes ?? ['true', 'yes', '1']).map((word) => plainName(word)));
    field(one, (draft, text) => void (draft[key] = yes.has(plainName(text))));
  };

  field(mapping.diagnostic, (draft, text) => tellReply(draft, replyText(text)));
  field(mapping.code, (draft, text) => {
    const code = replyCode(text);
    if (code !== undefined) draft.code = code;
  });
  field(mapping.enhancedCode, (draft, text) => {
    const code = enhancedCodeIn(text);
    if (code !== undefined) draft.enhancedCode = code;
  });
  field(mapping.from, (draft, text) => void (draft.from = addressIn(text)));
  field(mapping.envelopeFrom, (draft, text) => void (draft.envelopeFrom = addressIn(text)));
  field(mapping.sourceIp, (draft, text) => void (draft.sourceIp = relayOf(text).ip ?? text));
  field(mapping.relayHost, (draft, text) => void (draft.relay = { ...draft.relay, ...relayOf(text) }));
  field(mapping.relayIp, (draft, text) => void (draft.relay = { ...draft.relay, ip: relayOf(text).ip ?? text }));
  field(mapping.espClass, (draft, text) => void (draft.espClass = text));
  field(mapping.mailboxProvider, (draft, text) => void (draft.mailboxProvider = text));
  field(mapping.url, (draft, text) => void (draft.url = text));
  field(mapping.messageId, (draft, text) => setId(draft, 'message', addressIn(text)));
  field(mapping.espId, (draft, text) => setId(draft, 'esp', text));
  field(mapping.eventId, (draft, text) => setId(draft, 'event', text));
  field(mapping.queueId, (draft, text) => setId(draft, 'queue', text));
  field(mapping.host, (draft, text) => setId(draft, 'host', text));
  field(mapping.size, (draft, text) => {
    if (/^\d{1,15}$/.test(text)) draft.size = Number(text);
  });
  field(mapping.attempt, (draft, text) => {
    if (/^\d{1,6}$/.test(text)) draft.attempt = Number(text);
  });
  field(mapping.delay, (draft, text) => {
    const total = Number(text.replace(',', '.')) * (SECONDS[mapping.delay?.unit ?? 'seconds'] ?? 1);
    if (Number.isFinite(total) && total >= 0) draft.delay = { total };
  });
  flag(mapping.machine, 'machine');
  flag(mapping.permanent, 'permanent');
  for (const [tag, one] of Object.entries(mapping.tags ?? {}))
    field(one, (draft, text) => setTag(draft, tag, listed(text)));
  if (mapping.queuedAt !== undefined) {
    const { column } = mapping.queuedAt;
    if (column !== undefined && source.pick(column) !== undefined) {
      const { clock: _, ...ofTime } = mapping.time;
      const queued = timeOf({ ...mapping, time: { ...ofTime, column } }, source, assumptions);
      all.push((draft, row) => {
        const when = queued(row);
        // Only what ended in the recipient's server, or tried to, has a delay of delivery.
        if (typeof when !== 'string' && when.seconds <= draft.time && DELAYED.has(draft.kind))
          draft.delay = { total: Math.round((draft.time - when.seconds) * 1000) / 1000 };
      });
    }
  }
  return all;
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 0.001, minutes: 60 };
const DELAYED: ReadonlySet<EventKind> = new Set(['delivered', 'deferred', 'bounced', 'expired']);
