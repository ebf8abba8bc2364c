import type { Parsed } from '../core/facts.ts';
import { inOrder, printTagList, quote, type Correctable, type Tag } from './tag-list.ts';
import { fieldsAsMeant, isValidWith, parseVersionedFields, type FieldCode } from './versioned-fields.ts';

export const MTA_STS_VERSION = 'STSv1';
/** Characters of an id (RFC 8461 §3.1). */
const LONGEST_ID = 32;
const ID = /^[A-Za-z0-9]{1,32}$/;

/** The TXT record at `_mta-sts`: it says that there is a policy, and by its id when that changed (RFC 8461 §3.1). */
export interface MtaStsRecord {
  readonly text: string;
  /** Of several the first (RFC 8461 §3.2); as written. */
  readonly id?: Tag;
  readonly extensions: readonly Tag[];
  /** Whether senders go on and fetch the policy. */
  readonly valid: boolean;
}

export type MtaStsRecordCode =
  | FieldCode
  | 'id-missing'
  /** Not 1–32 letters and digits. */
  | 'id-value';

export type ParsedMtaStsRecord = Parsed<MtaStsRecord, MtaStsRecordCode> & {
  readonly problems: readonly Correctable<MtaStsRecordCode>[];
};

/** Reads the text of a TXT record at `_mta-sts` (RFC 8461 §3.1). */
export function parseMtaStsRecord(text: string): ParsedMtaStsRecord {
  const { value: fields, problems: faults } = parseVersionedFields(text, MTA_STS_VERSION, ['id']);
  const id = fields.find(({ name }) => name === 'id');
  const fault = idFault(text, id);
  const problems = fault === undefined ? faults : inOrder([...faults, fault]);
  return {
    value: {
      text,
      ...(id === undefined ? {} : { id }),
      extensions: fields.filter(({ name }) => name !== 'id'),
      valid: isValidWith(problems),
    },
    problems,
  };
}

/** The record as it was probably meant; where no id is left, `fallbackId` is one. */
export function mtaStsRecordAsMeant(text: string, fallbackId: string): string {
  const fields = fieldsAsMeant(text, ['id']);
  const written = fields.find(({ name }) => name === 'id')?.value ?? '';
  const id = written.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, LONGEST_ID) || fallbackId;
  const extensions = fields.filter(({ name }) => name !== 'id');
  return `${printTagList([{ name: 'v', value: MTA_STS_VERSION }, { name: 'id', value: id }, ...extensions])};`;
}

function idFault(text: string, id: Tag | undefined): Correctable<'id-missing' | 'id-value'> | undefined {
  if (id === undefined) return { code: 'id-missing', message: 'There is no "id="', start: 0, end: text.length };
  if (ID.test(id.value)) return undefined;
  const message = id.value === '' ? '"id=" has no value' : `${quote(id.value)} is no id of 1 to 32 letters and digits`;
  return { code: 'id-value', message, start: id.start, end: id.end, tag: 'id' };
}
