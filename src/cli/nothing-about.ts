import { UserError } from '../core/errors.ts';

/** Enough to see which name was mistyped, or whose reports these are. */
const DOMAINS_SHOWN = 5;

/** For reports that are all about other domains than were asked for. */
export function nothingAbout(domains: readonly string[], others: readonly string[]): UserError {
  const shown = others.slice(0, DOMAINS_SHOWN).join(', ');
  return new UserError(
    `no report says anything about ${domains.join(', ')}`,
    `they are about ${shown}${others.length > DOMAINS_SHOWN ? ' …' : ''}`,
  );
}
