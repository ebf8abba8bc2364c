import { readCertificate } from '../../protocols/certificate.ts';
import { derValues } from '../../protocols/der.ts';
import { readSvgTinyPs } from '../../protocols/svg-tiny-ps.ts';
import { MARKUP } from '../fuzzing/samples.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const SVG = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64">
<title>Logo</title><desc>x</desc><g fill="#f00"><path d="M0 0h1"/><use href="#a" xlink:href="x"/></g></svg>`;

/** What BIMI leads to: logos in SVG Tiny PS, and DER. */
export default fuzzTarget({
  seeds: () => [
    SVG,
    SVG.replace('<g', '<script>x</script><image/><g'),
    Buffer.from('3082000a300806032a0304040101', 'hex'),
  ],
  tokens: [
    ...MARKUP,
    '<svg',
    'xmlns:x="y"',
    'baseProfile="tiny-ps"',
    'viewBox="0 0 1 2"',
    '<script',
    '<a',
    '<title>',
    '\x30\x82',
    '\x30\x80',
    '\x06\x03',
  ],
  run: (bytes) => [
    readSvgTinyPs(utf8(bytes)),
    derValues(bytes),
    bytes[0] === 0x30 ? readCertificate(bytes) : undefined,
  ],
});
