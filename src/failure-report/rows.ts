import { timestamp } from '../core/format.ts';
import { cellOf, type Cell } from '../core/report.ts';
import type { FailureReport } from '../reports/failure/report.ts';
import { authenticationText } from './authentication.ts';
import type { Sender } from './failure-reports.ts';

type Row = Readonly<Record<string, unknown>>;

/** What `--format jsonl` prints of a report. The subject is personal, and stays out unless it is asked for. */
export function failureRow(report: FailureReport, sender: Sender | undefined, samples: boolean): Row {
  const { arrivalDate, original, ...rest } = report;
  const { subject, date, ...header } = original ?? {};
  return {
    ...(arrivalDate === undefined ? {} : { arrivalDate: timestamp(arrivalDate) }),
    ...rest,
    authentication: authenticationText(report),
    ...(original === undefined
      ? {}
      : {
          original: {
            ...header,
            ...(date === undefined ? {} : { date: timestamp(date) }),
            ...(samples && subject !== undefined ? { subject } : {}),
          },
        }),
    sender: sender ?? null,
  };
}

/** Columns of `--format csv`, and where a row holds them. */
const COLUMNS: Readonly<Record<string, (row: Row) => unknown>> = {
  arrivalDate: (row) => row['arrivalDate'],
  reporter: (row) => row['reporter'],
  feedbackType: (row) => row['feedbackType'],
  authFailures: (row) => row['authFailures'],
  headerFrom: (row) => row['headerFrom'],
  sourceIp: (row) => row['sourceIp'],
  sender: (row) => within(row['sender'], 'name'),
  evidence: (row) => within(row['sender'], 'evidence'),
  authentication: (row) => row['authentication'],
  identityAlignment: (row) => row['identityAlignment'],
  deliveryResult: (row) => row['deliveryResult'],
  incidents: (row) => row['incidents'],
  originalMailFrom: (row) => row['originalMailFrom'],
  originalRcptTo: (row) => row['originalRcptTo'],
  dkimDomain: (row) => within(row['dkim'], 'domain'),
  dkimSelector: (row) => within(row['dkim'], 'selector'),
  spfDns: (row) => row['spfDns'],
  from: (row) => within(row['original'], 'from'),
  messageId: (row) => within(row['original'], 'messageId'),
  subject: (row) => within(row['original'], 'subject'),
  reportedUris: (row) => row['reportedUris'],
  userAgent: (row) => row['userAgent'],
};

export const FAILURE_COLUMNS: readonly string[] = Object.keys(COLUMNS);

export const failureCells = (row: Row): Cell[] => Object.values(COLUMNS).map((pick) => cellOf(pick(row)));

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Row)[key] : undefined;
