import { defineLogFormat } from '../format.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { flagged, tableOfStates } from '../mapping/table-of-states.ts';

export default defineLogFormat(
  tableOfStates(
    {
      id: 'hubspot-recipients',
      title: 'HubSpot marketing email recipients, CSV',
      service: 'hubspot',
      obtain:
        'HubSpot: Marketing, Email, an email that was sent, Recipients, Export: a row for each recipient, with `Sent`, `Delivered`, `Bounce` and more as TRUE or FALSE',
      caveats: [
        'A row is a recipient with what became of the message so far: all of it stands at the time of sending, the only one told',
        'Times are those of whoever exported it, and no zone is named: they are taken for UTC unless --timezone says otherwise',
        'Temporary failures are not told; whether a bounce is for ever is told by its reason alone',
        'Recipients HubSpot never sent to have no time in some exports: these rows are counted as not understood',
      ],
      sources: [
        {
          label: 'HubSpot, terms in the export of an email',
          url: 'https://knowledge.hubspot.com/articles/kcs_article/email/what-do-the-email-terms-in-my-basic-export-mean',
        },
        { label: 'saveBOARD-CRM, which reads the export', url: 'https://github.com/saveBOARD/saveBOARD-CRM' },
      ],
    },
    {
      name: 'hubspot-recipients',
      input: 'table',
      time: { column: 'Sent At (Your time zone)' },
      kind: { always: 'accepted' },
      recipient: { column: 'Recipient' },
      espId: { column: 'Email Campaign ID' },
      tags: { campaign: { column: 'Email Campaign ID' } },
    },
    ifThere(0.95, 'Recipient', 'Hub ID', 'Email Campaign ID', 'Sent At (Your time zone)', 'Not Sent Reason', 'Bounce'),
    (source) => {
      const [sent, ...others] = ['Sent', 'Suppressed', 'Dropped', 'Delivered', 'Bounce'].map((column) => {
        const told = flagged(source, column, 'accepted');
        return (cells: readonly string[]): boolean => told(cells) === 'accepted';
      });
      const [suppressed, dropped] = others;
      const reason = source.pick('Not Sent Reason') ?? (() => '');
      const notSent = (cells: readonly string[]): boolean =>
        reason(cells).trim() !== '' || suppressed?.(cells) === true || dropped?.(cells) === true;
      return [
        {
          kind(cells) {
            if (notSent(cells) || others.some((told) => told(cells))) return 'ignored';
            return sent?.(cells) === true ? 'accepted' : { why: 'nothing says what happened' };
          },
        },
        {
          kind: (cells) => (notSent(cells) ? 'dropped' : 'ignored'),
          fields: { espClass: { column: 'Not Sent Reason' }, diagnostic: { column: 'Not Sent Message' } },
        },
        { kind: flagged(source, 'Delivered', 'delivered') },
        {
          kind: flagged(source, 'Bounce', 'bounced'),
          fields: { espClass: { column: 'Bounce Reason' }, diagnostic: { column: 'Bounce Message' } },
        },
        { kind: flagged(source, 'Opened', 'opened') },
        { kind: flagged(source, 'Clicked', 'clicked') },
        { kind: flagged(source, 'Unsubscribed', 'unsubscribed') },
        { kind: flagged(source, 'Spam Report', 'complained') },
      ];
    },
  ),
);
