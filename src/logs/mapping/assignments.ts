import { foldedName } from '../../protocols/domain.ts';
import type { Draft, EventIds, EventKind } from '../event.ts';
import type { Assumptions } from '../format.ts';
import { addressIn, beginsList, listedIn, relayOf } from './addresses.ts';
import { plainName } from './columns.ts';
import type { Field, FlagField, Mapping } from './mapping.ts';
import { isNothing } from './nothing.ts';
import { textOf } from './record-path.ts';
import { enhancedCodeIn, replyCode, replyText, type ReplyText } from './reply-text.ts';
import type { RowSource } from './row-source.ts';
import { timeOf } from './row-time.ts';
import { isFlag } from './yes-no.ts';
import { toMilliseconds } from '../milliseconds.ts';

export type Assign<Row> = (draft: Draft, row: Row) => void;

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

/** Of a recipient whose address is hidden; with the @ before it, too. */
const domainIn = (text: string): string => foldedName(text.replace(/^@/, ''));
const senderIn = (text: string): string => (beginsList(text) ? listedIn(text)[0] : undefined) ?? addressIn(text);

/** Everything but time, kind and recipient. */
export function assignments<Row>(mapping: Mapping, source: RowSource<Row>, assumptions: Assumptions): Assign<Row>[] {
  const all: Assign<Row>[] = [];
  const field = (one: Field | undefined, assign: (draft: Draft, text: string) => void): void => {
    if (one === undefined) return;
    const pick = one.column === undefined ? undefined : source.pick(one.column);
    if (pick === undefined && one.always === undefined) return;
    const { always = '' } = one;
    all.push((draft, row) => {
      const text = pick === undefined ? always : pick(row).trim() || always;
      if (text !== '' && !isNothing(text)) assign(draft, text);
    });
  };
  const flag = (one: FlagField | undefined, key: 'machine' | 'permanent'): void => {
    if (one === undefined) return;
    const yes = new Set((one.yes ?? ['true', 'yes', '1']).map((word) => plainName(word)));
    field(one, (draft, text) => void (draft[key] = yes.has(plainName(text))));
  };

  field(mapping.diagnostic, (draft, text) => {
    // A column of success holds the reason where it does not say yes.
    if (!isFlag(text)) tellReply(draft, replyText(text));
  });
  field(mapping.code, (draft, text) => {
    const code = replyCode(text);
    if (code !== undefined) draft.code = code;
  });
  field(mapping.enhancedCode, (draft, text) => {
    const code = enhancedCodeIn(text);
    if (code !== undefined) draft.enhancedCode = code;
  });
  field(mapping.recipientDomain, (draft, text) => {
    if (draft.recipientDomain === '') draft.recipientDomain = domainIn(text);
  });
  field(mapping.from, (draft, text) => void (draft.from = senderIn(text)));
  field(mapping.envelopeFrom, (draft, text) => void (draft.envelopeFrom = senderIn(text)));
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
          draft.delay = { total: toMilliseconds(draft.time - when.seconds) };
      });
    }
  }
  return all;
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 0.001, minutes: 60 };
const DELAYED: ReadonlySet<EventKind> = new Set(['delivered', 'deferred', 'bounced', 'expired']);
