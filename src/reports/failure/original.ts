import { domain } from '../aggregate/values.ts';
import { decodedWords } from '../../mail/encoded-words.ts';
import { parseFields, type BlockField } from './field-block.ts';
import { LIST_LIMIT } from './limits.ts';
import { mailAddress } from './mail-address.ts';
import { mailDate } from './mail-date.ts';
import type { OriginalMessage } from './report.ts';

/** The header of the reported message; undefined where there is none. Its body is passed over. */
export function originalMessage(
  text: string,
): { readonly fields: readonly BlockField[]; readonly message: OriginalMessage } | undefined {
  const { fields } = parseFields(text, 'header');
  if (fields.length === 0) return undefined;
  const first = (name: string): string | undefined => {
    const value = fields.find((field) => field.name === name)?.value;
    return value === '' ? undefined : value;
  };
  const subject = first('subject');
  const from = first('from');
  const address = from === undefined ? undefined : mailAddress(from);
  const messageId = first('message-id');
  const written = first('date');
  const date = written === undefined ? undefined : mailDate(written)?.seconds;
  return {
    fields,
    message: {
      ...(subject === undefined ? {} : { subject: decodedWords(subject) }),
      ...(address === undefined ? {} : { from: address }),
      ...(messageId === undefined ? {} : { messageId }),
      ...(date === undefined ? {} : { date }),
      signatures: fields
        .filter(({ name }) => name === 'dkim-signature')
        .slice(0, LIST_LIMIT)
        .flatMap(({ value }) => signatureIn(value)),
    },
  };
}

function signatureIn(value: string): OriginalMessage['signatures'][number][] {
  const tags = new Map(
    value.split(';').map((tag) => {
      const at = tag.indexOf('=');
      return [tag.slice(0, Math.max(at, 0)).trim(), tag.slice(at + 1).replaceAll(/\s+/g, '')] as const;
    }),
  );
  const [signer, selector] = [tags.get('d') ?? '', tags.get('s') ?? ''];
  if (signer === '') return [];
  return [{ domain: domain(signer), ...(selector === '' ? {} : { selector }) }];
}
