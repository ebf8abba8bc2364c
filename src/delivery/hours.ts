/** What happened within an hour. */
export interface Hour {
  /** Attempts that ended one way or the other: deliveries, deferrals, bounces. */
  attempts: number;
  accepted: number;
  deferrals: number;
  bounced: number;
  /** Deferrals and bounces of recipients who had not been deferred before. */
  firstFailures: number;
  /** Recipients that began to wait, less those whose waiting ended. */
  queued: number;
  /** Deferrals and bounces by the number of their reason. */
  reasons: Map<number, number> | undefined;
}

export const newHour = (): Hour => ({
  attempts: 0,
  accepted: 0,
  deferrals: 0,
  bounced: 0,
  firstFailures: 0,
  queued: 0,
  reasons: undefined,
});

/** Hours since 1970, each with what happened in it. */
export type Hours = Map<number, Hour>;

const HOUR = 3600;
export const HOURS_A_DAY = 24;

export const hourOf = (time: number): number => Math.floor(time / HOUR);
/** Seconds since 1970. */
export const hourBegins = (hour: number): number => hour * HOUR;

/** Adds what one stretch of hours counted to another. */
export function addHours(into: Hours, from: Hours): void {
  for (const [number, hour] of from) {
    const present = into.get(number) ?? newHour();
    into.set(number, present);
    present.attempts += hour.attempts;
    present.accepted += hour.accepted;
    present.deferrals += hour.deferrals;
    present.bounced += hour.bounced;
    present.firstFailures += hour.firstFailures;
    present.queued += hour.queued;
    for (const [reason, count] of hour.reasons ?? []) {
      present.reasons ??= new Map();
      present.reasons.set(reason, (present.reasons.get(reason) ?? 0) + count);
    }
  }
}
