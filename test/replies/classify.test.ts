import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advice } from '../../src/replies/advice.ts';
import { providers } from '../../src/providers/all.ts';
import { REPLY_CLASSES } from '../../src/replies/class.ts';
import type { Judgement } from '../../src/replies/class.ts';
import { classify } from '../../src/replies/classify.ts';
import { enhancedCodes } from '../../src/replies/rules/enhanced-codes.ts';
import { ruleSets } from '../../src/replies/rules/all.ts';
import { cpuTime } from '../support/cpu-time.ts';

test.for([
  [
    '5.1.1 that is a rate limit',
    '550 5.1.1 <a@example.com> - 192.0.2.1 has sent to too many recipients this hour. IB607',
    'rate-limited',
    'soft',
  ],
  ['5.0.0 with «User unknown»', '<192.0.2.32 #5.0.0 smtp; 550 "Unknown User">', 'user-unknown', 'hard'],
  ['552 for a full mailbox', '552 5.2.2 Over quota', 'mailbox-full', 'soft'],
  ['552 for a large message', '552 5.3.4 Message size exceeds fixed limit', 'message-too-large', 'soft'],
  [
    '5.7.1 for a block list',
    '550 5.7.1 Service unavailable; client [192.0.2.1] blocked using zen.spamhaus.org',
    'ip-blocked',
    'block',
  ],
  ['5.7.1 for an unknown user', '550 5.7.1 No such user!', 'user-unknown', 'hard'],
  ['5.7.1 for DMARC', "550 5.7.1 Message rejected due to the domain's DMARC policy", 'dmarc-policy', 'block'],
  ['5.7.1 for relaying', '550 5.7.1 Unable to relay', 'relaying-denied', 'block'],
  ['5.7.1 for spam', '554 5.7.1 Message rejected as spam', 'spam-content', 'block'],
  ['5.7.1 without a reason', '550 5.7.1 Delivery not authorized, message refused', 'policy', 'block'],
  [
    'a list that refuses to answer',
    '554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver',
    'system-error',
    'soft',
  ],
  ['4xx «user unknown»', '450 4.1.1 <a@example.com>: Recipient address rejected: User unknown', 'user-unknown', 'soft'],
  [
    '5xx in the greeting',
    'host mx.example.com[192.0.2.1] refused to talk to me: 554 IP address is block listed',
    'ip-blocked',
    'block',
  ],
] as const)('%s', ([, diagnostic, name, severity]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name, severity });
});

test.for([
  '550-5.1.1 The account you tried to reach is\r\n550-5.1.1 unknown: user unknown\r\n550 5.1.1 here',
  '550-5.1.1 The account is 550-5.1.1 unknown: user unknown 550 5.1.1 here',
  'smtp;550 5.1.1 <a@example.com>... User unknown',
  '5505.1.1 User unknown',
  'RecipientError: 550 User unknown',
  '550 5.1.1 &lt;a@example.com&gt;: User unknown',
  '550 5.1.1 User=0D=0Aunknown',
  String.raw`550 5.1.1 User\r\nunknown`,
])('%j is read', (diagnostic) => {
  expect(classify({ diagnostic })).toEqual({ class: 'user-unknown', severity: 'hard', by: 'phrase' });
});

test('a provider is asked first for what its words mean', () => {
  const diagnostic = '421 4.7.0 Try again later, closing connection.';
  expect(classify({ diagnostic })).toMatchObject({ class: 'system-error' });
  expect(classify({ diagnostic, mailboxProvider: 'gmail' })).toMatchObject({ class: 'rate-limited', by: 'provider' });
});

test.for([
  ['550 5.1.1 <a@example.com>: Recipient address rejected: User unknown in virtual mailbox table', 'user-unknown'],
  ['550 No such user here', 'user-unknown'],
  ['552 5.2.2 <a@example.com>: Mailbox full', 'mailbox-full'],
  ['550 5.2.1 The mailbox <a@example.com> is disabled', 'mailbox-disabled'],
  ['552 5.3.4 Message size exceeds fixed limit', 'message-too-large'],
  ['450 4.2.0 <a@example.com>: Recipient address rejected: Greylisted', 'greylisted'],
  ['554 5.7.1 Message rejected as spam', 'spam-content'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'ip-blocked'],
  ['550 5.7.1 SPF check failed', 'auth-failed'],
  ['421 4.7.0 Too many connections from your IP 192.0.2.1, try again later', 'rate-limited'],
  ['connect to mx.example.com[192.0.2.1]:25: Connection timed out', 'connection'],
] as const)('words that every server uses mean the same at every provider: %s', ([diagnostic, expected]) => {
  for (const mailboxProvider of new Set(ruleSets.flatMap((rules) => rules.providers ?? [])))
    expect([mailboxProvider, classify({ diagnostic, mailboxProvider }).class]).toEqual([mailboxProvider, expected]);
});

