import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import { anyReader } from '../mapping/time-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'socketlabs',
      title: 'SocketLabs failed messages report, CSV',
      service: 'socketlabs',
      obtain: 'SocketLabs: Reports, Failed Messages, Download',
      caveats: [
        'Only failures are in it: what was accepted is not told',
        'Times have no zone, and are taken for UTC unless --timezone says otherwise',
        'FailureCode is a number of SocketLabs’ own, and stands as the service’s word; the reply is in Reason',
      ],
      sources: [
        {
          label: 'SocketLabs, Failed Messages Report Definitions',
          url: 'https://help.socketlabs.com/docs/failed-messages-report-definitions',
        },
      ],
    },
    {
      name: 'socketlabs',
      input: 'table',
      time: { column: 'DateTime' },
      kind: { column: 'FailureType', values: { 0: 'soft-bounced', 1: 'hard-bounced', 2: 'dropped' } },
      recipient: { column: 'ToAddress' },
      from: { column: 'FromAddress' },
      diagnostic: { column: 'Reason' },
      espClass: { column: 'FailureCode' },
      espId: { column: 'MessageId' },
      tags: { campaign: { column: 'MailingId' }, subaccount: { column: 'ServerID' } },
    },
    ifThere(0.95, 'DateTime', 'ToAddress', 'FailureType', 'FailureCode', 'Reason'),
    { extras: () => ({ readTime: anyReader(undefined, 'M/D/YYYY h:mm:ss A', 'M/D/YYYY hh:mm:ss') }) },
  ),
);
