import { defineLogFormat } from '../format.ts';
import { tellReply } from '../mapping/assignments.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';
import { replyText } from '../mapping/reply-text.ts';

const KIND: KindField = {
  column: 'Event Type',
  words: true,
  values: {
    SENT: 'accepted',
    MTA_DROPPED: 'dropped',
    STATUSCHANGE: 'ignored', // told by UNSUBSCRIBED where it is that
    UNBOUNCE: 'ignored',
    PRINT: 'ignored',
    FORWARD: 'ignored',
  },
};

export default defineLogFormat(
  mappedTable(
    {
      id: 'hubspot-events',
      title: 'HubSpot marketing email events, CSV',
      service: 'hubspot',
      obtain:
        'HubSpot: Marketing, Email, an email that was sent, Export, all its events; a row for each, with `Event Type`, `Event ID` and `Event Created Date (Your time zone)`',
      caveats: [
        'Times are those of whoever exported it, and no zone is named: they are taken for UTC unless --timezone says otherwise',
        'Events that HubSpot itself says a later one made obsolete are left out',
        '`SENT` is taken in for sending; `DELIVERED` tells that the recipient’s server accepted the message',
        'Opens by proxies and scanners are there or not as the account filters bots; they are not told from those of people',
      ],
      sources: [
        {
          label: 'HubSpot, Email events (types of events, what makes one obsolete)',
          url: 'https://developers.hubspot.com/docs/api-reference/legacy/email-analytics-v1/guide',
        },
        {
          label: 'HubspotMailingListExportCombiner, which reads the export',
          url: 'https://github.com/jgoergen/HubspotMailingListExportCombiner',
        },
      ],
    },
    {
      name: 'hubspot-events',
      input: 'table',
      time: { column: 'Event Created Date (Your time zone)' },
      kind: KIND,
      recipient: { column: 'Recipient' },
      from: { column: 'From' },
      enhancedCode: { column: 'Bounce status' },
      diagnostic: { column: 'Bounce message' },
      espClass: { column: 'Bounce reason' },
      espId: { column: 'Message ID' },
      eventId: { column: 'Event ID' },
      url: { column: 'Click URL' },
      tags: { campaign: { column: 'Email Campaign ID' } },
    },
    ifThere(
      0.95,
      'Recipient',
      'Hub ID',
      'Email Campaign ID',
      'Event Type',
      'Event ID',
      'Event Created Date (Your time zone)',
    ),
    {
      extras(_, source) {
        const none = (): string => '';
        const [obsolete, reason, message] = ['Obsoleted by Event ID', 'Not Sent Reason', 'Not Sent Message'].map(
          (name) => source.pick(name) ?? none,
        );
        const kind = kindOf({ kind: KIND }, source);
        return {
          kind: (cells) => (obsolete?.(cells).trim() ? 'ignored' : kind(cells)),
          also(draft, cells) {
            if (draft.kind !== 'dropped') return;
            const [why = '', text = ''] = [reason?.(cells).trim(), message?.(cells).trim()];
            if (why !== '') draft.espClass = why;
            if (text !== '') tellReply(draft, replyText(text));
          },
        };
      },
    },
  ),
);
