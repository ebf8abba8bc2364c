import type { Draft } from '../event.ts';
import { tellReply } from '../mapping/assignments.ts';
import type { Extras } from '../mapping/event-maker.ts';
import type { ValueOf } from '../mapping/row-source.ts';
import type { Outcome } from '../mapping/mapping.ts';
import { replyCode, replyText } from '../mapping/reply-text.ts';

/**
 * A file says by its name alone what it is about; here it is told by the columns that only it has. Undefined where they
 * are of none.
 */
export function copernicaKind(has: (name: string) => boolean): Outcome | 'mime' | undefined {
  if (!has('id') || !has('time') || !(has('tags') || has('recipient'))) return undefined;
  if (has('email') && has('senderdomain')) return campaignKind(has);
  if (has('url') && has('destination')) return 'clicked';
  if (has('protocol') && has('headers')) return 'opened';
  if (!has('envelope') || !has('recipient')) return undefined;
  if (has('description') && has('code') && has('state')) return 'bounced';
  if (has('from') && has('to') && has('attempt')) return 'delivered';
  if (has('properties')) return 'accepted';
  // Bounces and responses: their columns are the same, and the mail itself tells.
  if (has('mime')) return 'mime';
  const isMore = has('description') || has('code') || has('status') || has('attempt');
  return !isMore && (has('templateid') || has('tags')) ? 'complained' : undefined;
}

/** Files of Copernica itself: cdm-… of its Marketing Suite, pom-… of its Publisher. Each says by its columns what it is of. */
function campaignKind(has: (name: string) => boolean): Outcome | undefined {
  if (has('mailingid') || has('databaseid')) return 'accepted';
  if (has('linkinfo')) return 'clicked';
  if (has('ip') && has('header')) return 'opened';
  if (has('description') && has('code') && has('status')) return 'bounced';
  if (has('attempts')) return 'delivered';
  if (has('attempt')) return 'deferred';
  if (has('mail')) return 'complained';
  return has('profile') && has('template') ? 'unsubscribed' : undefined;
}

/** RFC 3464 §2, and mails of servers that never heard of it. */
const REPORT =
  /report-type="?delivery-status|^content-type:\s*message\/delivery-status|^(?:final-recipient|diagnostic-code):/im;
const MAILER =
  /^from:.*(?:mailer-daemon|postmaster)@|^subject:.*(?:undeliver|delivery (?:status|fail)|returned mail|failure notice)/im;
const DIAGNOSTIC = /^diagnostic-code:\s*(.*(?:\r?\n[ \t].*)*)/im;
const STATUS = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im;
const ACTION = /^action:\s*(\w+)/im;
/** The beginning of a mail holds what it is. */
const LOOKED_AT = 64 * 1024;

export function copernicaExtras<Row>(
  kindOf: (row: Row) => Outcome | 'mime' | undefined,
  pick: (name: string) => ValueOf<Row>,
): Extras<Row> {
  const [mime, from, to, attempt, attempts, code, url] = [
    'mime',
    'from',
    'to',
    'attempt',
    'attempts',
    'code',
    'url',
  ].map((name) => pick(name));
  const text = (row: Row): string => mime?.(row).slice(0, LOOKED_AT) ?? '';
  return {
    kind(row) {
      const kind = kindOf(row);
      if (kind === undefined) return { why: 'columns of no file of Copernica' };
      if (kind !== 'mime') return kind;
      const mail = text(row);
      if (ACTION.exec(mail)?.[1]?.toLowerCase() === 'delayed') return 'deferred';
      return REPORT.test(mail) || MAILER.test(mail) ? 'bounced' : 'auto-reply';
    },
    also(draft: Draft, row: Row): void {
      const sent = from?.(row) ?? '';
      const taken = to?.(row) ?? '';
      if (sent !== '') draft.sourceIp = sent;
      if (taken !== '') draft.relay = { ip: taken };
      if (draft.kind === 'delivered') draft.hop = 'mx';
      // No template was used, or it is not known any more.
      if (draft.tags['template'] === '0') draft.tags = ownTags(draft.tags);
      const link = url?.(row) ?? '';
      if (draft.kind === 'clicked' && link !== '') draft.url = link;
      const number = attempt?.(row) || attempts?.(row) || '';
      if (/^\d{1,6}$/.test(number)) draft.attempt = Number(number) + 1;
      const answered = replyCode(code?.(row) ?? '');
      if (answered !== undefined) draft.code = answered;
      if (draft.kind === 'bounced' || draft.kind === 'deferred') diagnose(draft, text(row));
    },
  };
}

const ownTags = (tags: Draft['tags']): Draft['tags'] =>
  Object.fromEntries(Object.entries(tags).filter(([tag]) => tag !== 'template'));

function diagnose(draft: Draft, mail: string): void {
  const said = DIAGNOSTIC.exec(mail)?.[1] ?? '';
  if (said !== '') tellReply(draft, replyText(said));
  const status = STATUS.exec(mail)?.[1];
  if (status !== undefined) draft.enhancedCode = status;
}
