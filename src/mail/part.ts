import { fieldValue, type MailField } from './header.ts';
import { NAME_LENGTH } from './limits.ts';
import { parameterised } from './parameters.ts';

export type TransferEncoding = 'identity' | 'base64' | 'quoted-printable' | 'uuencode';

/** What a header says of the content below it. */
export interface ContentType {
  /** `application/gzip`; `text/plain` where nothing is said. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A piece of a mail that holds content of its own, before its content. */
export interface PartHead extends ContentType {
  /** File name, decoded; from Content-Disposition, or else from Content-Type. */
  readonly name?: string;
  readonly encoding: TransferEncoding;
  /** The multiparts around it, outermost first. */
  readonly around: readonly ContentType[];
  /** Text before the first and after the last part of a multipart is no part, and may still be what was meant. */
  readonly place: 'part' | 'beside';
  /** What had to be put right to find it, as phrases. */
  readonly repairs: readonly string[];
}

const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

export function contentType(fields: readonly MailField[], otherwise = 'text/plain'): ContentType {
  const { value, parameters } = parameterised(typeField(fields) ?? otherwise);
  // `Content-Type: text`, and worse, is text/plain (RFC 2045 §5.2).
  return { type: TYPE.test(value) ? value : otherwise, parameters };
}

/** Of several, which gateways leave behind that add their own: one that says how to take the content apart, or the first. */
function typeField(fields: readonly MailField[]): string | undefined {
  const written = fields.filter(({ name }) => name === 'content-type').map(({ value }) => value);
  const [first] = written;
  if (written.length < 2 || first?.toLowerCase().startsWith('multipart/') === true) return first;
  return written.find((value) => /^multipart\/.*\bboundary\s*=/i.test(value)) ?? first;
}

export function partName(fields: readonly MailField[], { parameters }: ContentType): string | undefined {
  const disposition = parameterised(fieldValue(fields, 'content-disposition') ?? '');
  const name =
    [disposition.parameters.get('filename'), parameters.get('name')].find((one) => (one ?? '').trim() !== '') ??
    describedName(fieldValue(fields, 'content-description'));
  return name?.trim().slice(0, NAME_LENGTH);
}

/** Some put the file's name where a description belongs; a description that is none is no name. */
const describedName = (text: string | undefined): string | undefined =>
  text !== undefined && /^\S{1,200}\.(?:xml|json|gz|zip)$/i.test(text.trim()) ? text : undefined;

export function transferEncoding(fields: readonly MailField[]): TransferEncoding {
  const declared = (fieldValue(fields, 'content-transfer-encoding') ?? '').toLowerCase().replaceAll(/["'\s;]/g, '');
  if (declared.startsWith('base64')) return 'base64';
  if (declared.startsWith('quoted-printable')) return 'quoted-printable';
  return /^(?:x-)?uu(?:e|encode|encoded)?$/.test(declared) ? 'uuencode' : 'identity';
}
