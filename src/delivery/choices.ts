// Imports nothing: `--help` reads it.

/** What things can be counted by, besides `tag:NAME`. */
export const GROUPINGS = [
  'stream',
  'provider',
  'domain',
  'sender',
  'from',
  'relay',
  'ip',
  'campaign',
  'hour',
  'day',
] as const;
export type GroupingName = (typeof GROUPINGS)[number] | `tag:${string}`;

/** What `--format csv` and `jsonl` can list. */
export const TABLES = ['events', 'groups', 'reasons', 'timeline'] as const;
export type TableName = (typeof TABLES)[number];
