import { defineLogFormat } from '../format.ts';
import { listAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { isObject } from '../json/inside.ts';
import { momentOf } from '../json/time.ts';

const LIST = 'SuppressedDestinationSummaries';

export default defineLogFormat({
  id: 'amazon-ses-suppressions',
  title: 'Amazon SES suppression list',
  service: 'amazon-ses',
  shape: 'records',
  failuresOnly: true,
  obtain: 'The answer of Amazon SES’s ListSuppressedDestinations (aws sesv2 list-suppressed-destinations)',
  caveats: [
    'An address stands in it once, with the last bounce or complaint; what was sent and accepted is not in it',
    'What the recipient’s server said is not told; only bounces for good come to stand in it',
  ],
  sources: [
    {
      label: 'Amazon SES, ListSuppressedDestinations',
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html',
    },
  ],
  recognise: (record) => (Array.isArray(record[LIST]) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!Array.isArray(record[LIST])) return false;
    for (const entry of listAt(record, LIST).filter(isObject)) {
      const isComplaint = textAt(entry, 'Reason') === 'COMPLAINT';
      const when = momentOf(entry['LastUpdateTime'], assumptions);
      const kind = isComplaint ? 'complained' : 'bounced';
      const event = draftOf('amazon-ses-suppressions', kind, when, entry['EmailAddress'], { record: entry, sink });
      if (event === undefined) continue;
      if (!isComplaint) event.permanent = true;
      sink.event(event);
    }
    return true;
  },
});
