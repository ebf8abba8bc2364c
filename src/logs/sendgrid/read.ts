import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { addByKind } from '../json/by-kind.ts';
import { type DraftTags, draftOf } from '../json/draft.ts';
import { addressOf, countOf, ipOf, joinedText, messageIdOf, objectOf, textOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addReply, addStatus } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind | 'known'> = new Map([
  ['processed', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounce', 'bounced'],
  ['blocked', 'bounced'],
  ['dropped', 'dropped'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spamreport', 'complained'],
  ['spam_report', 'complained'],
  ['unsubscribe', 'unsubscribed'],
  ['group_unsubscribe', 'unsubscribed'],
  ['group_resubscribe', 'subscribed'],
  // About the account, not about mail.
  ['account_status_change', 'known'],
]);

export const sendgridKind = (event: string): EventKind | 'known' | undefined =>
  KINDS.get(event) ?? KINDS.get(event.toLowerCase());

export function readSendgrid(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const said = record['event'];
  const kind = typeof said === 'string' ? sendgridKind(said) : undefined;
  if (kind === undefined) return false;
  if (kind === 'known') return true;
  const when = momentOf(record['timestamp'], assumptions);
  const event = draftOf('sendgrid', kind, when, record['email'], { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({
    message: messageIdOf(record['smtp-id']),
    esp: textOf(record['sg_message_id']),
    event: textOf(record['sg_event_id']),
  });
  event.tags = tagsOf(record);
  addByKind(event, record, ADDS);
  sink.event(event);
  return true;
}

const ADDS = { engagement: addEngagement, delivery: addDelivery };

function addEngagement(event: Draft, record: JsonObject): void {
  const machine = record['sg_machine_open'];
  if (typeof machine === 'boolean') event.machine = machine;
  const url = textOf(record['url']);
  if (url !== undefined) event.url = url;
}

function addDelivery(event: Draft, record: JsonObject): void {
  const from = addressOf(record['from']);
  if (from !== undefined) event.from = from;
  const ip = ipOf(record['ip']);
  if (ip !== undefined) event.sourceIp = ip;
  const attempt = countOf(record['attempt']);
  if (attempt !== undefined && attempt > 0) event.attempt = attempt;
  addTls(event, record);
  addStatus(event, record['status']);
  if (event.kind === 'dropped') return addDrop(event, record);
  addReply(event, record['response'] ?? record['reason']);
  const word = textOf(record['bounce_classification']);
  if (word !== undefined) event.espClass = word;
  if (event.kind === 'bounced') {
    // `blocked`: the message is over, the address is fine.
    const type = record['type'] ?? record['event'];
    if (type === 'bounce' || type === 'blocked') event.permanent = type === 'bounce';
    if (type === 'expired' || (type === 'blocked' && isTemporary(event))) event.kind = 'expired';
  }
}

/** It is deferred for 72 hours, and becomes a block then (Twilio SendGrid, Deferrals and throttling). */
const isTemporary = ({ code, enhancedCode }: Draft): boolean =>
  code === undefined ? enhancedCode !== undefined && TEMPORARY.test(enhancedCode) : code < 500;
/** `4.0.0` is what SendGrid writes where it was told nothing. */
const TEMPORARY = /^4\.(?!0\.0$)/;

function addTls(event: Draft, record: JsonObject): void {
  const tls = numberLike(record['tls']);
  // Of a failure 0 may also mean that nobody was reached.
  if (tls === 0 && event.kind === 'delivered') event.tls = false;
  else if (tls === 1) event.tls = numberLike(record['cert_err']) === 1 ? { verified: false } : {};
}
const numberLike = (value: unknown): number | undefined =>
  typeof value === 'boolean' ? Number(value) : countOf(value);

/** Nobody answered: the reason is SendGrid's own word. */
function addDrop(event: Draft, record: JsonObject): void {
  const reason = textOf(record['reason']);
  if (reason === undefined) return;
  if (/^\d{3}\b/.test(reason)) addReply(event, reason);
  else event.espClass = reason;
}

function tagsOf(record: JsonObject): DraftTags {
  const tags: DraftTags = {};
  const category = joinedText(record['category']);
  if (category !== undefined) tags['category'] = category;
  const group = textOf(record['asm_group_id']);
  if (group !== undefined) tags['unsubscribe-group'] = group;
  const pool = textOf(objectOf(record['pool'])['name']);
  if (pool !== undefined) tags['ip-pool'] = pool;
  const template = textOf(record['sg_template_name'] ?? record['sg_template_id']);
  if (template !== undefined) tags['template'] = template;
  const campaign = textOf(record['singlesend_name'] ?? record['marketing_campaign_name'] ?? record['singlesend_id']);
  if (campaign !== undefined) tags['campaign'] = campaign;
  const newsletter = textOf(objectOf(record['newsletter'])['newsletter_id']);
  if (newsletter !== undefined) tags['newsletter'] = newsletter;
  return tags;
}