test.for([
  [
    'Yahoo’s limit',
    '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume',
    'rate-limited',
  ],
  ['Yahoo’s block', '421 4.7.1 [TSS09] All messages from 192.0.2.1 will be permanently deferred', 'ip-blocked'],
  [
    'a bare refusal in the greeting',
    'host a.example[192.0.2.1] refused to talk to me: 550 [S10] Blocked',
    'ip-blocked',
  ],
  [
    'a bare refusal of the sender',
    'host a.example[192.0.2.1] said: 554 Transaction failed (in reply to MAIL FROM command)',
    'policy',
  ],
  [
    'qmail’s log',
    '192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.7.1_Message_rejected_due_to_SPF_check/Giving_up_on_192.0.2.1./',
    'auth-failed',
  ],
  ['too many attempts', 'Unable to deliver message after multiple retries, giving up.', 'expired'],
] as const)('%s', ([, diagnostic, expected]) => {
  expect(classify({ diagnostic }).class).toBe(expected);
});

test('what words leave open, the code closes, then the service', () => {
  expect(classify({ enhancedCode: '5.2.2', code: 552 })).toEqual({
    class: 'mailbox-full',
    severity: 'soft',
    by: 'code',
  });
  expect(classify({ espClass: 'bad-mailbox', permanent: true })).toEqual({
    class: 'user-unknown',
    severity: 'hard',
    by: 'service',
  });
  // Amazon SES calls it transient; the code names the reason, and a phrase outranks both.
  expect(classify({ enhancedCode: '5.4.4', espClass: 'Transient/General', permanent: false }).class).toBe('routing');
  expect(classify({ enhancedCode: '5.4.4', diagnostic: 'smtp; 550 5.4.4 Invalid domain', permanent: false })).toEqual({
    class: 'domain-unknown',
    severity: 'hard',
    by: 'phrase',
  });
  expect(classify({ enhancedCode: '5.0.0', espClass: '22' }).class).toBe('mailbox-full');
  expect(classify({})).toEqual({ class: 'unclassified', severity: 'soft', by: 'nothing' });
  expect(classify({ code: 554, diagnostic: '554 Transaction failed' }).by).toBe('nothing');
});

test.for([
  ['Invalid Address', 'user-unknown'],
  ['Frequency or Volume Too High', 'rate-limited'],
  ['Bounced Address', 'suppressed'],
  ['OnAccountSuppressionList', 'suppressed'],
  ['Permanent/NoEmail', 'user-unknown'],
  ['suppress-bounce', 'suppressed'],
  ['HardBounce', 'unclassified'],
  ['SpamNotification', 'spam-content'],
  ['hard: bad_mailbox', 'user-unknown'],
  ['quota-issues', 'mailbox-full'],
  ['InvalidRecipient', 'user-unknown'],
  ['51', 'spam-content'],
  ['greylisted', 'greylisted'],
  ['100009', 'dmarc-policy'],
  ['Non-existent address', 'user-unknown'],
  ['Invalid SMTPAPI header', 'malformed'],
] as const)("a service's %j is %s", ([espClass, name]) => {
  expect(classify({ espClass }).class).toBe(name);
});

test('every class has a title, an advice and a severity', () => {
  expect(Object.keys(advice).toSorted()).toEqual([...REPLY_CLASSES].toSorted());
  for (const { title, advice: text } of Object.values(advice)) {
    expect(title).not.toBe('');
    expect(text).toMatch(/[.:]$|\.$/);
    expect(text.length).toBeLessThan(240);
  }
});

test('every registered enhanced code is known', () => {
  const last = [0, 10, 4, 5, 7, 6, 10, 30];
  const missing = last.flatMap((details, subject) =>
    Array.from({ length: details + 1 }, (_, detail) => `${subject}.${detail}`),
  );
  // 0.0 says nothing, 1.5 is a success.
  expect(missing.filter((code) => !(code in enhancedCodes))).toEqual(['0.0', '1.5']);
});

