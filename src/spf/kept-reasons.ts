import { permerrorOf } from './reduced-include.ts';
import type { TermNode } from './tree.ts';

/** Why a term that is no include stays although it asks the DNS. */
export function reasonOf({ term: { kind }, target }: TermNode): string {
  if (kind === 'ptr') return 'it depends on the name of each client';
  if (target?.state === 'indeterminate') return 'it depends on the message';
  if (kind === 'exists') return 'it asks whether a name exists, which no list of addresses can say';
  return 'your own; `sendaudit spf optimise --static` writes down the addresses';
}

/** Why an include stays that nobody asked to flatten. */
export const toStay = (node: TermNode): string => withEffect(permerrorOf(node) ?? 'it is to stay', node);

/** The reason, and what the include does to SPF, where it is broken. */
export const withEffect = (why: string, node: TermNode): string =>
  permerrorOf(node) === undefined ? why : `${why}, so SPF ends in permerror until it is removed or mended`;
