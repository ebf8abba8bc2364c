import { COPERNICA_FACTS } from '../copernica/facts.ts';
import { headlessNames } from '../copernica/headless.ts';
import { copernicaExtras, copernicaKind } from '../copernica/kind.ts';
import { COPERNICA } from '../copernica/mapping.ts';
import { defineLogFormat } from '../format.ts';
import { columnIndex } from '../mapping/columns.ts';
import { mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    { id: 'copernica', title: 'Copernica and SMTPeter log files', ...COPERNICA_FACTS },
    { ...COPERNICA, input: 'table' },
    (columns) => {
      const known = headlessNames(columns) ?? columns;
      return copernicaKind((name) => columnIndex(known, name) >= 0) === undefined ? 0 : 0.8;
    },
    {
      headless: headlessNames,
      extras(columns, source) {
        const kind = copernicaKind((name) => columnIndex(columns, name) >= 0);
        return copernicaExtras(
          () => kind,
          (name) => source.pick(name) ?? (() => ''),
        );
      },
    },
  ),
);