test('every set of rules names where it was read', () => {
  for (const { sources, rules } of ruleSets) {
    expect(rules.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    for (const { url, checked } of sources) expect(`${url} ${checked}`).toMatch(/^https?:\/\/\S+ \d{4}-\d{2}$/);
  }
});

test('rules that are a provider’s name one of the catalogue', () => {
  const known = new Set<string>(providers.map(({ id }) => id));
  expect(ruleSets.flatMap((set) => set.providers ?? []).filter((id) => !known.has(id))).toEqual([]);
});

test('what does not exist at MAIL FROM is the sender', () => {
  const said = (command: string): Judgement =>
    classify({
      diagnostic: `host mx.example.com[192.0.2.1] said: 553 mybox.example.net does not exist (in reply to ${command} command)`,
    });
  expect(said('MAIL FROM')).toMatchObject({ class: 'sender-rejected', severity: 'block' });
  expect(said('RCPT TO')).toMatchObject({ class: 'user-unknown', severity: 'hard' });
});

test('any text is judged, in a short time', () => {
  const text = fc.oneof(fc.string({ maxLength: 3000 }), fc.string({ unit: 'binary', maxLength: 300 }));
  fc.assert(
    fc.property(text, (diagnostic) => {
      expect(REPLY_CLASSES).toContain(classify({ diagnostic }).class);
    }),
    { numRuns: 60 },
  );
  const hostile = [
    ' '.repeat(1e5),
    'a'.repeat(1e5),
    'mailbox '.repeat(1e4),
    '550-5.1.1 '.repeat(1e4),
    '&amp;'.repeat(1e4),
  ];
  const started = cpuTime();
  for (const diagnostic of hostile) classify({ diagnostic });
  expect(cpuTime() - started).toBeLessThan(5_000);
});

test.for([
  // Where nothing is said, the place in the session says of whom it can be.
  [
    'host mx.example.net[192.0.2.1] said: 550 <a@example.com> qzx (in reply to RCPT TO command)',
    'user-unknown',
    'hard',
  ],
  ['host mx.example.net[192.0.2.1] said: 550 qzx (in reply to RCPT TO command)', 'unclassified', 'soft'],
  [
    'host mx.example.net[192.0.2.1] said: 450 <a@example.com> qzx (in reply to RCPT TO command)',
    'unclassified',
    'soft',
  ],
  ['host mx.example.net[192.0.2.1] said: 550 qzx (in reply to end of DATA command)', 'policy', 'block'],
  [
    'delivery temporarily suspended: host mx.example.net[192.0.2.1] refused to talk to me: 554 qzx',
    'ip-blocked',
    'block',
  ],
] as const)('a refusal without a known word is placed: %s', ([diagnostic, name, severity]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name, severity });
});

