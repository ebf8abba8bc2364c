import type { Token } from './master-lexer.ts';
import type { RecordType } from '../net.ts';
import { readTtl, shown } from './presentation.ts';
import { readRdata } from './rdata-text.ts';
import type { RdataReading } from './rdata-text.ts';
import { readType } from './record-types.ts';

export type RecordLine =
  | {
      readonly kind: 'record';
      readonly type: RecordType;
      readonly ttl: number | undefined;
      readonly rdata: RdataReading;
    }
  /** A registered type nobody here asks for. */
  | { readonly kind: 'passed-over'; readonly type: string; readonly ttl: number | undefined }
  | { readonly kind: 'problem'; readonly problem: string };

/** What follows the owner: TTL and class in either order, both optional, then type and data (RFC 1035 §5.1). */
export function readRecordLine(tokens: readonly Token[], origin: string | undefined): RecordLine {
  let ttl: number | undefined;
  let classSeen = false;
  let at = 0;
  for (; at < tokens.length; at += 1) {
    const word = tokens[at]?.text ?? '';
    if (ttl === undefined && /^\d/.test(word)) {
      ttl = readTtl(word);
      if (ttl === undefined) return { kind: 'problem', problem: `${shown(word)} is no TTL (0 to 2147483647 seconds)` };
    } else if (!classSeen && /^(?:IN|CH|CS|HS|ANY|NONE|CLASS\d{1,5})$/i.test(word)) {
      if (!/^(?:IN|CLASS1)$/i.test(word)) {
        return { kind: 'problem', problem: `class ${word.toUpperCase()} is not read here, only IN` };
      }
      classSeen = true;
    } else {
      break;
    }
  }
  const word = tokens[at];
  if (word === undefined) return { kind: 'problem', problem: 'the record has no type' };
  const type = word.quoted ? undefined : readType(word.text);
  if (type === undefined) return { kind: 'problem', problem: `${shown(word.text)} is no record type` };
  if ('passedOver' in type) return { kind: 'passed-over', type: type.passedOver, ttl };
  return { kind: 'record', type: type.type, ttl, rdata: readRdata(type.type, tokens.slice(at + 1), origin) };
}
