import { describe, expect, test } from 'vitest';
import { addressesIn } from '../../../src/logs/mapping/addresses.ts';
import { isSentWord, outcomeOf } from '../../../src/logs/mapping/event-words.ts';
import { calledWithin } from '../../../src/logs/mapping/guess-prefix.ts';
import { likelyFormats } from '../../../src/logs/mapping/unfit.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { proposed } from '../../support/proposed-mapping.ts';

const BOTH = ['2026-10-13T10:08:00Z delivered ann@example.net', '2026-10-13T10:09:00Z bounced ben@example.org'];

describe('a program that hands mails over', () => {
  test('notes by a flag whether it did: what was not sent was not tried', async () => {
    const { lines, why } = await proposed([
      'rcpt,subject,sent_ok,dt',
      'ann@example.net,Hello,Yes,2026-10-13T10:08:00Z',
      'ben@example.org,Hello,No,2026-10-13T10:09:00Z',
    ]);
    expect(lines).toEqual([BOTH[0], '2026-10-13T10:09:00Z dropped ben@example.org']);
    expect(why).toContain(
      'where `sent_ok` says yes, the row is taken for delivered, and where it says no, for dropped',
    );
  });

  test('has the error where success would be', async () => {
    const { lines } = await proposed([
      'success,to_header,original_subject,time',
      '1,ann@example.net,Hello,1791886080',
      'SMTP Error: data not accepted.,ben@example.org,Hello,1791886140',
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('has nothing but an error, and that is said to be looked at', async () => {
    const { lines, why } = await proposed([
      'timestamp,receiver,subject,error',
      '2026-10-13T10:08:00Z,ann@example.net,Hello,NULL',
      '2026-10-13T10:09:00Z,ben@example.org,Hello,Could not instantiate mail function.',
    ]);
    expect(lines).toEqual(BOTH);
    expect(why).toContain('where `error` is empty, the row is taken for delivered');
  });

  test('calls its task by a word for sending, and a flag says how it ended', async () => {
    const { lines } = await proposed(
      [
        '{"job":"SendEmail","to":"ann@example.net","success":true,"finished_at":"2026-10-13T10:08:00Z"}',
        '{"job":"SendEmail","to":"ben@example.org","success":false,"finished_at":"2026-10-13T10:09:00Z"}',
      ],
      'jobs.ndjson',
    );
    expect(lines).toEqual(BOTH);
  });

  test('says it in two columns, of which one is the same in every row', async () => {
    const { lines } = await proposed([
      'sys_created_on,type,state,recipients,user',
      '2026-10-13T10:08:00Z,sent,processed,ann@example.net,desk@example.com',
      '2026-10-13T10:09:00Z,send-failed,processed,ben@example.org,desk@example.com',
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('nor is one with a Message-ID, whatever stands beside it', async () => {
    const { lines } = await proposed([
      'MessageId,Received,SenderAddress,RecipientAddress,Status,StartDate,EndDate',
      `<1@example.com>,2026-10-13T10:08:00Z,shop@example.com,ann@example.net,Delivered,2026-10-12,2026-10-14`,
      `<2@example.com>,2026-10-13T10:09:00Z,shop@example.com,ben@example.org,Failed,2026-10-12,2026-10-14`,
    ]);
    expect(lines).toEqual(BOTH);
  });
});

describe('addresses', () => {
  test.each([
    ['["ann@example.net"]', ['ann@example.net']],
    ['[ann@example.net, ben@example.org]', ['ann@example.net', 'ben@example.org']],
    ['[{"email":"ann@example.net","name":"Ann"}]', ['ann@example.net']],
    ['a:1:{i:0;a:1:{s:5:"email";s:15:"ann@example.net";}}', ['ann@example.net']],
    ['a:b@example.net', ['a:b@example.net']],
  ])('%s are as many as a program wrote into its list', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  test('of one person beside those of many are of who sends, whatever the column is called', async () => {
    const rows = ['ann', 'ben', 'eva', 'joe'].map(
      (who, at) => `${who}@example.net,rep@example.com,sent,2026-10-13T10:0${at}:00Z`,
    );
    const { told } = await proposed(['Recipient Email Address,User,Status,Sent At', ...rows]);
    expect(told.map(({ recipient }) => recipient)).toEqual(
      ['ann', 'ben', 'eva', 'joe'].map((who) => `${who}@example.net`),
    );
  });

  test('that are hidden leave the domain, where a column has it', async () => {
    const { told } = await proposed([
      'ts,contact_sha256,recipient_domain,event',
      '2026-10-13T10:08:00Z,9f86d081884c7d65,example.net,delivered',
      '2026-10-13T10:09:00Z,60303ae22b998861,example.org,bounced',
    ]);
    expect(told.map(({ recipientDomain }) => recipientDomain)).toEqual(['example.net', 'example.org']);
  });

  test('`mail_from` beside `mail_to` is of the From field, and beside `rcpt_to` of the envelope', () => {
    expect(calledWithin(['mail_to', 'mail_from', 'state'])).toEqual(['mail_to', 'from', 'state']);
    expect(calledWithin(['a.mail.to', 'a.mail.from'])).toEqual(['a.mail.to', 'a.from']);
    expect(calledWithin(['rcpt_to', 'mail_from', 'state'])).toEqual(['rcpt_to', 'mail_from', 'state']);
  });
});

describe('times', () => {
  test.each([
    ['13/10/2026 02:24:12 p. m.', 'DD/MM/YYYY h:mm:ss A'],
    ['13. 10. 2026 10:03', 'DD. MM. YYYY hh:mm'],
    ['2026/10/13 下午02:27:14', 'YYYY/MM/DD Ah:mm:ss'],
    ['2026-10-13 오후 2:27', 'YYYY-MM-DD A h:mm'],
    ['13/Oct/26 10:04 AM', 'DD/MMM/YY h:mm A'],
    ['1791886487000000000', 'epoch-ns'],
  ])('%s is written as %s', (text, format) => {
    expect(likelyFormats([text])).toContain(format);
  });
  test('`101246` is no day of the year 1012', () => expect(likelyFormats(['101246'])).toEqual([]));

  test.each([
    ['Data,Ora', '13/10/2026,10.08', '13/10/2026,10.09'],
    ['ZDATUM,ZZEIT', '20261013,100800', '20261013,100900'],
    ["Date d'envoi,Heure d'envoi", '13/10/2026,10h08', '13/10/2026,10h09'],
  ])('the time of day stands in a column of its own, without colons: %s', async (names, first, second) => {
    const { lines } = await proposed([
      `${names},Email,Status`,
      `${first},ann@example.net,delivered`,
      `${second},ben@example.org,bounced`,
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('of what happened stand beside the word for it: `last_event_at`, and within the same object', async () => {
    const table = await proposed([
      'to,created_at,last_event,last_event_at',
      'ann@example.net,2026-10-13T09:00:00Z,delivered,2026-10-13T10:08:00Z',
      'ben@example.org,2026-10-13T09:01:00Z,bounced,2026-10-13T10:09:00Z',
    ]);
    expect(table.lines).toEqual(BOTH);
    const records = await proposed(
      [
        '{"timestamp":1791890000000,"value":{"type":"delivered","recipient":"ann@example.net","occurredAt":"2026-10-13T10:08:00Z"}}',
        '{"timestamp":1791890001000,"value":{"type":"bounced","recipient":"ben@example.org","occurredAt":"2026-10-13T10:09:00Z"}}',
      ],
      'topic.ndjson',
    );
    expect(records.lines).toEqual(BOTH);
  });

  test('are not lost by a word among them, nor by a note below the table', async () => {
    const { lines } = await proposed([
      'date,email,status',
      '2026-10-13T10:08:00Z,ann@example.net,delivered',
      '2026-10-13T10:09:00Z,ben@example.org,bounced',
      'Report generated 2026-11-01 by admin',
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('nor is one with a Message-ID, whatever stands beside it', async () => {
    const { lines } = await proposed([
      'MessageId,Received,SenderAddress,RecipientAddress,Status,StartDate,EndDate',
      `<1@example.com>,2026-10-13T10:08:00Z,shop@example.com,ann@example.net,Delivered,2026-10-12,2026-10-14`,
      `<2@example.com>,2026-10-13T10:09:00Z,shop@example.com,ben@example.org,Failed,2026-10-12,2026-10-14`,
    ]);
    expect(lines).toEqual(BOTH);
  });
});

test('objects within texts are looked into, and values under the name of their type', async () => {
  const logged = await proposed(
    [
      '{"logGroup":"/app","timestamp":1791890000000,"message":"{\\"ts\\":\\"2026-10-13T10:08:00Z\\",\\"rcpt\\":\\"ann@example.net\\",\\"outcome\\":\\"delivered\\"}"}',
      '{"logGroup":"/app","timestamp":1791890001000,"message":"{\\"ts\\":\\"2026-10-13T10:09:00Z\\",\\"rcpt\\":\\"ben@example.org\\",\\"outcome\\":\\"bounced\\"}"}',
    ],
    'shipped.ndjson',
  );
  expect(logged.lines).toEqual(BOTH);
  const params = (address: string): string =>
    `[{"key":"recipient","value":{"string_value":"${address}","int_value":null}}]`;
  const warehouse = await proposed(
    [
      `{"event_date":"20261013","event_timestamp":"1791886080000000","event_name":"email_delivered","event_params":${params('ann@example.net')}}`,
      `{"event_date":"20261013","event_timestamp":"1791886140000000","event_name":"email_bounced","event_params":${params('ben@example.org')}}`,
    ],
    'warehouse.ndjson',
  );
  expect(warehouse.lines).toEqual(BOTH);
});

test('rows of a table that phpMyAdmin wrote as JSON are found behind what it says of the database', async () => {
  const { lines } = await proposed(
    '[{"type":"header","version":"5.2.1"},{"type":"database","name":"shop"},{"type":"table","name":"mail_log","data":[' +
      '{"id":"1","mail_to":"ann@example.net","status":"sent","created":"2026-10-13T10:08:00Z"},' +
      '{"id":"2","mail_to":"ben@example.org","status":"failed","created":"2026-10-13T10:09:00Z"}]}]',
    'table.json',
  );
  expect(lines).toEqual(BOTH);
});

describe('words', () => {
  test.each([
    ['Technical failure', 'bounced'],
    ['Email address does not exist', 'bounced'],
    ['Inbox not accepting messages right now', 'soft-bounced'],
    ['Accepted by remote server', 'delivered'],
    ['Permanently rejected by remote server', 'hard-bounced'],
    ['Will retry later', 'deferred'],
    ['block_bounce', 'bounced'],
    ['Bounceback', 'bounced'],
    ['Clic sur un lien', 'clicked'],
    ['unsubscribed_all', 'unsubscribed'],
    ['Listeden çıktı', 'unsubscribed'],
    ['발송 실패', 'bounced'],
    ['수신거부', 'unsubscribed'],
    ['已送達', 'delivered'],
    ['宛先不明', 'bounced'],
    ['Відхилено', 'bounced'],
    ['Nedoručené', 'bounced'],
    ['נכשל', 'bounced'],
  ])('%s is %s', (word, outcome) => expect(outcomeOf(word)).toBe(outcome));
  test('a reply is none, whatever it says', () => expect(outcomeOf('550 5.1.1 User unknown')).toBeUndefined());
  test.each(['발송 완료', 'Terkirim', 'Надіслано'])('%s is sent', (word) => expect(isSentWord(word)).toBe(true));

  test('what was received, and then opened, was received by people', async () => {
    const { told } = await proposed([
      'email,event,date',
      'ann@example.net,Sent,2026-10-13T10:07:00Z',
      'ann@example.net,Received Email,2026-10-13T10:08:00Z',
      'ann@example.net,Opened Email,2026-10-13T10:09:00Z',
    ]);
    expect(told.map(({ kind }) => kind)).toEqual(['accepted', 'delivered', 'opened']);
  });
});

test.each(['Unsub Campaign', 'Nachricht', 'Delivery', 'Cadence', 'AssetName', 'mass_mailing_id/name'])(
  'the name of a mailing stands under `%s`',
  async (name) => {
    const { told } = await proposed([
      `email,status,date,${name}`,
      'ann@example.net,opened,2026-10-13T10:08:00Z,Autumn',
      'ben@example.org,bounced,2026-10-13T10:09:00Z,Autumn',
    ]);
    expect(told.map(({ tags }) => tags['campaign'])).toEqual(['Autumn', 'Autumn']);
  },
);

describe('a table of something else', () => {
  const at = '2026-10-13 10:08:00';
  test.each([
    ['contacts', ['First Name,Last Name,Email,Phone,Created At', `Ann,Lee,ann@example.net,+1 555 0100,${at}`]],
    ['contacts', ['Nom,Prénom,Courriel,Ville,Inscrit le', `Lee,Ann,ann@example.net,Lyon,13/10/2026`]],
    [
      'contacts',
      [
        'First Name,Last Name,Email,Lead Status,Created',
        `Ann,Lee,ann@example.net,Open,${at}`,
        `Ben,Ray,ben@example.org,New,${at}`,
      ],
    ],
    [
      'contacts',
      ['email,subscribed_at,status', `ann@example.net,${at},subscribed`, `ben@example.org,${at},unsubscribed`],
    ],
    [
      'orders or invoices',
      ['Name,Email,Financial Status,Paid at,Currency,Total', `#1,ann@example.net,paid,${at},EUR,9.90`],
    ],
    ['orders or invoices', ['Date;Client;Montant;Devise;Statut', '13/10/2026;ann@example.net;20,00;EUR;Envoyé']],
    [
      'requests to a server',
      ['time,method,path,status,user', `${at},GET,/u/1,200,ann@example.net`, `${at},POST,/send,500,ben@example.org`],
    ],
    ['appointments', ['Subject,Start Date,End Date,Location,Organizer', `Talk,${at},${at},Room 1,ann@example.net`]],
  ])('is named %s by its columns, and nothing of it is read', async (what, rows) => {
    const { told, why } = await proposed(rows);
    expect(told).toEqual([]);
    expect(why).toContain(what);
    expect(why).toContain('hardly a log of mail');
  });

  test('has telephone numbers where addresses would be, counts where there would be one mail, or the work of a program', async () => {
    const { why: messages } = await proposed([
      'to,body,status,sent_at',
      `+49151000001,Hi,delivered,${at}`,
      `+49151000002,Hi,undelivered,${at}`,
    ]);
    expect(messages).toContain('`to` holds telephone numbers: these are text messages, and no mails');
    const { why: sums } = await proposed([
      'Kampagne;Versanddatum;Empfänger;Zugestellt;Bounces',
      'Herbst;13.10.2026;1200;1180;20',
    ]);
    expect(sums).toContain(
      '`Zugestellt`, `Bounces` hold counts and rates: a row is the sum of a campaign or a day, and no mail',
    );
    const { why: program } = await proposed([
      'started_at,job,author,status',
      `${at},build,ann@example.net,success`,
      `${at},build,ben@example.org,failed`,
    ]);
    expect(program).toContain('are said of any program’s work');
  });

  test.each([
    'First Name,Last Name,Company,Email,Last Email Status,Status Date',
    'Order Id,City,Country,Email,Event,Date',
    'Invoice Number,Due Date,Phone,Recipient,Mail Status,Sent At',
  ])('is not one of mails with columns of it: %s', async (names) => {
    const { lines } = await proposed([
      names,
      'A,B,C,ann@example.net,Delivered,2026-10-13T10:08:00Z',
      'A,B,C,ben@example.org,Bounced,2026-10-13T10:09:00Z',
    ]);
    expect(lines).toEqual(BOTH);
  });

  test('nor is one with a Message-ID, whatever stands beside it', async () => {
    const { lines } = await proposed([
      'MessageId,Received,SenderAddress,RecipientAddress,Status,StartDate,EndDate',
      `<1@example.com>,2026-10-13T10:08:00Z,shop@example.com,ann@example.net,Delivered,2026-10-12,2026-10-14`,
      `<2@example.com>,2026-10-13T10:09:00Z,shop@example.com,ben@example.org,Failed,2026-10-12,2026-10-14`,
    ]);
    expect(lines).toEqual(BOTH);
  });
});

test('a heading of a hundred thousand letters among others costs no more than a long one', async () => {
  const before = cpuTime();
  const { lines } = await proposed([
    `Date,Email,Event,${'😀Failure '.repeat(10_000)}`,
    '2026-10-13T10:08:00Z,ann@example.net,delivered,',
    '2026-10-13T10:09:00Z,ben@example.org,bounced,x',
  ]);
  expect(lines).toEqual(BOTH);
  expect(cpuTime() - before).toBeLessThan(1500);
});
