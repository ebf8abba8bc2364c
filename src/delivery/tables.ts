/** What `--format csv` and `jsonl` can list. */
export const TABLES = ['events', 'groups', 'reasons', 'timeline'] as const;
export type TableName = (typeof TABLES)[number];
