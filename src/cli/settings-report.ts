import type { Page } from '../core/page.ts';
import { plainReport, type Report } from '../core/report.ts';
import { lineOf, placeText, type CheckSettings } from './check-settings.ts';
import { originKey, type Config } from './config/config.ts';

interface SettingRow {
  readonly name: string;
  readonly value: Value;
  readonly from: string;
}
type Value = string | boolean | null | readonly string[];

/** `--print-config`: every value and where it comes from. */
export function settingsReport(settings: CheckSettings, config: Config, startedAt: Date): Report {
  const rows = [...rowsOf(settings), ...fileRows(config)];
  const page: Page = {
    title: 'Settings',
    aside: config.file ?? 'no settings file',
    blocks: [
      {
        kind: 'table',
        columns: [{ title: 'setting' }, { title: 'value', shrinks: true }, { title: 'from' }],
        rows: rows.map(({ name, value, from }) => ({ cells: [name, shown(value), from] })),
      },
    ],
  };
  return plainReport({
    command: 'config',
    startedAt,
    page: () => page,
    body: () => ({ settings: rows }),
    lines: () => rows,
    *table() {
      yield ['setting', 'value', 'from'];
      for (const { name, value, from } of rows) yield [name, shown(value), from];
    },
  });
}

const shown = (value: Value): string =>
  value === null ? 'none' : typeof value === 'object' ? value.join(', ') || 'none' : String(value);

const rowsOf = ({ failOn, profiles: named, baseline, dnsbls }: CheckSettings): SettingRow[] => [
  { name: 'failOn', ...failOn },
  { name: 'profiles', value: named.value.map(({ id }) => id), from: named.from },
  { name: 'baseline', value: baseline.value ?? null, from: baseline.from },
  { name: 'dnsbls', ...dnsbls },
];

/** What only the file can say. */
function fileRows(config: Config): SettingRow[] {
  const domains = [...config.domains].flatMap(([domain, { place, ...own }]) => [
    { name: `domains.${domain}`, value: 'audited', from: lineOf(place) },
    ...Object.entries(own).map(([key, value]) => ({
      name: `domains.${domain}.${key}`,
      value,
      from: lineOf(config.origins.get(originKey(domain, key))),
    })),
  ]);
  return [
    ...domains,
    ...Object.entries(config.levels).map(([code, value]) => ({
      name: `levels.${code}`,
      value,
      from: placeText(config, `levels.${code}`),
    })),
    ...config.streams.map(({ name, when }, index) => ({
      name: `streams[${index}]`,
      value: [name, ...Object.entries(when).map(([key, value]) => `${key} ${value}`)],
      from: placeText(config, `streams[${index}]`),
    })),
    ...config.ignore.map(({ code, domain, reason, until, place }, index) => ({
      name: `ignore[${index}]`,
      value: [
        code,
        ...(domain === undefined ? [] : [domain]),
        ...(until === undefined ? [] : [`until ${until}`]),
        reason,
      ],
      from: lineOf(place),
    })),
  ];
}
