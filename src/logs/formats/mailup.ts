import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'mailup',
      title: 'MailUp e-mail statistics, CSV',
      service: 'mailup',
      obtain: 'MailUp: the export of e-mail statistics, which it writes to an FTP folder for accounts that ordered it',
      caveats: [
        'Times are those of Italy, as its documentation says',
        '`SNT` is taken in for sending: what the recipient’s server accepted is not told',
        'Of a bounce its code is told, not the reply',
        'Opens by proxies and scanners are not told from those of people',
      ],
      sources: [
        {
          label: 'MailUp, Export of e-mail statistics (columns, times)',
          url: 'https://help.mailup.com/pages/viewpage.action?pageId=60882983&navigatingVersions=true',
        },
        {
          label: 'MailUp, the same, older (what the statuses mean)',
          url: 'https://help.mailup.com/plugins/viewsource/viewpagesrc.action?pageId=38633490',
        },
      ],
    },
    {
      name: 'mailup',
      input: 'table',
      time: { column: 'statusChange', zone: 'Europe/Rome' },
      kind: {
        column: 'statusType',
        values: { SNT: 'accepted', NCO: 'bounced', OPN: 'opened', CLK: 'clicked' },
      },
      recipient: { column: 'email' },
      tags: { list: { column: 'idList' }, campaign: { column: 'idNl' } },
    },
    ifThere(0.95, 'idList', 'email', 'statusType', 'statusChange'),
    {
      extras(_, source) {
        const none = (): string => '';
        const [send, message] = [source.pick('idInvio') ?? none, source.pick('idNl') ?? none];
        const details = source.pick('details') ?? none;
        return {
          also(draft, cells) {
            const id = [message(cells), send(cells)].filter((part) => part !== '').join('.');
            if (id !== '') draft.ids = { ...draft.ids, esp: id };
            const told = details(cells).trim();
            if (told !== '' && draft.kind === 'clicked') draft.url = told;
            else if (told !== '' && draft.kind === 'bounced') draft.espClass = told;
          },
        };
      },
    },
  ),
);
