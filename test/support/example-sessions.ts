import type { Example, ExampleSessions } from '../../src/core/example.ts';
import { documentFromText } from '../../src/intake/document.ts';
import { readTlsItems } from '../../src/tls-report/read.ts';
import type { TlsReports } from '../../src/tls-report/tls-reports.ts';

/** The TLS reports of an example: one report for each of its rows. */
export const exampleSessions = ({ tlsSessions = [], domain = 'example.com' }: Example): Promise<TlsReports> =>
  readTlsItems(
    tlsSessions.map((sessions, index) => documentFromText(`${index}.json`, reportJson(sessions, domain, index))),
  );

function reportJson(sessions: ExampleSessions, domain: string, index: number): string {
  const { policy, successful = 0, failed = 0, result, mx, day = '2026-10-01' } = sessions;
  const [type, mode] = policy.split(' ');
  return JSON.stringify({
    'organization-name': 'Receiver Inc.',
    'date-range': { 'start-datetime': `${day}T00:00:00Z`, 'end-datetime': `${day}T23:59:59Z` },
    'contact-info': 'tls@receiver.example',
    'report-id': `${index}`,
    policies: [
      {
        policy: {
          'policy-type': type,
          'policy-domain': domain,
          ...(mode === undefined ? {} : { 'policy-string': ['version: STSv1', `mode: ${mode}`] }),
        },
        summary: { 'total-successful-session-count': successful, 'total-failure-session-count': failed },
        'failure-details':
          result === undefined
            ? []
            : [{ 'result-type': result, 'receiving-mx-hostname': mx, 'failed-session-count': failed }],
      },
    ],
  });
}
