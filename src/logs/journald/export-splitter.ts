import type { RecordEvents, RecordSplitter } from '../record-splitter.ts';

/** Octets of one entry. Stops a field that claims a terabyte; journald itself takes no field above 768 MiB, Postfix none above some kB. */
const ENTRY_LIMIT = 16 * 1024 * 1024;
const SAMPLE_LENGTH = 200;
const LINE_FEED = 0x0a;
const EQUALS = 0x3d;
/** Octets of a binary field's length. */
const LENGTH = 8;
const FIELD = /^[A-Z_][A-Z\d_]*$/;

/** What each entry of `journalctl -o export` begins with. */
const BEGINS = /^(?:__CURSOR|__REALTIME_TIMESTAMP|__MONOTONIC_TIMESTAMP|__SEQNUM|__SEQNUM_ID|_BOOT_ID)=/;
export const beginsExport = (start: string): boolean => BEGINS.test(start);

/**
 * Entries as the Journal Export Format has them: a field to a line, `NAME=text`, or `NAME`, eight octets of length and that
 * many of the value where it is not all printable; an empty line ends an entry. Of a field that comes twice the first counts.
 */
export function exportSplitter({ record, unread }: RecordEvents): RecordSplitter {
  let parts: Buffer[] = [];
  let held = 0;
  /** Octets without which there is nothing to read. */
  let needed = 1;
  let fields: Record<string, string> = {};
  let isEmpty = true;
  let size = 0;
  let skipping = false;

  const tell = (): void => {
    if (!isEmpty) record(fields);
    fields = {};
    isEmpty = true;
    size = 0;
  };
  const keep = (name: string, value: string): void => {
    isEmpty = false;
    fields[name] ??= value;
  };
  const lose = (why: string, bytes: Buffer): void => {
    unread(why, bytes.subarray(0, SAMPLE_LENGTH).toString('utf8'));
    fields = {};
    isEmpty = true;
    size = 0;
    skipping = true;
  };

  /** Reads the field at a place; where the next stands, or -1 where more octets are needed. */
  const fieldAt = (bytes: Buffer, at: number): number => {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) {
      needed = bytes.length - at + 1;
      return -1;
    }
    if (end === at) {
      skipping = false;
      tell();
      return end + 1;
    }
    if (skipping) return end + 1;
    const equals = bytes.subarray(at, end).indexOf(EQUALS);
    const name = bytes.toString('latin1', at, equals < 0 ? end : at + equals);
    if (!FIELD.test(name)) {
      lose('no field of an entry', bytes.subarray(at, end));
      return end + 1;
    }
    if (equals >= 0) {
      keep(name, bytes.toString('utf8', at + equals + 1, end));
      return end + 1;
    }
    const valueAt = end + 1 + LENGTH;
    if (bytes.length < valueAt) {
      needed = valueAt - at;
      return -1;
    }
    const length = Number(bytes.readBigUInt64LE(end + 1));
    if (length > ENTRY_LIMIT) {
      lose('a field that is too long', bytes.subarray(at, end));
      return end + 1;
    }
    if (bytes.length <= valueAt + length) {
      needed = valueAt + length + 1 - at;
      return -1;
    }
    keep(name, bytes.toString('utf8', valueAt, valueAt + length));
    return valueAt + length + 1;
  };

  return {
    push(chunk) {
      parts.push(Buffer.from(chunk));
      held += chunk.length;
      if (held < needed) return;
      const bytes = Buffer.concat(parts);
      let at = 0;
      needed = 1;
      for (let next = 0; at < bytes.length; at = next) {
        next = fieldAt(bytes, at);
        if (next < 0) break;
        size = isEmpty ? 0 : size + next - at;
        if (size > ENTRY_LIMIT) lose('an entry that is too long', bytes.subarray(at, next));
      }
      const rest = bytes.subarray(at);
      if (rest.length > 2 * ENTRY_LIMIT) {
        lose('a field that is too long', rest);
        parts = [];
      } else parts = rest.length === 0 ? [] : [rest];
      held = parts[0]?.length ?? 0;
    },
    end() {
      const [rest] = [Buffer.concat(parts)];
      parts = [];
      held = 0;
      needed = 1;
      const equals = rest.indexOf(EQUALS);
      if (rest.length > 0 && !skipping) {
        if (equals > 0 && FIELD.test(rest.toString('latin1', 0, equals)))
          keep(rest.toString('latin1', 0, equals), rest.toString('utf8', equals + 1));
        else lose('cut off', rest);
      }
      tell();
      skipping = false;
    },
  };
}
