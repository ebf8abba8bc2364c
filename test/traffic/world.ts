import { readFile } from 'node:fs/promises';

export const REPORTS = 'fixtures/world/dmarc';
export const RECORDING = ['--replay', 'fixtures/recordings/casaluna.rec'] as const;

/** What is so in the fixture world, computed from its story: see fixtures/README.md. */
export interface Truth {
  readonly totals: Readonly<
    Record<'files' | 'reports' | 'duplicates' | 'records' | 'messages' | 'pass' | 'fail', number>
  > &
    Readonly<Record<'reporters' | 'unreadable' | 'sources', number>>;
  readonly streams: readonly TrueStream[];
  readonly files: readonly {
    readonly path: string;
    readonly status: 'read' | 'duplicate' | 'unreadable';
    readonly reporter: string;
    readonly reportId: string;
    readonly rows?: readonly { readonly sourceIp: string; readonly count: number; readonly stream: string }[];
  }[];
  readonly dns: {
    readonly faults: readonly { readonly id: string; readonly topic: string; readonly at: string }[];
    readonly spfLookups: number;
    readonly spfVoids: number;
  };
}
export interface TrueStream {
  readonly key: string;
  readonly provider: string | null;
  readonly class: 'aligned' | 'fixable' | 'forwarded' | 'suspicious';
  readonly messages: number;
  readonly pass: number;
  readonly dkimAligned: number;
  readonly spfAligned: number;
}

export const truth = JSON.parse(await readFile('fixtures/world/truth.json', 'utf8')) as Truth;
