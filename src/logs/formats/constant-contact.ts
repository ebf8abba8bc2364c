import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['em_sends', 'accepted'],
  ['em_bounces', 'bounced'],
  ['em_opens', 'opened'],
  ['em_clicks', 'clicked'],
  ['em_optouts', 'unsubscribed'],
]);
const OTHERS = /^em_[a-z_]+$/;

/** Why it bounced, by one letter; the words are those of the documentation. */
const BOUNCES: ReadonlyMap<string, { readonly kind: EventKind; readonly word?: string; readonly permanent?: boolean }> =
  new Map<string, { readonly kind: EventKind; readonly word?: string; readonly permanent?: boolean }>([
    ['B', { kind: 'bounced', word: 'Non-existent address', permanent: true }],
    // No answer, and tried again and again.
    ['D', { kind: 'expired', word: 'Undeliverable' }],
    ['F', { kind: 'bounced', word: 'Mailbox full', permanent: false }],
    // Bounced before, and left out since.
    ['S', { kind: 'dropped', word: 'Suppressed' }],
    ['V', { kind: 'auto-reply' }],
    ['X', { kind: 'bounced', word: 'Other' }],
    ['Z', { kind: 'bounced', word: 'Blocked' }],
  ]);

export default defineLogFormat({
  id: 'constant-contact',
  title: 'Constant Contact email reports',
  service: 'constant-contact',
  shape: 'records',
  obtain:
    'The answers of Constant Contact’s GET /v3/reports/email_reports/{campaign_activity_id}/tracking/sends, bounces, opens, clicks and optouts, pages as they come',
  caveats: [
    'A send is taken in for sending: what the recipient’s server accepted is not told, nor what it answered',
    'Forwards are passed over, and so is who did not open',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Constant Contact, Get an email bounces report',
      url: 'https://developer.constantcontact.com/api_guide/email_summary_bounces_report.html',
    },
    {
      label: 'The fields of a tracking activity',
      url: 'https://www.rubydoc.info/gems/constant_contact_client/ConstantContactClient/BouncesTrackingActivity',
    },
  ],
  recognise: (record) => (isOurs(record) && KINDS.has(typeOf(record)) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const type = typeOf(record);
    const told = KINDS.get(type);
    if (told === undefined) return OTHERS.test(type);
    const bounce = told === 'bounced' ? BOUNCES.get(textAt(record, 'bounce_code') ?? '') : undefined;
    const event = draftOf(
      'constant-contact',
      bounce?.kind ?? told,
      momentOf(record['created_time'], assumptions),
      record['email_address'],
      { record, sink },
    );
    if (event === undefined) return true;
    const campaign = textAt(record, 'campaign_activity_id');
    event.ids = idsOf({ esp: [campaign, textAt(record, 'contact_id')].filter(Boolean).join('/') || undefined });
    event.tags = tagsOf({ campaign });
    if (bounce?.word !== undefined) event.espClass = bounce.word;
    if (bounce?.permanent !== undefined) event.permanent = bounce.permanent;
    const url = textAt(record, 'link_url');
    if (event.kind === 'clicked' && url !== undefined) event.url = url;
    sink.event(event);
    return true;
  },
});

const typeOf = (record: JsonObject): string => textAt(record, 'tracking_activity_type') ?? '';
const isOurs = (record: JsonObject): boolean => typeOf(record) !== '' && record['campaign_activity_id'] !== undefined;
