/** What happened within an hour. */
export interface Hour {
  /** Attempts that ended one way or the other: deliveries, deferrals, bounces. */
  attempts: number;
  accepted: number;
  deferrals: number;
  bounced: number;
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
  queued: 0,
  reasons: undefined,
});

/** Hours since 1970, each with what happened in it. */
export type Hours = Map<number, Hour>;

const HOUR = 3600;

export const hourOf = (time: number): number => Math.floor(time / HOUR);
/** Seconds since 1970. */
export const hourBegins = (hour: number): number => hour * HOUR;