test.for([
  [
    'NOQUEUE: reject: RCPT from unknown[192.0.2.8]: 550 5.1.1 <a@example.com>: Recipient address rejected',
    'user-unknown',
  ],
  ['NOQUEUE: milter-reject: END-OF-MESSAGE from mx.example.com[192.0.2.8]: 4.7.1 Rate limit exceeded', 'rate-limited'],
  ['rejected RCPT <a@example.com>: relay not permitted', 'relaying-denied'],
  ["Sorry,_I_wasn't_able_to_establish_an_SMTP_connection./", 'connection'],
  ['550 can’t accept user', 'user-unknown'],
] as const)('what a log writes around a reply is no part of it: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test.for([
  ["554 5.7.1 <a@example.com>: Sender address rejected: We don't want your spam.", 'sender-rejected'],
  ['554 5.7.1 <a@example.com>: Sender address rejected: Greylisted, try again later', 'greylisted'],
  ["554 5.7.1 <mx.example.com[192.0.2.1]>: Client host rejected: Don't want this mail", 'ip-blocked'],
  ['450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]', 'ptr'],
  ['501 5.1.7 Invalid address', 'sender-rejected'],
  ['501 5.1.3 Invalid address', 'user-unknown'],
] as const)('whose fault it is stands in front of the reason: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test.for([
  // Word order and inflection differ, the words of a reason do not.
  ['550 A címzett postafiókja nem létezik', 'user-unknown'],
  ['550 Postkassen findes ikke', 'user-unknown'],
  ['550 Rejected: mailbox <a@example.com> pieno', 'mailbox-full'],
  ['552 Das Postfach des Benutzers hat sein Limit erreicht', 'mailbox-full'],
  ['452 Na serwerze brak miejsca na dysku', 'system-error'],
  ['421 De service is niet beschikbaar en de verbinding wordt verbroken.', 'system-error'],
  ['450 Casella email non disponibile (ad esempio occupata o temporaneamente bloccata)', 'system-error'],
] as const)('languages are read by their stems: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test.for([
  // In the greeting nothing but the address is known.
  ['host mx.example.com[192.0.2.1] refused to talk to me: 554 Access denied', 'ip-blocked'],
  ['host mx.example.com[192.0.2.1] said: 554 Access denied (in reply to end of DATA command)', 'policy'],
  ['host mx.example.com[192.0.2.1] refused to talk to me: 421 Service not available', 'system-error'],
] as const)('«access denied» in the greeting is about the address: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test.for([
  // «host … has been blocked» would be read across the frame.
  [
    'SMTP error from remote mail server after MAIL FROM:<a@example.com>: host mx.example.com [192.0.2.1]: 550 This message has been blocked by Policy Patrol',
    'policy',
  ],
  ["Remote Server at example.com (192.0.2.1) returned '550 5.1.1 User unknown'", 'user-unknown'],
  ['550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>', 'expired'],
  ['discarded by header_checks', 'policy'],
  ['discarded by header_checks: 550 5.7.1 spam', 'spam-content'],
  ["550-5.7.1 [192.0.2.1] The sender's IP address has been blocked 550 5.7.1 by the recipient", 'ip-blocked'],
  ['TLS certificate verification failed for mx.example.com: certificate has expired', 'tls'],
] as const)('the reason outranks what stands around it: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test('where a service tells nothing but its verdict, the verdict counts, unless a code says otherwise', () => {
  expect(classify({ permanent: true })).toEqual({ class: 'unclassified', severity: 'hard', by: 'service' });
  expect(classify({ permanent: false })).toMatchObject({ class: 'unclassified', severity: 'soft' });
  expect(classify({ permanent: true, code: 450 }).severity).not.toBe('hard');
  expect(classify({ permanent: true, diagnostic: 'zzz zzz' })).toMatchObject({
    class: 'unclassified',
    severity: 'soft',
  });
});

test.each([
  ['greylisting, rspamd’s words for it', '451 4.7.1 Try again later', 'greylisted'],
  ['greylisting, in Polish', 'Serwer stosuje szare listy, spróbuj za chwilę', 'greylisted'],
  ['a size, in Spanish', 'El tamaño del mensaje excede el límite permitido', 'message-too-large'],
  ['a size that is the mailbox’s', 'El tamaño del buzón excede el límite permitido', 'mailbox-full'],
  ['a reverse name, in Portuguese', '550 5.7.1 Servidor sem DNS reverso (192.0.2.7)', 'ptr'],
  ['a name, in Italian', '550 5.7.1 Reputazione del dominio mittente insufficiente', 'domain-reputation'],
  ['the recipient’s own list, in German', '550 Absender steht auf der Sperrliste des Empfängers', 'sender-rejected'],
  ['a sender’s address, and what it was refused for', '554 IP do servidor bloqueado por envio de spam', 'ip-blocked'],
  ['encryption, in French', '530 5.7.0 Chiffrement TLS obligatoire', 'tls'],
  ['somebody who has left, in German', 'Der Mitarbeiter ist ausgeschieden', 'mailbox-disabled'],
  ['what has been waited for, in Spanish', 'Tiempo de espera agotado al conectar', 'connection'],
  ['an address that was not found, in Finnish', 'Antamaasi sähköpostiosoitetta ei löytynyt', 'user-unknown'],
  [
    'from whom alone mail is taken, in German',
    'Der Empfänger akzeptiert nur Nachrichten von bestimmten Absendern',
    'policy',
  ],
  ['a loop, in Swedish', '554 5.4.6 Meddelandet går i en slinga', 'loop'],
])('a reason in a word is read in any language: %s', (_, diagnostic, name) => {
  expect(classify({ diagnostic }).class).toBe(name);
});

