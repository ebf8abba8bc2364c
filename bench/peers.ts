import { figure, type Figure } from './figures.ts';
import { writeBigReport } from './generate.ts';
import { foreign, isInstalled, median, used } from './measure.ts';

const RUNS = 3;

const DMARC_CAT = 'dmarc-cat';
const TIMES_OURS = 3.5;

/** Records of a report Mail::DMARC can manage in some seconds. */
const RECORDS = 20_000;
/** Its receiver, told not to look for a database. */
const MAIL_DMARC = `
no warnings 'redefine';
*Mail::DMARC::Report::save_aggregate = sub { 1 };
local $/;
open my $file, '<', $ARGV[0] or die $!;
Mail::DMARC::Report::Receive->new->handle_body(<$file>);
`;
const PERL = ['-MMail::DMARC::Report::Receive', '-e'];

export interface Measured {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

/** What others take for reports, in turns with ours: whatever else the machine does, it does to both. */
export function peers(folder: string, bigReport: string): Measured {
  const [cat, perl] = [dmarcCat(bigReport), mailDmarc(folder)];
  return { figures: [...cat.figures, ...perl.figures], notes: [...cat.notes, ...perl.notes] };
}

/** Debian's reader of aggregate reports, written in Go, on the report of 200,000 records. */
function dmarcCat(path: string): Measured {
  if (!isInstalled(DMARC_CAT, '-version')) return missing(DMARC_CAT);
  return against(DMARC_CAT, 'that report', TIMES_OURS, {
    theirs: () => foreign(DMARC_CAT, ['-N', path]),
    ours: () => used(['dmarc', path]),
  });
}

/** Debian's libmail-dmarc-perl, without the database it would write to. */
function mailDmarc(folder: string): Measured {
  if (foreign('perl', [...PERL, '1']) === undefined) return missing('Mail::DMARC');
  const { path } = writeBigReport(folder, { records: RECORDS, sources: 2000 });
  return against('Mail::DMARC', `a report of ${RECORDS.toLocaleString('en-GB')} records`, undefined, {
    theirs: () => foreign('perl', [...PERL, MAIL_DMARC, path]),
    ours: () => used(['dmarc', path]),
  });
}

export const missing = (name: string): Measured => ({ figures: [], notes: [`${name}: not installed`] });

/** Another program's CPU as a multiple of ours. */
export function against(
  name: string,
  what: string,
  timesOurs: number | undefined,
  run: { readonly theirs: () => ReturnType<typeof foreign>; readonly ours: () => ReturnType<typeof used> },
): Measured {
  const turns = Array.from({ length: RUNS }, () => ({ theirs: run.theirs(), ours: run.ours() }));
  const counted = turns.flatMap(({ theirs, ours }) =>
    theirs?.cpuMs === undefined ? [] : [{ cpuMs: theirs.cpuMs, peakMB: theirs.peakMB ?? Number.NaN, ours: ours.cpuMs }],
  );
  if (counted.length === 0)
    return { figures: [], notes: [`${name}: nothing counted its time (GNU time is missing), or it failed`] };
  const seconds = median(counted.map(({ cpuMs }) => cpuMs)) / 1000;
  const peak = Math.round(median(counted.map(({ peakMB }) => peakMB)));
  return {
    figures: [
      figure(
        `${name} on ${what}: CPU`,
        counted.map(({ cpuMs, ours }) => cpuMs / ours),
        '× ours',
        {
          remark: `${seconds.toFixed(2)} s; peak ${peak} MB`,
          ...(timesOurs === undefined ? {} : { budget: { limit: 'at least', than: timesOurs } }),
        },
      ),
    ],
    notes: [],
  };
}
