import { NOTHING, healthy, replacedCase, xmlCase } from './case.ts';
import type { Difference, MatrixCase } from './case.ts';

const utf16 = (text: string, order: 'little' | 'big'): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
};
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const RFC9990 = 'urn:ietf:params:xml:ns:dmarc-2.0';
const DOCTYPE: Difference = { repairs: ['the document type declaration is ignored'] };
const SALVAGED = 'read record by record from there';

/** The document as XML: encodings, what stands around it, names, and where it is broken. */
export const DOCUMENTS: readonly MatrixCase[] = [
  xmlCase('utf-8 byte order mark', (xml) => `\uFEFF${xml}`),
  xmlCase('utf-16 little-endian', (xml) => utf16(xml, 'little')),
  xmlCase('utf-16 big-endian', (xml) => utf16(xml, 'big')),
  replacedCase('utf-16 declared and not sent', 'UTF-8', 'UTF-16'),
  xmlCase('latin-1 undeclared', (xml) => Buffer.from(xml.replace('Receiver Inc', 'Empfänger'), 'latin1'), {
    first: { reporter: 'Empfänger' },
    repairs: ['not valid UTF-8, read as windows-1252'],
  }),
  xmlCase(
    'latin-1 declared',
    (xml) => Buffer.from(xml.replace('UTF-8', 'ISO-8859-1').replace('Receiver Inc', 'Empfänger'), 'latin1'),
    {
      first: { reporter: 'Empfänger' },
    },
  ),
  replacedCase('unknown encoding', 'UTF-8', 'x-martian', { repairs: ['unknown encoding "x-martian", read as UTF-8'] }),
  replacedCase('no declaration', `${DECLARATION}\n`, ''),
  xmlCase('blank before the declaration', (xml) => `\r\n${xml}`, {
    repairs: ['blanks before the XML declaration are ignored'],
  }),
  xmlCase('words before the declaration', (xml) => `Report:\n${xml}`, {
    repairs: ['text before the report is ignored'],
  }),
  xmlCase('words behind the report', (xml) => `${xml}\nthanks`, { repairs: ['what follows the report is ignored'] }),
  xmlCase('nulls behind the report', (xml) => `${xml}\0\0\0`, { repairs: ['what follows the report is ignored'] }),
  xmlCase('crlf', (xml) => xml.replaceAll('\n', '\r\n')),
  xmlCase('all in one line', (xml) => xml.replaceAll('\n', '')),
  xmlCase('two reports in one document', (xml) => `${xml}\n${healthy('two reports in one document, b')}`, {
    reports: 2,
    records: 6,
    messages: 28,
    pass: 14,
    repairs: ['another report follows in the same document'],
  }),
  xmlCase(
    'a broken tag and another report behind',
    (xml) => `${xml}</x <feedback y=>${healthy('a broken tag, b').replace(DECLARATION, '')}`,
    {
      reports: 2,
      records: 6,
      messages: 28,
      pass: 14,
      repairs: [
        'another report follows',
        'what stands between reports and cannot be read is ignored',
        'another report follows',
        'what stands between reports and cannot be read is ignored',
        'another report follows',
      ],
    },
  ),
  replacedCase('default namespace', '<feedback>', `<feedback xmlns="${RFC9990}">`),
  xmlCase('prefixed namespace', (xml) =>
    xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1d:').replace('<d:feedback>', `<d:feedback xmlns:d="${RFC9990}">`),
  ),
  xmlCase('prefix nobody declared', (xml) => xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1d:')),
  xmlCase('names in capitals', (xml) => xml.replaceAll(/<\/?[a-z_]+>/g, (tag) => tag.toUpperCase())),
  replacedCase('stray schema tag', '<feedback>', '<xs:schema xmlns:xs="x">\n<feedback>', {
    repairs: ['the report stands inside <xs:schema>', 'not well-formed behind the report (unclosed tag: xs:schema)'],
  }),
  replacedCase(
    'attributes of a schema',
    '<feedback>',
    '<feedback xmlns:xsi="y" xsi:noNamespaceSchemaLocation="rua.xsd">',
  ),
  replacedCase('cdata', 'Receiver Inc', '<![CDATA[A & B]]>', { first: { reporter: 'A & B' } }),
  replacedCase('references', 'Receiver Inc', '&#65;&#x42;&amp;&lt;', { first: { reporter: 'AB&<' } }),
  replacedCase('record in a comment', '<record>', '<!-- <record><row/></record> --><record>'),
  xmlCase('blanks around values', (xml) => xml.replaceAll(/>([^<>\n]+)</g, '>\n\t $1 \n<')),
  replacedCase('document type', '<feedback>', '<!DOCTYPE feedback SYSTEM "file:///etc/passwd">\n<feedback>', DOCTYPE),
  replacedCase(
    'document type with an entity unused',
    '<feedback>',
    '<!DOCTYPE feedback [<!ENTITY x "y">]>\n<feedback>',
    DOCTYPE,
  ),
  xmlCase(
    'document type with an entity used',
    (xml) =>
      xml
        .replace('<feedback>', '<!DOCTYPE feedback [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<feedback>')
        .replace(/spoof\.example/, '&x;'),
    {
      records: 2,
      messages: 7,
      pass: 7,
      exitCode: 3,
      repairs: ['the document type declaration is ignored'],
      failed: [
        'uses an entity that the document itself declares and that is no short plain text; these are never expanded',
      ],
    },
  ),
  replacedCase('unescaped ampersand in the metadata', 'Receiver Inc', 'Smith & Sons', {
    first: { reporter: 'Smith & Sons' },
    repairs: [`line 3, column 34 (an & that begins no reference): ${SALVAGED}`, 'report_metadata is not well-formed'],
  }),
  replacedCase(
    'unescaped ampersand in a record',
    '<spf>fail</spf></policy_evaluated>',
    '<spf>fail</spf><reason><type>other</type><comment>AT&T</comment></reason></policy_evaluated>',
    {
      first: { overrides: [{ type: 'other', comment: 'AT&T' }] },
      repairs: [SALVAGED, 'record is not well-formed'],
    },
  ),
  replacedCase(
    'unescaped bracket in a record',
    '<spf>fail</spf></policy_evaluated>',
    '<spf>fail</spf><reason><type>other</type><comment>1 < 2</comment></reason></policy_evaluated>',
    {
      first: { overrides: [{ type: 'other', comment: '1 < 2' }] },
      repairs: [SALVAGED, 'record is not well-formed'],
    },
  ),
  replacedCase('entity of html', 'Receiver Inc', 'Caf&eacute;', {
    first: { reporter: 'Caf&eacute;' },
    repairs: [SALVAGED, 'report_metadata is not well-formed'],
  }),
  replacedCase('tag closed under another name', '</count>', '</cuont>', {
    repairs: [SALVAGED, 'record is not well-formed'],
  }),
  replacedCase('row that is not closed', '</row>', '', { repairs: [SALVAGED, 'record is not well-formed'] }),
  replacedCase('control character', 'Receiver Inc', 'Receiver\u0001 Inc', {
    first: { reporter: 'Receiver Inc' },
    repairs: [SALVAGED, 'report_metadata is not well-formed'],
  }),
  replacedCase('unescaped bracket in the metadata', 'Receiver Inc', 'A < B Inc', {
    first: { reporter: 'A < B Inc' },
    repairs: [SALVAGED, 'report_metadata is not well-formed'],
  }),
  replacedCase(
    'unescaped brackets around the report_id',
    /<report_id>.*<\/report_id>/,
    '<report_id><7@mx.example></report_id>',
    {
      first: { reportId: '7@mx.example' },
      repairs: [SALVAGED, 'report_metadata is not well-formed'],
    },
  ),
  replacedCase('null in a value', 'Receiver Inc', 'Receiver Inc\0', {
    first: { reporter: 'Receiver Inc' },
    repairs: [SALVAGED, 'report_metadata is not well-formed'],
  }),
  xmlCase('cut off in a record', (xml) => xml.slice(0, -100), {
    records: 2,
    messages: 7,
    pass: 7,
    exitCode: 3,
    failed: ['truncated at line 7, column '],
  }),
  xmlCase('cut off between records', (xml) => xml.slice(0, xml.lastIndexOf('<record>')), {
    records: 2,
    messages: 7,
    pass: 7,
    exitCode: 3,
    failed: ['truncated at line 7, column 0 after 2 whole records'],
  }),
  xmlCase('cut off in the metadata', (xml) => xml.slice(0, 150), {
    ...NOTHING,
    failed: ['truncated at line 3, column '],
  }),
  xmlCase('another document', () => '<rss><channel/></rss>', {
    ...NOTHING,
    failed: ['looks like XML with the root element <rss>'],
  }),
];
