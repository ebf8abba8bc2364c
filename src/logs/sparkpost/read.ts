import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { type DraftTags, draftOf } from '../json/draft.ts';
import { addressOf, countOf, ipOf, joinedText, numberOf, objectOf, textOf } from '../json/fields.ts';
import { isObject } from '../json/inside.ts';
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
/** Mail that came in, tests of subjects, deliveries of events themselves. */
const OTHERS = /^(?:relay|ab_test|ingest)_/;

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
  const told = sparkpostEvent(record);
  if (told === undefined) return true;
  const kind = sparkpostKind(told);
  if (kind === undefined) return false;
  if (kind === 'known') return true;
  // `rcpt_to` is in lower case, `raw_rcpt_to` as it was given.
  const to = addressOf(told['raw_rcpt_to']) ?? told['rcpt_to'];
  const event = draftOf('sparkpost', kind, momentOf(told['timestamp'], assumptions), to, { record, sink });
  if (event === undefined) return true;
  const [esp, id] = [textOf(told['message_id']), textOf(told['event_id'])];
  event.ids = { ...(esp !== undefined && { esp }), ...(id !== undefined && { event: id }) };
  event.tags = tagsOf(told);
  addMessage(event, told);
  if (kind === 'opened' || kind === 'clicked') addEngagement(event, told);
  else if (kind !== 'complained' && kind !== 'unsubscribed') addDelivery(event, told);
  sink.event(event);
  return true;
}

function addMessage(event: Draft, told: JsonObject): void {
  const from = addressOf(told['friendly_from']);
  if (from !== undefined) event.from = from;
  const sender = addressOf(told['msg_from']);
  if (sender !== undefined) event.envelopeFrom = sender;
  const size = countOf(told['msg_size']);
  if (size !== undefined) event.size = size;
  const ip = ipOf(told['sending_ip']);
  if (ip !== undefined) event.sourceIp = ip;
  const provider = textOf(told['mailbox_provider']);
  if (provider !== undefined) event.mailboxProvider = provider;
}

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
  const put = (name: string, value: unknown): void => {
    const text = joinedText(value);
    if (text !== undefined) tags[name] = text;
  };
  put('campaign', told['campaign_id']);
  put('template', told['template_id']);
  put('tag', told['rcpt_tags']);
  put('ip-pool', told['ip_pool']);
  put('subaccount', told['subaccount_id']);
  return tags;
}
