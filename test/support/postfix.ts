import type { MailEvent } from '../../src/logs/event.ts';
import postfix from '../../src/logs/formats/postfix.ts';
import { readLine } from './read-line.ts';

/** Reads lines of one log: the events, and what came of each line. */
export function readPostfix(
  lines: readonly string[],
  latest = Date.parse('2026-11-20T12:00:00Z') / 1000,
): { events: MailEvent[]; understood: string[]; open: number; repeated: number | undefined } {
  const events: MailEvent[] = [];
  const reader = postfix.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest });
  const understood = lines.map((line) => readLine(reader, line));
  const [open, repeated] = [reader.open(), reader.repeated?.()];
  reader.end();
  return { events, understood, open, repeated };
}
