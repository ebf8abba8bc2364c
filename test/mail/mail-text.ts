import * as fc from 'fast-check';

/** A generated mail, well-formed, and what must be found in it. */
export interface GeneratedMail {
  readonly mail: Buffer;
  readonly attachments: readonly { readonly name: string; readonly encoding: Encoding; readonly content: Buffer }[];
}

type Encoding = 'base64' | 'quoted-printable' | '8bit';
interface Leaf {
  readonly name: string;
  readonly encoding: Encoding;
  readonly content: Buffer;
}
type Node = Leaf | { readonly boundary: string; readonly parts: readonly Node[] };

const name = fc.oneof(
  fc.stringMatching(/^[a-z!.]{1,30}\.xml\.gz$/),
  fc.stringMatching(/^[a-zäöü€😀 ]{1,30}\.zip$/u).map((text) => `x${text}`),
);
const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
/** Lines of text: what 8bit and quoted-printable may carry without changing it. */
const lines = fc
  .array(fc.stringMatching(/^[ -~äöü€]{0,90}$/u), { maxLength: 8 })
  .map((list) => Buffer.from(list.map((line) => line.trimEnd()).join('\r\n')));
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ name, encoding: fc.constant<Encoding>('base64'), content: bytes }),
  fc.record({ name, encoding: fc.constantFrom<Encoding>('quoted-printable', '8bit'), content: lines }),
);
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      // One may be the beginning of another, as mailers that count do it.
      boundary: fc.stringMatching(/^=_[a-z]{1,3}[-_.=]{0,3}$/),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

export const generatedMail: fc.Arbitrary<GeneratedMail> = fc
  .record({ root: tree, eol: fc.constantFrom('\r\n', '\n'), preamble: fc.boolean() })
  .map(({ root, eol, preamble }) => {
    const attachments: GeneratedMail['attachments'][number][] = [];
    let boundaries = 0;
    const written = (node: Node): Buffer => {
      if ('content' in node) {
        attachments.push(node);
        return Buffer.from(`${leafHeader(node)}\r\n\r\n${encoded(node)}`, 'latin1');
      }
      const boundary = `${node.boundary}${boundaries++}`;
      const head = `Content-Type: multipart/mixed;\r\n boundary="${boundary}"\r\n\r\n${preamble ? 'This is a mail in parts.\r\n' : ''}`;
      const parts = node.parts.flatMap((part) => [
        Buffer.from(`--${boundary}\r\n`),
        written(part),
        Buffer.from('\r\n'),
      ]);
      return Buffer.concat([Buffer.from(head), ...parts, Buffer.from(`--${boundary}--\r\n`)]);
    };
    const body = written(root);
    const mail = Buffer.concat([Buffer.from('From: a@b.example\r\nSubject: report\r\nMIME-Version: 1.0\r\n'), body]);
    return { mail: eol === '\n' ? withLineFeeds(mail) : mail, attachments };
  });

const withLineFeeds = (mail: Buffer): Buffer => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

function leafHeader({ name: file, encoding }: Leaf): string {
  const ascii = /^[ -~]*$/.test(file);
  const parameter = ascii ? `filename="${file}"` : `filename*=utf-8''${encodeURIComponent(file)}`;
  return [
    'Content-Type: application/x-test',
    `Content-Transfer-Encoding: ${encoding}`,
    `Content-Disposition: attachment;\r\n ${parameter}`,
  ].join('\r\n');
}

function encoded({ encoding, content }: Leaf): string {
  if (encoding === 'base64') return content.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return encoding === '8bit' ? content.toString('latin1') : quotedPrintable(content);
}

export function quotedPrintable(content: Uint8Array): string {
  const escaped = Buffer.from(content)
    .toString('latin1')
    .replaceAll(
      /[^\r\n -<>-~]|=|[ \t](?=\r?\n|$)/g,
      (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
  return escaped
    .split('\r\n')
    .map((line) => softBroken(line.match(/=[0-9A-F]{2}|[^=]/g) ?? []))
    .join('\r\n');
}

/** No line longer than 76 characters, and no escape cut in two. */
function softBroken(pieces: readonly string[]): string {
  const short: string[] = [];
  for (let at = 0; at < pieces.length; at += 25) short.push(pieces.slice(at, at + 25).join(''));
  return short.join('=\r\n');
}
