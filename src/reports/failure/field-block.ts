import { FIELD_LIMIT, VALUE_LIMIT } from './limits.ts';

export interface BlockField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, without blanks around it. */
  readonly value: string;
  /** 1-based line of the text. */
  readonly line: number;
}

export interface FieldBlock {
  readonly fields: readonly BlockField[];
  /** Lines that belong to no field. */
  readonly unread: number;
  /** Whether there was more than the limits allow. */
  readonly cut: boolean;
}

/**
 * Header fields (RFC 5322 §2.2): a message's, which ends at the first empty line, or a feedback report's, where some leave
 * lines empty between groups of fields.
 */
export function parseFields(text: string, kind: 'header' | 'report'): FieldBlock {
  const fields: { name: string; value: string; line: number }[] = [];
  let unread = 0;
  let cut = false;
  let line = 0;
  for (const raw of linesOf(text)) {
    line += 1;
    if (raw.trim() === '') {
      if (kind === 'header' && fields.length > 0) break;
      continue;
    }
    const open = fields.at(-1);
    if (/^[ \t]/.test(raw) && open !== undefined) {
      if (open.value.length < VALUE_LIMIT) open.value = `${open.value} ${raw.trim()}`.trim().slice(0, VALUE_LIMIT);
      else cut = true;
      continue;
    }
    const colon = raw.indexOf(':');
    const name = raw.slice(0, Math.max(colon, 0)).trim();
    if (!/^[!-9;-~]{1,100}$/.test(name)) {
      // A line of an mbox file in front of a message is no fault.
      if (!(fields.length === 0 && /^>?From /.test(raw))) unread += 1;
      continue;
    }
    if (fields.length === FIELD_LIMIT) {
      cut = true;
      break;
    }
    fields.push({
      name: name.toLowerCase(),
      value: raw
        .slice(colon + 1)
        .trim()
        .slice(0, VALUE_LIMIT),
      line,
    });
  }
  return { fields, unread, cut };
}

function* linesOf(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    yield text.slice(start, match.index);
    start = end.lastIndex;
  }
  if (start < text.length) yield text.slice(start);
}