test.each([
  ['No room left in the inbox', 'mailbox-full'],
  ['We gave up after trying for three days', 'expired'],
  ['This mail came back to us a second time', 'loop'],
  ['We only accept mail over an encrypted channel', 'tls'],
  ['Recipient has blocked you', 'sender-rejected'],
  ['Not delivering to a user who marked your messages as spam', 'suppressed'],
  ['Message lacks a Date field', 'malformed'],
  ['The domain has no mail servers and no address record', 'domain-unknown'],
  ['Company rules do not allow this mail', 'policy'],
  ['URL reputation violation detected', 'link-blocked'],
])('a sentence of somebody’s own is read: %s', (diagnostic, name) => {
  expect(classify({ diagnostic }).class).toBe(name);
});

test('«blocked» is not «locked»: the address beside it is none that is closed', () => {
  expect(classify({ diagnostic: '554 5.7.1 Blocked by our filters - contact abuse@example.net' }).class).not.toBe(
    'mailbox-disabled',
  );
});

test('an address is not at fault where a policy is given as the reason, whatever the enhanced code', () => {
  expect(classify({ diagnostic: '550 5.2.1 Mail refused due to policy' })).toMatchObject({
    class: 'policy',
    severity: 'block',
  });
  expect(classify({ diagnostic: '550 5.2.1 Mailbox disabled' })).toMatchObject({ class: 'mailbox-disabled' });
});

test('a Japanese group is no loop, though the word is in it', () => {
  expect(classify({ diagnostic: '550 グループにメッセージを投稿する権限がありません' }).class).not.toBe('loop');
});

test('a delivery report’s 5.0.0 gives way to the code the reply itself has, another one does not', () => {
  const diagnostic = '550 5.1.1 #4711';
  expect(classify({ diagnostic, enhancedCode: '5.0.0' })).toMatchObject({ class: 'user-unknown', by: 'code' });
  expect(classify({ diagnostic, enhancedCode: '5.2.2' })).toMatchObject({ class: 'mailbox-full', by: 'code' });
});

test('one reply is judged anew where anything else that is told of it differs', () => {
  const diagnostic = 'Zzz';
  const asked = [
    {},
    { code: 550 },
    { enhancedCode: '5.1.1' },
    { mailboxProvider: 'gmail' },
    { espClass: 'Invalid Address' },
    { espClass: 'Invalid Address', permanent: false },
    { espClass: 'Invalid Address', permanent: true },
  ];
  const alone = asked.map((one, at) => classify({ ...one, diagnostic: `${diagnostic} ${'z'.repeat(at + 1)}` }));
  expect(asked.map((one) => classify({ ...one, diagnostic }))).toEqual(alone);
  expect(asked.map((one) => classify({ ...one, diagnostic }))).toEqual(alone);
  const severities = alone.map(({ class: name, severity }) => `${name} ${severity}`);
  expect(severities.slice(4)).toEqual(['user-unknown hard', 'user-unknown soft', 'user-unknown hard']);
});

test('a temporary refusal costs no address, but for one that is on a list of one’s own', () => {
  expect(classify({ code: 450, enhancedCode: '4.1.1' })).toMatchObject({ class: 'user-unknown', severity: 'soft' });
  expect(classify({ code: 550, enhancedCode: '4.1.1' })).toMatchObject({ class: 'user-unknown', severity: 'hard' });
  expect(classify({ enhancedCode: '4.1.1' })).toMatchObject({ class: 'user-unknown', severity: 'soft' });
  expect(classify({ espClass: 'Bounced Address', permanent: false })).toEqual({
    class: 'suppressed',
    severity: 'hard',
    by: 'service',
  });
});

test.each([
  'Delivery to the following recipient failed permanently:',
  'I was not able to deliver your message to the following addresses',
  'Mail delivery failed: returning message to sender',
  'Undeliverable mail',
  '5.0.0 permanent failure',
  'Die folgende Nachricht konnte nicht zugestellt werden',
  "Votre message n'a pas pu être remis",
  'Il messaggio non è stato recapitato',
])('a sentence that says only that it failed tells no reason, and is no proof against an address: %s', (diagnostic) => {
  expect(classify({ diagnostic })).toEqual({ class: 'unclassified', severity: 'soft', by: 'nothing' });
  expect(classify({ diagnostic: `550 5.1.1 ${diagnostic}` })).toMatchObject({ class: 'user-unknown', by: 'code' });
});

