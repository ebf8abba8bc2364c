import fc from 'fast-check';
import { expect, test } from 'vitest';
import { providers } from '../../src/providers/all.ts';
import { catalogue } from '../../src/providers/catalogue.ts';
import { mailboxProviderOf } from '../../src/providers/mailbox-provider.ts';

const of = mailboxProviderOf(catalogue(providers));

test.for([
  ['gmail-smtp-in.l.google.com', 'gmail.com', 'gmail'],
  ['alt1.gmail-smtp-in.l.google.com', 'gmail.com', 'gmail'],
  ['alt2.aspmx.l.google.com', 'firma.example', 'google-workspace'],
  ['smtp.google.com', 'firma.example', 'google-workspace'],
  ['mta7.am0.yahoodns.net', 'yahoo.com', 'yahoo-mail'],
  ['mx-aol.mail.gm0.yahoodns.net', 'aol.com', 'yahoo-mail'],
  ['hotmail-com.olc.protection.outlook.com', 'hotmail.com', 'outlook-com'],
  ['eur.olc.protection.outlook.com', 'live.fr', 'outlook-com'],
  ['firma-example.mail.protection.outlook.com', 'firma.example', 'microsoft-365'],
  ['firma-example.o-v1.mx.microsoft', 'firma.example', 'microsoft-365'],
  ['mx01.mail.icloud.com', 'me.com', 'icloud-mail'],
  ['mx00.emig.gmx.net', 'gmx.de', 'gmx-web-de'],
  ['mx-ha02.web.de', 'web.de', 'gmx-web-de'],
  ['mx03.t-online.de', 't-online.de', 't-online'],
  ['smtp-in.orange.fr', 'wanadoo.fr', 'orange-mail'],
  ['mx1.free.fr', 'free.fr', 'free-mail'],
  ['smtpz4.laposte.net', 'laposte.net', 'laposte-net'],
  ['smtp-in.virgilio.it', 'virgilio.it', 'libero-mail'],
  ['mx1a1.comcast.net', 'comcast.net', 'comcast'],
  ['al-ip4-mx-vip1.prodigy.net', 'sbcglobal.net', 'att-mail'],
  ['pkvw-mx.msg.pkvw.co.charter.net', 'nyc.rr.com', 'spectrum-mail'],
  ['mxs.mail.ru', 'bk.ru', 'mail-ru'],
  ['mx.yandex.ru', 'yandex.ru', 'yandex-360'],
  ['mx3.qq.com', 'foxmail.com', 'tencent-qq-mail'],
  ['163mx00.mxmail.netease.com', '163.com', 'netease-mail'],
  ['mx1.naver.com', 'naver.com', 'naver-mail'],
  ['mx1.seznam.cz', 'email.cz', 'seznam-mail'],
  ['d6e7a7cf4aef5fca.mx1.emailprofi.seznam.cz', 'firma.example', 'seznam-profi'],
  ['mfsmax.docomo.ne.jp', 'docomo.ne.jp', 'docomo-mail'],
  ['mx5.mail.yahoo.co.jp', 'yahoo.co.jp', 'yahoo-japan-mail'],
  ['mxa-00123456.gslb.pphosted.com', 'firma.example', 'proofpoint'],
  ['mx1-us1.ppe-hosted.com', 'firma.example', 'proofpoint-essentials'],
  ['d12345a.ess.barracudanetworks.com', 'firma.example', 'barracuda'],
  ['eu-smtp-inbound-1.mimecast.com', 'firma.example', 'mimecast'],
  // A company's provider shows in its MX alone, and a final dot or capitals change nothing.
  ['MX1.Free.FR.', 'club.example', 'free-mail'],
] as const)('%s takes mail for %s: %s', ([host, domain, id]) => {
  expect(of(host, domain)).toMatchObject({ id, by: 'mx' });
});

test.for([
  [undefined, 'gmail.com', 'gmail'],
  [undefined, 'Hotmail.co.UK', 'outlook-com'],
  [undefined, 'yahoo.co.jp', 'yahoo-japan-mail'],
  [undefined, 'tampabay.rr.com', 'spectrum-mail'],
  [undefined, 'firma.onmicrosoft.com', 'microsoft-365'],
  ['relay.firma.example', 'orange.fr', 'orange-mail'],
  // A smart host is no mailbox provider: not a provider's submission host, nor a sending service's.
  ['smtp.comcast.net', 'gmail.com', 'gmail'],
  ['mx.sendgrid.net', 'web.de', 'gmx-web-de'],
] as const)('with %s, %s is told by its address: %s', ([host, domain, id]) => {
  expect(of(host, domain)).toMatchObject({ id, by: 'domain' });
});

test.for([
  [undefined, 'firma.example'],
  [undefined, 'staff.gmail.com'],
  [undefined, 'mail.ru.example'],
  ['mx.firma.example', 'firma.example'],
  ['', ''],
] as const)('with %s, %s is nobody’s we know', ([host, domain]) => {
  expect(of(host, domain)).toBeUndefined();
});

test('what was asked before is answered alike, whatever was asked between', () => {
  const name = fc.oneof(
    fc.constantFrom('gmail.com', 'mx1.free.fr', 'smtp.comcast.net', 'x.rr.com', 'firma.example', ''),
    fc.domain(),
    fc.string({ maxLength: 300 }),
  );
  fc.assert(
    fc.property(fc.option(name, { nil: undefined }), name, (host, domain) => {
      expect(of(host, domain)).toEqual(mailboxProviderOf(catalogue(providers))(host, domain));
    }),
    { numRuns: 30 },
  );
});

test('a million events cost little time and share their answers', () => {
  const started = process.cpuUsage();
  const first = of('mx1.free.fr', 'free.fr');
  for (let i = 0; i < 1_000_000; i++) of(i % 2 === 0 ? 'mx1.free.fr' : `mx.h${i % 1000}.example`, 'free.fr');
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  expect(of('mx1.free.fr', 'free.fr')).toBe(first);
});
