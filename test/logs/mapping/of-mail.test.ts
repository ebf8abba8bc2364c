import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/logs/mapping/event-words.ts';
import { proposed } from '../../support/proposed-mapping.ts';

const BOTH = ['2026-10-13T10:08:00Z delivered ann@example.net', '2026-10-13T10:09:00Z bounced ben@example.org'];

describe('rows of other things beside mails are passed over', () => {
  test.each([
    ['channel', 'email', 'sms', '+390100100'],
    ['Kanal', 'E-Mail', 'WhatsApp', '+490100100'],
    ['integration', 'email', 'slack', '#ops'],
    ['Direction', 'Outbound', 'Inbound', 'desk@example.com'],
    ['type', 'outgoing', 'incoming', 'desk@example.com'],
    ['is_incoming', 'false', 'true', 'desk@example.com'],
  ])('by `%s`, of which `%s` is of mails', async (name, mail, other, whom) => {
    const { lines, mapping, why } = await proposed([
      `${name},recipient,status,date`,
      `${mail},ann@example.net,delivered,2026-10-13T10:08:00Z`,
      `${other},${whom},delivered,2026-10-13T10:08:30Z`,
      `${mail},ben@example.org,bounced,2026-10-13T10:09:00Z`,
    ]);
    expect(lines).toEqual(BOTH);
    expect(mapping).toMatchObject({ only: { column: name, values: [mail] } });
    expect(why).toContain(`\`${name}\` tells mails from \`${other}\`, which are passed over`);
  });

  test('of objects too; one that does not say which it is is read', async () => {
    const row = (more: object): string =>
      JSON.stringify({ status: 'delivered', date: '2026-10-13T10:08:00Z', ...more });
    const { told } = await proposed(
      [
        row({ channel: 'email', to: 'ann@example.net' }),
        row({ channel: 'sms', to: '+390100100' }),
        row({ to: 'ben@example.org' }),
      ],
      'log.ndjson',
    );
    expect(told.map(({ recipient }) => recipient)).toEqual(['ann@example.net', 'ben@example.org']);
  });

  test('and where all are such, nothing is proposed', async () => {
    const { why } = await proposed(['kanal,an,status,am', 'whatsapp,+490100100,delivered,2026-10-13T10:08:00Z']);
    expect(why).toContain('`kanal` is `whatsapp` in every row: these are no mails that were sent');
  });
});

