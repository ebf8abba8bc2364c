import { checks } from '../checks/all.ts';
import { closest } from '../protocols/edit-distance.ts';

const MOST_MISTYPED = 4;

/** The check, or family of checks, that was most likely meant; a name without its family is enough. */
export function nearestCheck(typed: string): string | undefined {
  const ids = checks.map(({ id }) => id);
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  // A third of it mistyped is another word.
  const most = Math.min(MOST_MISTYPED, Math.floor(typed.length / 3));
  return ids.find((id) => id.endsWith(`/${typed}`)) ?? closest(typed, typed.includes('/') ? ids : families, most);
}
