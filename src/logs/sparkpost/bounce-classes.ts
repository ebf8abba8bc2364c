import type { EventKind } from '../event.ts';
import { countOf } from '../json/fields.ts';

/** What SparkPost's number says of the address, and where it is no bounce at all. */
interface BounceClass {
  readonly kind?: EventKind;
  readonly permanent?: boolean;
}

/**
 * Hard: 10 and 30. Soft: 20 to 24, 40, 70, 100. The rest is block (25, 50 to 54) or undetermined (1): no word about the
 * address. https://support.sparkpost.com/docs/deliverability/bounce-classification-codes
 */
const CLASSES: ReadonlyMap<number, BounceClass> = new Map<number, BounceClass>([
  ...[10, 30].map((code): [number, BounceClass] => [code, { permanent: true }]),
  ...[20, 21, 22, 23, 24, 40, 70, 100].map((code): [number, BounceClass] => [code, { permanent: false }]),
  [60, { kind: 'auto-reply' }],
  [80, { kind: 'subscribed' }],
  [90, { kind: 'unsubscribed' }],
]);

export const bounceClass = (code: unknown): BounceClass | undefined => CLASSES.get(countOf(code) ?? 0);
