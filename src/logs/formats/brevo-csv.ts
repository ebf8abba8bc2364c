import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'brevo-csv',
      title: 'Brevo transactional logs, CSV',
      service: 'brevo',
      obtain: 'Brevo: Transactional, Logs, export as CSV',
      caveats: [
        'Times have no zone: they are those of the account, and are taken for UTC unless --timezone says otherwise',
        'Why a mail bounced is not in this file; the webhooks and the API tell it',
        'Names of events are in the language of the account: English, French, Italian, German, Spanish and Dutch are known',
      ],
      sources: [
        {
          label: 'Brevo, Manage your transactional logs',
          url: 'https://help.brevo.com/hc/en-us/articles/360021533839-Manage-your-transactional-logs-and-email-previews',
        },
        {
          label: 'Brevo, Weekly event exports (kinds of events)',
          url: 'https://developers.brevo.com/docs/bulk-fetch-all-your-transactional-activity',
        },
      ],
    },
    {
      name: 'brevo-csv',
      input: 'table',
      time: { column: 'ts', format: 'DD-MM-YYYY hh:mm:ss' },
      kind: {
        column: 'st_text',
        words: true,
        values: {
          Sent: 'accepted',
          Inviata: 'accepted',
          Envoyé: 'accepted',
          Envoyée: 'accepted',
          Gesendet: 'accepted',
          Enviado: 'accepted',
          Verzonden: 'accepted',
          'First opening': 'opened',
          // Brevo could not even try.
          Error: 'dropped',
          Errore: 'dropped',
          Erreur: 'dropped',
          Fehler: 'dropped',
          Fout: 'dropped',
        },
      },
      recipient: { column: 'email' },
      from: { column: 'frm' },
      url: { column: 'link' },
      messageId: { column: 'mid' },
      tags: { tag: { column: 'tag' } },
    },
    ifThere(0.95, 'st_text', 'ts', 'frm', 'email', 'mid'),
  ),
);
