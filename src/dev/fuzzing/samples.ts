import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY, RESULTS, manyRecords, recordXml, reportXml } from '../../../test/support/aggregate-xml.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** Files of a folder of ours, the small ones. */
export const fixtures = (folder: string, ending: string, most = 8192): Buffer[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => readFileSync(join(FIXTURES, folder, name)))
    .filter(({ length }) => length <= most);

const RICH = `<?xml version="1.0" encoding="UTF-8" standalone='yes' ?>
<!DOCTYPE feedback [ <!ENTITY a "b]>"> <!-- ] ' --> <? ]> ?> <!ELEMENT feedback (#PCDATA)> ]>
<!-- a - b -->\r
<d:feedback xmlns:d="urn:x" a='1&amp;2' b = "x
y">\r\n\t<record  />text &lt;&#65;&#x1F600;é😀<![CDATA[<&]] ]]>more]]&gt;
<?pi some ?thing??><count>3</count ></d:feedback>
`;

/** Aggregate reports, sound and not. */
export const REPORTS: readonly string[] = [
  RICH,
  reportXml(),
  reportXml({ records: manyRecords(3) }),
  reportXml({
    declaration: '',
    policy: `<version>1.0</version>${POLICY}`,
    records: [recordXml({ results: RESULTS.repeat(2) })],
  }),
  reportXml({ records: [recordXml({ more: '<x>&</x>' }), recordXml({ count: '1 < 2' }), recordXml()] }),
  `<feedback><report_metadata><org_name>&amp;é</org_name></report_metadata>${recordXml()}`,
];

export const MARKUP = [
  '<',
  '>',
  '&',
  ';',
  '=',
  '/',
  '!',
  '?',
  '-',
  '[',
  ']',
  '#',
  ':',
  'x',
  '\xC3\xA9',
  '<!--',
  '-->',
  '--',
  '<![CDATA[',
  ']]>',
  ']]',
  '<?',
  '?>',
  '<?xml ',
  '<?xml version="1.0"?>',
  '</',
  '/>',
  '&amp;',
  '&lt',
  '&#0;',
  '&#65;',
  '&#xD800;',
  '&#x10FFFF;',
  '&nbsp;',
  '&;',
  '<!DOCTYPE x>',
  '<!DOCTYPE x [',
  '<!ENTITY',
  '<a b="1" b="2">',
  '<a b>',
  '<a b=1>',
  '<1>',
  '</>',
  '< a>',
  '<a/ >',
  '\u0001',
];
export const REPORT_WORDS = [
  '<feedback>',
  '</feedback>',
  '<record>',
  '</record>',
  '<row>',
  '</row>',
  '<count>',
  '</count>',
  '<report_metadata>',
  '</report_metadata>',
  '<policy_published>',
  '</policy_published>',
  '<auth_results>',
  '</auth_results>',
  '<identifiers>',
  '</identifiers>',
  '<source_ip>',
  '<dkim>',
  '<spf>',
  '<result>',
  '<reason>',
  '<comment>',
  '<begin>',
  '<end>',
  '1700000000',
  'pass',
  'fail',
  '::ffff:1.2.3.4',
  'urn:ietf',
];