describe('what nothing says to be of mail is asked for', () => {
  const at = '2026-10-13 10:08:00';
  test.each([
    [
      'imports',
      'row,email,result,message,imported_at',
      `1,ann@example.net,success,,${at}`,
      `2,ben@example.org,error,Duplicate,${at}`,
    ],
    [
      'payments',
      'payment,customer_email,status,created_at',
      `1,ann@example.net,succeeded,${at}`,
      `2,ben@example.org,failed,${at}`,
    ],
    [
      'logins',
      'id,email,ip_address,success,attempted_at',
      `1,ann@example.net,192.0.2.1,1,${at}`,
      `2,ben@example.org,192.0.2.2,0,${at}`,
    ],
    [
      'requests',
      'id,requester_email,status,opened,completed',
      `1,ann@example.net,completed,${at},${at}`,
      `2,ben@example.org,rejected,${at},${at}`,
    ],
    [
      'calls of an interface',
      'ts,user,route,status',
      `${at},ann@example.net,/orders,200`,
      `${at},ben@example.org,/orders,404`,
    ],
    ['comments', 'id,author_email,date,status', `1,ann@example.net,${at},approved`, `2,ben@example.org,${at},spam`],
    [
      'adverts',
      'lead_email,campaign,clicked_at,status',
      `ann@example.net,Autumn,${at},accepted`,
      `ben@example.org,Autumn,${at},rejected`,
    ],
  ])('%s', async (_, names, ...rows) => {
    const { told, exitCode } = await proposed([names, ...rows]);
    expect(told).toEqual([]);
    expect(exitCode).not.toBe(0);
  });

  test.each([
    ['a subject', 'email,subject,status,at', 'Hello'],
    ['copies', 'email,cc,status,at', 'desk@example.com'],
    ['the name of recipients', 'recipient,job,status,at', '7'],
  ])('but not beside %s', async (_, names, more) => {
    const { lines } = await proposed([
      names,
      `ann@example.net,${more},success,2026-10-13T10:08:00Z`,
      `ben@example.org,${more},failed,2026-10-13T10:09:00Z`,
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('with the words that have to be named', async () => {
    const { why } = await proposed([
      'email,result,at',
      `ann@example.net,success,${at}`,
      `ben@example.org,failed,${at}`,
    ]);
    expect(why).toContain('if it is, say what these mean in `result`: `success`, `failed`');
  });
});

describe('a table of something else is named', () => {
  const at = '2026-10-13 10:08:00';
  test.each([
    [
      'DMARC reports, which `sendaudit dmarc` reads',
      'org_name,org_email,report_id,begin_date,disposition',
      `Example,dmarc@example.net,1,${at},reject`,
    ],
    [
      'mails in a mailbox',
      'Date,From,To,Subject,Read,Starred,Folder',
      `${at},ann@example.net,me@example.com,Hi,Yes,No,Inbox`,
    ],
    ['messages in a mailbox', 'email,date,status', `ann@example.net,${at},read\nben@example.org,${at},unread`],
    [
      'what a filter thinks',
      'time,sender,rcpt,score,required_score,action',
      `${at},x@example.net,me@example.com,15.2,15,reject`,
    ],
    ['documents to be signed', 'contract,signer,sent_at,viewed_at,signed_at', `7,ann@example.net,${at},${at},${at}`],
    [
      'orders or invoices',
      'Invoice,Email,Issued,Due,Status,Amount',
      `1,ann@example.net,${at},${at},Sent,9.90\n2,ben@example.org,${at},${at},Viewed,9.90\n3,cat@example.org,${at},${at},Paid,9.90`,
    ],
    ['visits of pages', 'ts,user_email,event,page,element', `${at},ann@example.net,click,/,buy`],
    ['contacts', 'Name,Email,Last emailed,Last opened', `Ann,ann@example.net,${at},${at}`],
    [
      'contacts',
      'Name,Email,Last activity,Status',
      `Ann,ann@example.net,${at},Subscribed\nBen,ben@example.org,${at},Bounced`,
    ],
    [
      'contacts',
      'email,status,created_at,confirmed_at',
      `ann@example.net,active,${at},${at}\nben@example.org,pending,${at},\ncat@example.org,unsubscribed,${at},${at}`,
    ],
    [
      'contacts',
      'address,delivery_status,subscribed_date',
      `ann@example.net,enabled,${at}\nben@example.org,by_bounces,${at}`,
    ],
  ])('%s', async (what, names, rows) => {
    const { told, why } = await proposed([names, rows]);
    expect(told).toEqual([]);
    expect(why).toContain(what);
  });
});

describe('a program that hands mails over', () => {
  test('is read at the time of sending, whenever the record was made', async () => {
    const { told } = await proposed([
      'to_email,status,sent_at,created_at',
      'ann@example.net,sent,2026-10-13 10:00:00,2026-10-13 18:00:00',
      'ben@example.org,failed,2026-10-13 10:01:00,2026-10-13 18:01:00',
    ]);
    expect(told.map(({ time }) => time)).toEqual(['2026-10-13T10:00:00Z', '2026-10-13T10:01:00Z']);
  });

  test('has not tried what waits in it', async () => {
    const { kinds, why } = await proposed([
      'recipient,status,created_at',
      'ann@example.net,sent,2026-10-13 10:00:00',
      'ben@example.org,pending,2026-10-13 10:01:00',
      'cat@example.org,failed,2026-10-13 10:02:00',
    ]);
    expect(kinds).toEqual(['delivered', 'accepted', 'bounced soft']);
    expect(why).toContain('`pending` is taken for accepted, and not for deferred: nothing says that it has been tried');
  });

  test('does not say whether what was not sent is yet to be', async () => {
    const { kinds, why } = await proposed([
      'recipient,status,modified',
      'ann@example.net,Sent,2026-10-13 10:00:00',
      'ben@example.org,Not Sent,2026-10-13 10:01:00',
      'cat@example.org,Error,2026-10-13 10:02:00',
    ]);
    expect(kinds).toEqual(['delivered', 'bounced soft']);
    expect(why).toContain('not known, and left out: `Not Sent`');
  });

  test('tells by its errors which number is a failure, and where it cannot, asks', async () => {
    const row = (to: string, status: number, error: string): string =>
      `${to},${status},${error},Hello,2026-10-13 10:00:00`;
    const names = 'sendto,status,error,subject,clock';
    const two = await proposed([names, row('ann@example.net', 1, ''), row('ben@example.org', 2, 'timeout')]);
    expect(two.kinds).toEqual(['delivered', 'bounced soft']);
    expect(two.why).toContain('`1` in `status` is taken for delivered, since none of its rows has an error');
    const three = await proposed([
      names,
      row('ann@example.net', 1, ''),
      row('ben@example.org', 2, 'timeout'),
      row('cat@example.org', 0, ''),
    ]);
    expect([three.kinds, three.exitCode]).toEqual([[], 3]);
  });

  test('plans what it sends later', async () => {
    const { told } = await proposed([
      'recipient,create_time,send_time,sent_time',
      'ann@example.net,2026-10-13 10:00:00,2026-10-13 10:00:00,2026-10-13 10:00:20',
      'ben@example.org,2026-10-13 10:01:00,2026-10-13 10:01:00,',
    ]);
    expect(told.map(({ time, recipient }) => `${time} ${recipient}`)).toEqual(['2026-10-13T10:00:20Z ann@example.net']);
  });
});

describe('a row that is a message', () => {
  test('was sent, and a flag says that it came back', async () => {
    const { kinds } = await proposed([
      'to_address,status,message_date,is_bounced',
      'ann@example.net,Sent,2026-10-13 10:00:00,false',
      'ben@example.org,Sent,2026-10-13 10:01:00,true',
    ]);
    expect(kinds.toSorted()).toEqual(['bounced soft', 'delivered', 'delivered']);
  });

  test('was delivered, too, where its state says what came later', async () => {
    const { kinds } = await proposed([
      'prospect,state,delivered_at,opened_at,bounced_at',
      'ann@example.net,opened,2026-10-13 10:00:00,2026-10-13 11:00:00,',
      'ben@example.org,bounced,,,2026-10-13 10:01:00',
      'cat@example.org,delivered,2026-10-13 10:02:00,,',
    ]);
    expect(kinds.toSorted()).toEqual(['bounced soft', 'delivered', 'delivered', 'opened']);
  });
});

test('kinds of bounces in a list of choices are bounces, whatever they are called', async () => {
  const { told } = await proposed([
    'time_stamp,email,bounce_type_id:label,bounce_reason',
    '2026-10-13 10:00:00,ann@example.net,Invalid,550 5.1.1 no such user',
    '2026-10-13 10:01:00,ben@example.org,Spam,554 5.7.1 rejected',
  ]);
  expect(told.map(({ kind }) => kind)).toEqual(['bounced', 'bounced']);
});

test('what was sent is no answer to it, and words behind a code are one', async () => {
  const sent = await proposed([
    'date,action,email,message',
    '2026-10-13 10:00:00,Sent,ann@example.net,Autumn',
    '2026-10-13 10:01:00,Marked as spam,ben@example.org,Autumn',
  ]);
  expect(sent.told.map(({ diagnostic }) => diagnostic)).toEqual([undefined, undefined]);
  const answered = await proposed([
    'when,rcpt,code,text',
    '2026-10-13 10:00:00,ann@example.net,250,2.0.0 OK',
    '2026-10-13 10:01:00,ben@example.org,550,5.1.1 no such user',
  ]);
  expect(answered.told.map(({ diagnostic }) => diagnostic)).toEqual(['2.0.0 OK', '5.1.1 no such user']);
});

describe('words', () => {
  test.each([
    ['Adresse invalide', 'dropped'],
    ['Ungültige Adresse', 'dropped'],
    ['Unsent', 'dropped'],
    ['Mailer Error', 'bounced'],
    ['Campaign Opened', 'opened'],
    ['Ошибка доставки', 'bounced'],
    ['avvenuta-consegna', 'delivered'],
    ['errore-consegna', 'bounced'],
    ['Indirect bounced', 'bounced'],
    ['permanent-failure', 'hard-bounced'],
    ['Tvrdý odraz', 'hard-bounced'],
    ['Отправлено в спам', 'complained'],
    ['BAYES_SPAM', undefined],
    ['page_view', undefined],
  ])('%s is %s', (word, outcome) => expect(outcomeOf(word)).toBe(outcome));
});
