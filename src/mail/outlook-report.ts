import type { CompoundEntry, CompoundFile } from './compound-file.ts';
import { fixedProperties, textOf } from './outlook-properties.ts';

/** What a report in Outlook's own form says of each recipient ([MS-OXOMSG] §2.2.2), in the words of RFC 3464. */
export interface OutlookReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  readonly recipients: readonly OutlookRecipient[];
}
interface OutlookRecipient {
  readonly address: string;
  /** `5.1.1`; absent where no number says it. */
  readonly status?: string;
  /** `<mx.example #5.1.1 smtp;550 5.1.1 no such user>`; empty where nothing is said. */
  readonly said: string;
}

// Properties ([MS-OXPROPS]).
const MESSAGE_CLASS = '001A';
const SMTP_ADDRESS = '39FE';
const EMAIL_ADDRESS = '3003';
const DISPLAY_NAME = '3001';
const SUPPLEMENTARY_INFO = '0C1B';
const REPORT_TEXT = '1001';
const ORIGINAL_DISPLAY_TO = '0074';
const STATUS_CODE = 0x0c20;
const DIAGNOSTIC_CODE = 0x0c05;
const RECIPIENT_HEADER = 8;
/** Recipients of one report. Stops a file of a hundred thousand storages. */
const RECIPIENTS = 1000;

/** A class of message ends in what it is a report of: `REPORT.IPM.Note.NDR`, `REPORT.IPM.Note.Delayed.DR`. */
const ACTIONS: readonly (readonly [RegExp, OutlookReport['action']])[] = [
  [/\.NDR$/i, 'failed'],
  [/\.Delayed(?:\.DR)?$/i, 'delayed'],
  [/\.Relayed\.DR$/i, 'relayed'],
  [/\.Expanded\.DR$/i, 'expanded'],
  [/\.DR$/i, 'delivered'],
];
/** Why a message was not delivered, as X.400 numbers it (ITU-T X.411 §8.3.1.4). */
const DIAGNOSTICS: Readonly<Record<number, string>> = {
  0: '5.1.1',
  1: '5.1.4',
  2: '4.3.2',
  3: '5.4.6',
  4: '5.2.1',
  5: '4.4.7',
  7: '5.3.4',
};

/** What a message is: `IPM.Note`, `REPORT.IPM.Note.IPNRN`; empty where it does not say. */
export const messageClass = (file: CompoundFile, message: CompoundEntry): string =>
  textOf(file, file.children(message), MESSAGE_CLASS)?.trim() ?? '';

/** The report that a message is; undefined where it is none. */
export function outlookReport(file: CompoundFile, message: CompoundEntry): OutlookReport | undefined {
  const name = messageClass(file, message);
  const action = /^REPORT\./i.test(name) ? ACTIONS.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  if (action === undefined) return undefined;
  const entries = file.children(message);
  const recipients = entries
    .filter(({ name: one, kind }) => kind === 'storage' && one.startsWith('__recip_version1.0'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, RECIPIENTS)
    .map((recipient) => recipientIn(file, file.children(recipient)))
    .filter(({ address }) => address !== '');
  const to = textOf(file, entries, ORIGINAL_DISPLAY_TO) ?? '';
  return { action, recipients: recipients.length > 0 || to === '' ? recipients : [{ address: to, said: '' }] };
}

function recipientIn(file: CompoundFile, entries: readonly CompoundEntry[]): OutlookRecipient {
  const text = (number: string): string => (textOf(file, entries, number) ?? '').trim();
  const numbers = fixedProperties(file, entries, RECIPIENT_HEADER);
  const address = [SMTP_ADDRESS, EMAIL_ADDRESS, DISPLAY_NAME].map(text).find((one) => one.includes('@'));
  const digits = /^([245])(\d)(\d)$/.exec(String(numbers.long(STATUS_CODE) ?? ''));
  const status = digits?.slice(1).join('.') ?? DIAGNOSTICS[numbers.long(DIAGNOSTIC_CODE) ?? -1];
  return {
    address: address ?? '',
    said: text(SUPPLEMENTARY_INFO) || text(REPORT_TEXT),
    ...(status === undefined ? {} : { status }),
  };
}
