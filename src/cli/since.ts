import { UserError } from '../core/errors.ts';

const DAY_MS = 86_400_000;
const DAYS = { d: 1, w: 7 } as const;

/** `30d`, `4w`, or a day in UTC; throws a UserError for anything else, and for days to come. */
export function sinceOption(typed: string, now: Date): Date {
  const [, amount, unit] = /^(\d{1,4})([dw])$/i.exec(typed.trim()) ?? [];
  const since =
    amount === undefined
      ? dayOf(typed.trim())
      : new Date(now.getTime() - Number(amount) * DAYS[unit?.toLowerCase() === 'w' ? 'w' : 'd'] * DAY_MS);
  if (since === undefined || since > now)
    throw new UserError(
      since === undefined ? `\`${typed}\` is no time to begin at` : `\`${typed}\` is still to come`,
      'it is written as 30d, 4w or 2026-10-01',
    );
  return since;
}

function dayOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? date : undefined;
}
