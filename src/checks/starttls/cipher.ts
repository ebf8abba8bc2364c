import { HOST } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { SILENT } from './example-hosts.ts';
import { admitSilent, established, perHost } from './sessions.ts';

/** Nothing encrypted, or so weakly that it can be read (RFC 9325 §4.1); names as IANA registers them. */
const BROKEN = /_(?:NULL|EXPORT|RC4|RC2|DES|DES40|3DES|IDEA)_|_MD5$/;
/** Suites of TLS 1.3, which name no key exchange, always have forward secrecy. */
const EPHEMERAL = /^TLS_(?:ECDHE|DHE|DH_anon|ECDH_anon)_/;
const TLS_1_2 = 'TLSv1.2';

const using = (cipher: string, protocol = TLS_1_2) => ({ 'mail.example.com': { protocol, cipher } });

export default defineCheck({
  id: 'starttls/cipher',
  title: 'Mail hosts agree on a cipher suite that is safe today',
  refs: [
    { label: 'RFC 9325 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-4.1' },
    { label: 'RFC 9325 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-4.2' },
  ],
  why: 'A broken cipher is no more than no cipher. Without forward secrecy, whoever gets hold of the host’s key one day reads all the mail that was recorded before.',
  fix: 'Let the mail server prefer TLS 1.3, and in TLS 1.2 the suites that begin with ECDHE and hold GCM or CHACHA20',
  needs: ['smtp'],
  messages: {
    broken: { level: 'warning', text: '`{host}` agrees{where} on `{cipher}`, which is broken' },
    static: { level: 'warning', text: '`{host}` agrees{where} on `{cipher}`, which has no forward secrecy' },
    cbc: {
      level: 'note',
      text: '`{host}` agrees{where} on `{cipher}`, whose CBC mode needs care that newer suites do without',
    },
  },
  examples: [
    { name: 'a suite of TLS 1.3', zone: HOST, smtp: { 'mail.example.com': {} }, expect: [] },
    { name: 'ECDHE and GCM', zone: HOST, smtp: using('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'), expect: [] },
    { name: 'RC4', zone: HOST, smtp: using('TLS_ECDHE_RSA_WITH_RC4_128_SHA'), expect: ['broken'] },
    { name: 'Triple DES', zone: HOST, smtp: using('TLS_RSA_WITH_3DES_EDE_CBC_SHA'), expect: ['broken'] },
    { name: 'no cipher', zone: HOST, smtp: using('TLS_RSA_WITH_NULL_SHA'), expect: ['broken'] },
    {
      name: 'the key of the certificate',
      zone: HOST,
      smtp: using('TLS_RSA_WITH_AES_256_GCM_SHA384'),
      expect: ['static'],
    },
    { name: 'CBC', zone: HOST, smtp: using('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'), expect: ['cbc'] },
    {
      name: 'an old version, which has nothing else and is another matter',
      zone: HOST,
      smtp: using('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'TLSv1'),
      expect: [],
    },
    SILENT,
  ],
  evaluate({ smtp }, findings) {
    admitSilent(smtp, findings);
    const weak = perHost(smtp.hosts, (session) => {
      const { cipher = '', protocol } = established(session) ?? {};
      if (BROKEN.test(cipher)) return { key: 'broken', cipher } as const;
      if (cipher.includes('_WITH_') && !EPHEMERAL.test(cipher)) return { key: 'static', cipher } as const;
      return cipher.includes('_CBC_') && protocol === TLS_1_2 ? ({ key: 'cbc', cipher } as const) : undefined;
    });
    for (const { what, host, where } of weak) findings.add(what.key, { host, where, cipher: what.cipher });
  },
});
