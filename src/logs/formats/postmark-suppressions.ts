import type { EventKind } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { listAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { isObject } from '../json/inside.ts';
import { momentOf } from '../json/time.ts';

const LIST = 'Suppressions';
const REASONS: ReadonlyMap<string, EventKind> = new Map([
  ['HardBounce', 'bounced'],
  ['SpamComplaint', 'complained'],
  ['ManualSuppression', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'postmark-suppressions',
  title: 'Postmark suppressions',
  service: 'postmark',
  shape: 'records',
  failuresOnly: true,
  obtain: 'The answer of Postmark’s GET /message-streams/{stream}/suppressions/dump',
  caveats: [
    'An address stands in it once, with why it is no longer written to; what was sent and accepted is not in it',
    'What the sender put there by hand (Origin Customer) counts as unsubscribed, as what recipients did themselves',
  ],
  sources: [{ label: 'Postmark, Suppressions API', url: 'https://postmarkapp.com/developer/api/suppressions-api' }],
  recognise(record) {
    const [first] = listAt(record, LIST);
    return isObject(first) && textAt(first, 'SuppressionReason') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    if (!Array.isArray(record[LIST])) return false;
    for (const entry of listAt(record, LIST).filter(isObject)) {
      const kind = REASONS.get(textAt(entry, 'SuppressionReason') ?? '');
      if (kind === undefined) continue;
      const when = momentOf(entry['CreatedAt'], assumptions);
      const event = draftOf('postmark-suppressions', kind, when, entry['EmailAddress'], { record: entry, sink });
      if (event === undefined) continue;
      if (kind === 'bounced') {
        event.espClass = 'HardBounce';
        event.permanent = true;
      }
      sink.event(event);
    }
    return true;
  },
});
