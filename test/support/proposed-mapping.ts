import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendaudit } from './sendaudit.ts';

/** An event as `--format jsonl` prints it, as far as tests of mappings look. */
export interface ToldEvent {
  readonly time: string;
  readonly kind: string;
  readonly recipient: string;
  readonly recipientDomain?: string;
  readonly from?: string;
  readonly severity?: string;
  readonly diagnostic?: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly relay?: { readonly host?: string };
}

export interface Proposed {
  readonly told: readonly ToldEvent[];
  /** `bounced hard`, `delivered`: event by event. */
  readonly kinds: readonly string[];
  /** Time, kind and recipient of each event. */
  readonly lines: readonly string[];
  /** Empty where none is proposed. */
  readonly mapping: object;
  /** What is said of the proposal. */
  readonly why: string;
  /** What the reading says, and how it ends. */
  readonly said: string;
  readonly exitCode: number;
}

const NOTHING = { told: [], kinds: [], lines: [], mapping: {}, said: '' };

/** What a file tells by the mapping that is proposed for it. */
export async function proposed(rows: readonly string[] | string, name = 'export.csv'): Promise<Proposed> {
  const folder = mkdtempSync(join(tmpdir(), 'sendaudit-proposed-'));
  try {
    const [path, map] = [join(folder, name), join(folder, 'map.json')];
    writeFileSync(path, typeof rows === 'string' ? rows : `${rows.join('\n')}\n`);
    const guess = await sendaudit('logs', '--guess-map', path);
    if (guess.stdout === '') return { ...NOTHING, why: guess.stderr, exitCode: guess.exitCode };
    writeFileSync(map, guess.stdout);
    const read = await sendaudit('logs', path, '--map', map, '--format', 'jsonl', '--fail-on', 'never');
    const told = read.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ToldEvent);
    return {
      told,
      kinds: told.map(({ kind, severity }) => [kind, severity].filter(Boolean).join(' ')),
      lines: told.map(({ time, kind, recipient }) => `${time} ${kind} ${recipient}`),
      mapping: JSON.parse(guess.stdout) as object,
      why: guess.stderr,
      said: read.stderr,
      exitCode: read.exitCode,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
