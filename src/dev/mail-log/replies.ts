/** What receivers say, in our own words or as their documentation prints it. `text` is what stands in the parentheses. */
export interface Receiver {
  readonly domain: string;
  readonly mx: string;
  readonly ip: string;
  readonly accepts: (id: string) => string;
  readonly defers: readonly {
    readonly code: number;
    readonly enhanced: string;
    readonly said: string;
    readonly command: string;
  }[];
  readonly bounces: readonly {
    readonly code: number;
    readonly enhanced: string;
    readonly said: string;
    readonly command: string;
  }[];
  /** Of 1,000 recipients: how many are deferred at first, and how many bounce. */
  readonly deferred: number;
  readonly bounced: number;
}

export const RECEIVERS: readonly Receiver[] = [
  {
    domain: 'gmail.com',
    mx: 'gmail-smtp-in.l.google.com',
    ip: '203.0.113.26',
    accepts: (id) => `250 2.0.0 OK  1762639132 ${id} - gsmtp`,
    defers: [
      {
        code: 421,
        enhanced: '4.7.28',
        said: '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. 421 4.7.28 To protect our users, mail sent from your IP address has been temporarily rate limited.',
        command: 'end of DATA command',
      },
    ],
    bounces: [
      {
        code: 550,
        enhanced: '5.1.1',
        said: '550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 Please try double-checking the address',
        command: 'RCPT TO command',
      },
    ],
    deferred: 40,
    bounced: 9,
  },
  {
    domain: 'yahoo.com',
    mx: 'mta7.am0.yahoodns.net',
    ip: '203.0.113.74',
    accepts: (id) => `250 ok dirdel ${id}`,
    defers: [
      {
        code: 421,
        enhanced: '4.7.0',
        said: '421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints',
        command: 'MAIL FROM command',
      },
    ],
    bounces: [
      {
        code: 554,
        enhanced: '5.7.9',
        said: '554 5.7.9 Message not accepted for policy reasons.',
        command: 'end of DATA command',
      },
    ],
    deferred: 300,
    bounced: 20,
  },
  {
    domain: 'firma.example',
    mx: 'mx1.firma.example',
    ip: '198.51.100.7',
    accepts: (id) => `250 2.0.0 Ok: queued as ${id}`,
    defers: [
      {
        code: 450,
        enhanced: '4.2.0',
        said: '450 4.2.0 <user@firma.example>: Recipient address rejected: Greylisted, see http://postgrey.example',
        command: 'RCPT TO command',
      },
    ],
    bounces: [{ code: 552, enhanced: '5.2.2', said: '552 5.2.2 Das Postfach ist voll', command: 'RCPT TO command' }],
    deferred: 120,
    bounced: 15,
  },
];
