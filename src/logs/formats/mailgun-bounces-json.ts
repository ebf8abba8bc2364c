import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addCode } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';
import { timeReader } from '../mapping/time-format.ts';

/** Keys of the entries of each list. With others it is somebody's own. */
const KEYS: ReadonlySet<string> = new Set([
  'address',
  'code',
  'error',
  'created_at',
  'MessageHash',
  'tags',
  'tag',
  'count',
]);
const readMailDate = timeReader('mail-date');

export default defineLogFormat({
  id: 'mailgun-bounces-json',
  title: 'Mailgun suppression lists, JSON',
  service: 'mailgun',
  shape: 'records',
  failuresOnly: true,
  obtain: 'The answers of Mailgun’s GET /v3/{domain}/bounces, /complaints and /unsubscribes',
  caveats: [
    'An address stands in it once, with its last bounce; soft bounces, and what was sent and accepted, are not in it',
    'Which message it was is not told, so a bounce that the webhooks or the Events API tell as well counts twice: give one or the other',
  ],
  sources: [
    {
      label: 'Mailgun, List all bounces',
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces',
    },
  ],
  recognise: (record) => (kindOf(record) === undefined || textAt(record, 'created_at') === undefined ? 0 : 0.8),
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    if (kind === undefined) return false;
    // `Fri, 21 Oct 2011 11:02:55 UTC`
    const told = readMailDate?.(textAt(record, 'created_at') ?? '');
    const when = told === undefined ? momentOf(record['created_at'], assumptions) : { time: told.seconds };
    const event = draftOf('mailgun-bounces-json', kind, when, record['address'], { record, sink });
    if (event === undefined) return true;
    if (kind === 'bounced') {
      addCode(event, record['code']);
      addQuotedReply(event, textAt(record, 'error'), event.code);
      event.permanent = true;
    }
    event.tags = tagsOf({ tag: [...textsAt(record, 'tags'), ...textsAt(record, 'tag')].filter((tag) => tag !== '*') });
    sink.event(event);
    return true;
  },
});

function kindOf(record: JsonObject): EventKind | undefined {
  if (textAt(record, 'address')?.includes('@') !== true || !Object.keys(record).every((key) => KEYS.has(key)))
    return undefined;
  if (record['error'] !== undefined && record['code'] !== undefined) return 'bounced';
  if (record['tags'] !== undefined || record['tag'] !== undefined) return 'unsubscribed';
  return 'complained';
}
