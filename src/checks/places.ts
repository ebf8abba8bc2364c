import type { Delivery } from '../delivery/delivery.ts';

import { count } from '../core/format.ts';

interface Named {
  readonly label: { readonly name: string };
}

/** The names of a stream and a receiver, whichever of them stands first. */
export const placeOf = (
  { by }: Pick<Delivery, 'by'>,
  section: Named,
  part: Named,
): { readonly stream: string; readonly provider: string } =>
  by === 'provider'
    ? { stream: part.label.name, provider: section.label.name }
    : { stream: section.label.name, provider: part.label.name };

/** `Gmail and 2 more` */
export const andMore = (first: string, others: number): string =>
  others > 0 ? `${first} and ${count(others)} more` : first;

/** Where most of a section's mail was: `at Yahoo Mail`, or of a provider `from newsletter`. */
export const mostlyAt = ({ by }: Pick<Delivery, 'by'>, { label }: Named): string =>
  `${by === 'provider' ? 'from' : 'at'} ${label.name}`;
