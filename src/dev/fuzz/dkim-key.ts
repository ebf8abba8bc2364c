import { parseDkimKey, printDkimKey, resemblesDkimKey } from '../../protocols/dkim-key.ts';
import { fuzzTarget, octets } from '../fuzzing/target.ts';

const RSA =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB';

/** DKIM keys (RFC 6376 §3.6.1, RFC 8463), down to the key's DER. */
export default fuzzTarget({
  seeds: () => [
    `v=DKIM1; k=rsa; p=${RSA}`,
    `p=${RSA}; t=y:s; h=sha256; s=email; n=a note; g=*`,
    'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    'v=DKIM1; p=',
    `"v=DKIM1; k=rsa; " "p=${RSA.slice(0, 90)}"`,
  ],
  tokens: [
    'v=DKIM1',
    ';',
    '=',
    'p=',
    'k=',
    't=',
    'h=',
    's=',
    ':',
    'MIG',
    'AQAB',
    '-----BEGIN PUBLIC KEY-----',
    '+',
    '/',
    '==',
    '\\',
  ],
  // A fault in every second octet is told with its text each time.
  msPerKib: 20,
  run(bytes) {
    const text = octets(bytes);
    const parsed = parseDkimKey(text);
    return [parsed.problems, printDkimKey(parsed.value), resemblesDkimKey(text)];
  },
});
