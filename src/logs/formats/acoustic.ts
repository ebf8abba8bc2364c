import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'acoustic',
      title: 'Acoustic Campaign (Silverpop) raw contact events',
      service: 'acoustic',
      obtain:
        'Acoustic Campaign: Data, Export raw events (Raw Recipient Data Export); or the API call RawRecipientDataExport: a file of all events in an archive',
      caveats: [
        'Times have no zone: they are those of the organisation, and are taken for UTC unless --timezone says otherwise',
        '`Sent` is taken in for sending: what the recipient’s server accepted is not told',
        'Of a bounce no reply is told; a soft one is told when all retries are used up',
        'Answers that ask for another address, and other replies, are passed over',
        'Opens by proxies and scanners are not told from those of people',
      ],
      sources: [
        {
          label: 'Acoustic, Export raw contact events',
          url: 'https://developer.goacoustic.com/acoustic-campaign/reference/rawrecipientdataexport',
        },
        {
          label: 'Acoustic, XML API glossary (what the events mean)',
          url: 'https://developer.ibm.com/customer-engagement/docs/watson-marketing/ibm-engage-2/watson-campaign-automation-platform/xml-api/xml-api-glossary/',
        },
      ],
    },
    {
      name: 'acoustic',
      input: 'table',
      time: { column: 'Event Timestamp', format: 'MM/DD/YYYY hh:mm:ss' },
      kind: {
        column: 'Event Type',
        values: {
          Sent: 'accepted',
          Suppressed: 'dropped',
          'Hard Bounce': 'hard-bounced',
          'Soft Bounce': 'soft-bounced',
          // Refused by the provider, for the sender or for what was sent.
          'Reply Mail Block': 'bounced',
          'Reply Mail Restriction': 'bounced',
          'Reply Abuse': 'complained',
          Open: 'opened',
          'Click Through': 'clicked',
          'Opt Out': 'unsubscribed',
          'Opt In': 'subscribed',
          'Reply Change Address': 'ignored',
          'Reply Other': 'ignored',
          Clickstream: 'ignored',
          Conversion: 'ignored',
          Forward: 'ignored',
          Attachment: 'ignored',
          Media: 'ignored',
        },
      },
      recipient: { column: 'Email' },
      url: { column: 'URL' },
      tags: { campaign: { column: 'Campaign Id' }, mailing: { column: 'Mailing Id' } },
    },
    ifThere(0.95, 'Recipient Id', 'Mailing Id', 'Report Id', 'Event Type', 'Event Timestamp'),
    {
      extras(_, source) {
        const none = (): string => '';
        const [event, suppression] = [source.pick('Event Type') ?? none, source.pick('Suppression Reason') ?? none];
        const [mailing, report] = [source.pick('Mailing Id') ?? none, source.pick('Report Id') ?? none];
        return {
          also(draft, cells) {
            draft.ids = { ...draft.ids, esp: `${mailing(cells)}.${report(cells)}` };
            if (draft.kind === 'bounced') draft.espClass = event(cells).trim();
            else if (draft.kind === 'dropped') draft.espClass = suppression(cells).trim() || 'Suppressed';
          },
        };
      },
    },
  ),
);
