/** What nullmailer-send says, step by step, of the one delivery it is at. */
export type Told =
  | { readonly kind: 'starting'; readonly host: string; readonly file: string }
  | { readonly kind: 'envelope'; readonly from: string; readonly recipients: readonly string[] }
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'other' };

/** Before 2.0 the protocol stood in front. */
const STARTING = /^Starting delivery: (?:host: (\S+) protocol: \S+|protocol: \S+ host: (\S+)) file: (\S+)$/;
const ENVELOPE = /^From: <([^>]*)> to: (<.*>)$/;
const MESSAGE = /^message-id: <?([^<>\s]+)>?$/i;
const SAID = /^(?:smtp|qmqp): (?:Succeeded|Failed): ?(.*)$/;
/** Lines of a reply behind its first. */
const MORE = /^[2-5]\d\d[- ]/;
const FAILED = /^Sending failed: (.*)$/;
const GAVE_UP = /^Moving message \S+ into failed$/;
const OTHER =
  /^(?:Rescanning queue\.|Trigger pulled\.|Starting delivery, \d+ message|Delivery complete, \d+ message|Generating bounce for |Warning: |Error: |Can't |Could not |Cannot )/;

/** Recipients of one line. Stops a line that is nothing but brackets. */
const MOST_RECIPIENTS = 10_000;

/** Reads a line behind its tag; undefined where nullmailer did not write it, as far as one can tell. */
export function toldBy(text: string): Told | undefined {
  const said = SAID.exec(text)?.[1];
  if (said !== undefined) return { kind: 'said', text: said };
  if (MORE.test(text)) return { kind: 'said', text };
  const starting = STARTING.exec(text);
  if (starting !== null) return { kind: 'starting', host: starting[1] ?? starting[2] ?? '', file: starting[3] ?? '' };
  const envelope = ENVELOPE.exec(text);
  if (envelope !== null) {
    const recipients = (envelope[2] ?? '').slice(1, -1).split('>, <', MOST_RECIPIENTS);
    return { kind: 'envelope', from: envelope[1] ?? '', recipients };
  }
  const id = MESSAGE.exec(text)?.[1];
  if (id !== undefined) return { kind: 'message', id };
  if (text === 'Sent file.') return { kind: 'sent' };
  const why = FAILED.exec(text)?.[1];
  if (why !== undefined) return { kind: 'failed', why };
  if (GAVE_UP.test(text)) return { kind: 'gaveUp' };
  return OTHER.test(text) ? { kind: 'other' } : undefined;
}
