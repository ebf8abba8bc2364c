import type { EventKind } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['sent', 'delivered'],
  ['delivered', 'delivered'],
  ['error', 'bounced'],
  ['bounced', 'bounced'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['abusereport', 'complained'],
]);
/** Errors before anything was tried: the address is blocked by the sender, or somebody stopped the mail. */
const NOT_TRIED = new Set(['notdelivered', 'manualcancel', 'ignore']);
/** Of all categories the only one that speaks of the address. */
const NO_MAILBOX = 'nomailbox';

/** `11/9/2026 10:00:05 AM`: month, day, year, in UTC. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)?$/i;
const MILLISECONDS = 1000;

export default defineLogFormat({
  id: 'elastic-email',
  title: 'Elastic Email',
  service: 'elastic-email',
  shape: 'records',
  obtain:
    'What a notification or webhook receives (Settings, Notifications): its parameters as an object, or the query or form they came in, one to a line',
  caveats: [
    'Sent means that the recipient’s server has taken the message; nothing tells when Elastic Email itself did',
    'Why a message was refused is told by a category only; the reply is not',
    'Every bounce comes as Error. Only NoMailbox speaks of the address; of the others it is not known whether they are for good',
    'Times are in UTC',
  ],
  sources: [
    {
      label: 'Elastic Email, notification settings',
      url: 'https://help.elasticemail.com/en/articles/4804685-notification-settings',
    },
    {
      label: 'Elastic Email, HTTP web notifications of the old dashboard',
      url: 'https://help.elasticemail.com/en/articles/2376855-how-to-manage-http-web-notifications-old-dashboard',
    },
  ],
  recognise(record) {
    if (!KINDS.has(textAt(record, 'status')?.toLowerCase() ?? '') || addressOf(record['to']) === undefined) return 0;
    const isOurs = textAt(record, 'transaction') !== undefined || textAt(record, 'messageid') !== undefined;
    return isOurs && textAt(record, 'date') !== undefined ? 0.92 : 0;
  },
  read(record, sink, assumptions) {
    const told = KINDS.get(textAt(record, 'status')?.toLowerCase() ?? '');
    if (told === undefined || record['to'] === undefined) return false;
    const category = textAt(record, 'category');
    const word = category?.toLowerCase() ?? '';
    const kind = told === 'bounced' && NOT_TRIED.has(word) ? 'dropped' : told;
    const event = draftOf(
      'elastic-email',
      kind,
      utcOf(american(record['date']) ?? record['date'], assumptions),
      record['to'],
      { record, sink },
    );
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'messageid') ?? textAt(record, 'transaction') });
    const from = addressOf(record['from'] ?? record['fromaddress']);
    if (from !== undefined) event.from = from;
    if (told === 'bounced' && category !== undefined) event.espClass = category;
    if (kind === 'bounced' && word === NO_MAILBOX) event.permanent = true;
    event.tags = tagsOf({ campaign: textAt(record, 'channel') });
    const url = textAt(record, 'target');
    if (url !== undefined && kind === 'clicked') event.url = url;
    sink.event(event);
    return true;
  },
});

function american(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, month, day, year, hour, minute, second, half] = AMERICAN.exec(value) ?? [];
  if (hour === undefined) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second));
  return time / MILLISECONDS;
}
