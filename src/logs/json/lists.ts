/**
 * Under these names interfaces hand out a page of events: Mailgun `items`, SparkPost `results`, Brevo and Mailtrap
 * `events`, Resend and MailerSend `data`, Postmark `Bounces`, `Opens` and `Clicks`, SendGrid `messages`; Amazon S3, SNS
 * and SQS `Records`, `records` and `Messages`, CloudWatch `logEvents`; Rails puts a body that is an array under `_json`.
 */
export const LIST_KEYS: ReadonlySet<string> = new Set([
  'items',
  'events',
  'data',
  'results',
  'records',
  'Records',
  'messages',
  'Messages',
  'logEvents',
  'Bounces',
  'Opens',
  'Clicks',
  '_json',
]);
const LONGEST_KEY = 9;

/** An object that says so is an event or a message itself, whatever lists it holds; phpMyAdmin's is of the type `table`. */
const IS_EVENT =
  /"(?:event|type|eventType|notificationType|RecordType|msys|msg_id|message_id|webhook_name)"\s*:(?!\s*"table")/;
/** JSON:API, as Klaviyo writes it: whose events they are stands behind the list, under `included`. */
const NEEDS_THE_REST = /^"\s*:\s*\[\s*\{\s*"type"\s*:\s*"event"/;
const LOOKED_AT = 100;

export function isListIn(bytes: Uint8Array, { from, to }: { from: number; to: number }, start: number): boolean {
  if (to - from > LONGEST_KEY) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!LIST_KEYS.has(text.toString('latin1', from, to)) || IS_EVENT.test(text.toString('latin1', start, from)))
    return false;
  return !NEEDS_THE_REST.test(text.toString('latin1', to, to + LOOKED_AT));
}
