import type { FeedbackMail, MailField } from '../../src/intake/document.ts';

/** A mail taken apart, as far as these tests need it: what intake does with the mails of the world is tested there. */
export function feedbackMail(path: string, eml: string): FeedbackMail {
  const parts = partsOf(eml.replaceAll(/\r\n?/g, '\n'));
  const text = (types: RegExp): string | undefined => parts.find(({ type }) => types.test(type))?.content;
  const [feedback, original, human] = [
    text(/^message\/feedback-report/),
    text(/^(?:message\/rfc822|text\/rfc822-headers)/),
    text(/^text\/plain/),
  ];
  return {
    kind: 'feedback',
    path,
    header: parts[0]?.header ?? [],
    ...(feedback === undefined ? {} : { feedback }),
    ...(original === undefined ? {} : { original }),
    ...(human === undefined ? {} : { text: human }),
    condition: { repairs: [] },
  };
}

interface Part {
  readonly header: readonly MailField[];
  readonly type: string;
  readonly content: string;
}

/** The mail itself first, then its parts. */
function partsOf(text: string): Part[] {
  const blank = /\n\n/.exec(text)?.index ?? text.length;
  const header = text
    .slice(0, blank)
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
  const field = (name: string): string => header.find((one) => one.name === name)?.value ?? '';
  const type = field('content-type').toLowerCase() || 'text/plain';
  const body = text.slice(blank + 2);
  const [, boundary] = /boundary="?([^";]+)"?/i.exec(field('content-type')) ?? [];
  const own: Part = { header, type, content: decoded(body, field('content-transfer-encoding')) };
  if (!type.startsWith('multipart/') || boundary === undefined) return [own];
  const inner = `\n${body}`.split(`\n--${boundary}`).slice(1);
  return [
    { ...own, content: '' },
    ...inner
      .filter((part) => !part.startsWith('--'))
      .map((part) => part.replace(/^[^\n]*\n/, ''))
      .flatMap((part) => (part.trim() === '' ? [] : partsOf(part.startsWith('\n') ? `X-None: 1\n${part}` : part))),
  ];
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(encoding)) return body;
  const octets = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}