test('the code that was told beside a reply counts before one that is quoted in it', () => {
  const diagnostic = 'User unknown (last answer: 550 5.1.1 User unknown)';
  expect(classify({ diagnostic })).toMatchObject({ class: 'user-unknown', severity: 'hard' });
  expect(classify({ code: 450, diagnostic })).toMatchObject({ class: 'user-unknown', severity: 'soft' });
  expect(classify({ code: 550, diagnostic: diagnostic.replaceAll('550 5.', '450 4.') })).toMatchObject({
    severity: 'hard',
  });
});

test.for([
  // A loop is told by its code, what the words find wrong with the headers is the loop.
  ['554 5.4.6 Message rejected: bad header', 'loop'],
  ['554 Message rejected: bad header', 'malformed'],
  // A full mailbox is, whatever there are too many of.
  ['452 4.2.2 Too many recipients', 'mailbox-full'],
  ['452 Too many recipients', 'too-many-recipients'],
  // «Policy» stands in front of the address that a filter says does not exist, and of nothing else.
  ['550 5.1.1 Rejected due to policy', 'policy'],
  ['552 5.2.2 Rejected due to policy', 'mailbox-full'],
] as const)('the code or the words, whichever says more: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test.for([
  '553 Domain not found',
  '550 Requested action not taken: mailbox unavailable',
  '550 5.7.1 Rejected due to policy',
])('what qmail says was said of the sender is about the sender: %s', (said) => {
  const diagnostic = `Connected to 192.0.2.1 but sender was rejected. Remote host said: ${said}`;
  expect(classify({ diagnostic })).toMatchObject({ class: 'sender-rejected', severity: 'block' });
});

test('5.1.10 is a null MX with the code it was registered with, and Exchange’s unknown address with 550', () => {
  expect(classify({ code: 556, enhancedCode: '5.1.10' })).toMatchObject({ class: 'null-mx' });
  expect(classify({ code: 550, enhancedCode: '5.1.10' })).toMatchObject({ class: 'user-unknown', severity: 'hard' });
  expect(classify({ diagnostic: '550 5.1.10 The domain has a null MX' })).toMatchObject({ class: 'null-mx' });
});

test('an undisclosed address is none that was closed', () => {
  expect(classify({ diagnostic: 'an undisclosed address' }).class).not.toBe('mailbox-disabled');
  expect(classify({ diagnostic: '550 this is a closed address' }).class).toBe('mailbox-disabled');
});

test.for(['Receipient', 'Recepient'])('a recipient is one, however a server spells it: %s', (word) => {
  expect(classify({ diagnostic: `550 ${word} Not Found` })).toMatchObject({ class: 'user-unknown', severity: 'hard' });
});

test.for([
  ['451 temporary failure of hostname lookup', 'dns'],
  ['451 write error over the network', 'connection'],
  ['550 domain shop.example has a bad reputation here', 'domain-reputation'],
  ['554 The domain shop.example has a bad reputation, see https://talosintelligence.com', 'domain-reputation'],
  ['550 sorry, that domain is not welcome', 'domain-blocked'],
  ['550 your message is not welcome', 'policy'],
  ['550 Zu viele Empfänger', 'too-many-recipients'],
  ['450 Zu viele Empfänger pro Stunde', 'rate-limited'],
  ['552 Superata la quota assegnata', 'mailbox-full'],
  ['421 none left: no MXs for that domain could be reached', 'connection'],
  ['the mail host could not be contacted', 'connection'],
  ['550 invalid return-path domain', 'sender-rejected'],
  ['554 transaction failed: 5.0.0 invalid return path', 'sender-rejected'],
  ['RETRY.3 resources unavailable', 'system-error'],
  ['550 Recipient reject', 'user-unknown'],
  ['550 message denied, based on relay 192.0.2.9', 'ip-blocked'],
] as const)('the same said in another order: %s', ([diagnostic, name]) => {
  expect(classify({ diagnostic })).toMatchObject({ class: name });
});

test('a time in the queue that ran out with its last answer behind it', () => {
  const last = (reply: string) => `4.4.7 queue timeout, last error: ${reply}`;
  expect(classify({ diagnostic: last('421 connection refused') })).toMatchObject({ class: 'expired' });
  expect(classify({ diagnostic: last('452 mailbox full') })).toMatchObject({ class: 'mailbox-full' });
});
