import { mtaStsRecordAsMeant, parseMtaStsRecord } from '../../protocols/mta-sts-record.ts';
import { parseMtaStsPolicy } from '../../protocols/mta-sts-policy.ts';
import { parseTlsRpt, tlsRptAsMeant } from '../../protocols/tls-rpt.ts';
import { bimiAsMeant, isBimiVersion, parseBimi, resemblesBimi } from '../../protocols/bimi.ts';
import { parseReportUris } from '../../protocols/uri.ts';
import { fuzzTarget, octets } from '../fuzzing/target.ts';

/** TLS-RPT, MTA-STS and BIMI: records, policies, and the URIs in them. */
export default fuzzTarget({
  seeds: () => [
    'v=TLSRPTv1; rua=mailto:tls@example.com,https://x.example/v1',
    'v=STSv1; id=20240101T000000;',
    'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n',
    'v=BIMI1; l=https://x.example/logo.svg; a=https://x.example/vmc.pem; avp=brand; lps=a,b',
    'v=BIMI1; l=; a=;',
  ],
  tokens: [
    'v=',
    'STSv1',
    'TLSRPTv1',
    'BIMI1',
    ';',
    '=',
    ':',
    'id=',
    'rua=',
    'mailto:',
    'https://',
    ',',
    '!',
    '%',
    '*.',
    'mode: ',
    'mx: ',
    'max_age: ',
    'l=',
    'a=',
    '\xA0',
  ],
  // A fault in every second octet is told with its text each time.
  msPerKib: 20,
  run(bytes) {
    const text = octets(bytes);
    return [
      [parseTlsRpt(text), tlsRptAsMeant(text), parseMtaStsRecord(text), mtaStsRecordAsMeant(text, 'x')],
      [
        parseMtaStsPolicy(text),
        parseBimi(text),
        isBimiVersion(text),
        resemblesBimi(text),
        bimiAsMeant(text),
        parseReportUris(text),
      ],
    ];
  },
});
