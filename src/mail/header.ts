import { textIn } from './charset.ts';

/** One field of a header: its name in lower case, its value unfolded. */
export interface MailField {
  readonly name: string;
  readonly value: string;
}

/** A name of printable characters without a colon (RFC 5322 §2.2); markup that has a colon is none. */
const FIELD = /^([!#-9;=-z|}~]{1,200})[ \t]*:/;

/** Whether a line begins a field. */
export const isField = (line: string): boolean => FIELD.test(line);

/** The fields of a header, in order. Lines that are neither a field nor indented go on with the field before them. */
export function headerFields(bytes: Uint8Array): MailField[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of textIn(bytes)
    .replace(/^\uFEFF/, '')
    .split(/\r{0,8}\n|\r/)) {
    const name = FIELD.exec(line);
    const last = fields.at(-1);
    if (name !== null) fields.push({ name: (name[1] ?? '').toLowerCase(), value: line.slice(name[0].length).trim() });
    else if (last !== undefined && line.trim() !== '') last.value += ` ${line.trim()}`;
  }
  return fields;
}

/** The value of the first field of this name. */
export const fieldValue = (fields: readonly MailField[], name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value;
