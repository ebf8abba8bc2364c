import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { addByKind } from '../json/by-kind.ts';
import { type DraftTags, draftOf, putTag } from '../json/draft.ts';
import { addressOf, countOf, ipOf, numberOf, objectOf, textOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addCode, addReply } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';
import { bounceClass } from './bounce-classes.ts';

const KINDS: ReadonlyMap<string, EventKind | 'known'> = new Map([
  ['injection', 'accepted'],
  ['delivery', 'delivered'],
  ['delay', 'deferred'],
  ['bounce', 'bounced'],
  ['out_of_band', 'bounced'],
  ['policy_rejection', 'dropped'],
  ['generation_failure', 'dropped'],
  ['generation_rejection', 'dropped'],
  ['spam_complaint', 'complained'],
  ['open', 'opened'],
  ['initial_open', 'opened'],
  ['amp_open', 'opened'],
  ['amp_initial_open', 'opened'],
  ['click', 'clicked'],
  ['amp_click', 'clicked'],
  ['list_unsubscribe', 'unsubscribed'],
  ['link_unsubscribe', 'unsubscribed'],
  ['sms_status', 'known'],
]);
/** Mail that came in, tests of subjects, deliveries of events themselves: told by the type, or by the class around it. */
const OTHERS = /^(?:relay|ab_test|ingest)_/;
const isOfOthers = (record: JsonObject): boolean => {
  const wrapped = record['msys'];
  return isObject(wrapped) && Object.keys(wrapped).every((key) => OTHERS.test(key));
};

/** The event itself; undefined for a batch's `{"msys":{}}`, which only asks whether anybody listens. */
export function sparkpostEvent(record: JsonObject): JsonObject | undefined {
  const wrapped = record['msys'];
  return isObject(wrapped) ? Object.values(wrapped).find(isObject) : record;
}

export function sparkpostKind(event: JsonObject): EventKind | 'known' | undefined {
  const { type } = event;
  if (typeof type !== 'string') return undefined;
  if (OTHERS.test(type)) return 'known';
  const kind = KINDS.get(type);
  if (kind !== 'bounced') return kind;
  if (GAVE_UP.test(textOf(event['raw_reason']) ?? textOf(event['reason']) ?? '')) return 'expired';
  return bounceClass(event['bounce_class'])?.kind ?? kind;
}
/** Its own words, when it has tried for as long as it does. */
const GAVE_UP = /\[internal\].*(?:message (?:timeout|expired)|exceeded max)/i;

export function readSparkpost(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  if (isOfOthers(record)) return true;
  const told = sparkpostEvent(record);
  if (told === undefined) return true;
  const kind = sparkpostKind(told);
  if (kind === undefined) return false;
  if (kind === 'known') return true;
  // `rcpt_to` is in lower case, `raw_rcpt_to` as it was given.
  const to = addressOf(told['raw_rcpt_to']) ?? told['rcpt_to'];
  const event = draftOf('sparkpost', kind, momentOf(told['timestamp'], assumptions), to, { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textOf(told['message_id']), event: textOf(told['event_id']) });
  event.tags = tagsOf(told);
  addMail(event, {
    from: told['friendly_from'],
    envelopeFrom: told['msg_from'],
    size: told['msg_size'],
    sourceIp: told['sending_ip'],
    mailboxProvider: told['mailbox_provider'],
  });
  addByKind(event, told, ADDS);
  sink.event(event);
  return true;
}

const ADDS = { engagement: addEngagement, delivery: addDelivery };

function addEngagement(event: Draft, told: JsonObject): void {
  const { is_prefetched: prefetched } = objectOf(told['user_agent_parsed']);
  if (typeof prefetched === 'boolean') event.machine = prefetched;
  const url = textOf(told['target_link_url']);
  if (url !== undefined) event.url = url;
}

const MILLISECONDS = 1000;

function addDelivery(event: Draft, told: JsonObject): void {
  const waited = numberOf(told['queue_time']);
  if (waited !== undefined && waited >= 0) event.delay = { total: waited / MILLISECONDS };
  const retries = countOf(told['num_retries']);
  if (retries !== undefined) event.attempt = retries + 1;
  if (event.kind === 'accepted') return;
  const relayIp = ipOf(told['ip_address']);
  if (relayIp !== undefined) event.relay = { ip: relayIp };
  if (event.kind === 'delivered' && relayIp !== undefined) event.hop = 'mx';
  const tls = countOf(told['outbound_tls']);
  // Of a failure 0 may also mean that nobody was reached.
  if (tls === 0 && event.kind === 'delivered') event.tls = false;
  else if (tls === 1) event.tls = {};
  addCode(event, told['error_code']);
  addReply(event, textOf(told['raw_reason']) ?? told['reason']);
  const word = textOf(told['bounce_class']);
  if (word !== undefined) event.espClass = word;
  const permanent = event.kind === 'deferred' ? false : bounceClass(told['bounce_class'])?.permanent;
  if (permanent !== undefined) event.permanent = permanent;
}

function tagsOf(told: JsonObject): DraftTags {
  const tags: DraftTags = {};
  putTag(tags, 'campaign', told['campaign_id']);
  putTag(tags, 'template', told['template_id']);
  putTag(tags, 'tag', told['rcpt_tags']);
  putTag(tags, 'ip-pool', told['ip_pool']);
  // 0 is the account itself.
  if (textOf(told['subaccount_id']) !== '0') putTag(tags, 'subaccount', told['subaccount_id']);
  putTag(tags, 'domain', told['sending_domain']);
  return tags;
}
