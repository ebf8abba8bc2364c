import { gzipSync } from 'node:zlib';

const CRLF = '\r\n';
const base64Lines = (octets: Buffer): string => octets.toString('base64').replaceAll(/.{76}(?=.)/g, `$&${CRLF}`);

export interface MailWanted {
  /** Makes it another one than all others. */
  readonly id: number | string;
  /** Of the attachment, before it is packed. */
  readonly octets?: number;
  readonly type?: string;
  readonly fileName?: string;
}

const header = (id: number | string, subject: string): string[] => [
  'From: DMARC Reports <noreply@reporter.example>',
  'To: reports@casaluna.example',
  `Subject: ${subject}`,
  `Message-ID: <${id}@reporter.example>`,
  'Date: Sun, 01 Nov 2026 06:00:00 +0000',
  'MIME-Version: 1.0',
];

/** A mail as reporters send it: a few words, and a packed report. */
export function reportMail({ id, octets = 0, type = 'application/gzip', fileName }: MailWanted): Buffer {
  const report = `<?xml version="1.0"?><feedback><report_metadata><org_name>reporter.example</org_name><report_id>${id}</report_id></report_metadata></feedback>`;
  const attachment = octets === 0 ? gzipSync(report) : Buffer.alloc(octets, `${id} `);
  const name = fileName ?? `reporter.example!casaluna.example!${id}.xml.gz`;
  return Buffer.from(
    [
      ...header(id, `Report Domain: casaluna.example Submitter: reporter.example Report-ID: ${id}`),
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is a DMARC report.',
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      base64Lines(attachment),
      '--b--',
      '',
    ].join(CRLF),
  );
}

/** A mail of somebody to somebody, whatever its subject says. */
export const letter = (id: number | string): Buffer =>
  Buffer.from(
    [
      ...header(id, `Report Domain: casaluna.example Report-ID: ${id}`),
      'Content-Type: text/plain',
      '',
      `Shall we meet? ${id}`,
      '',
    ].join(CRLF),
  );
