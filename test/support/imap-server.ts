import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Issued } from './certificates.ts';
import { identity, tcpServer, tlsServer } from './tls-server.ts';

/** A connection to the scripted server, as a test sees it. */
export interface Talk {
  readonly socket: Socket;
  /** From 1 on. */
  readonly connection: number;
  readonly tag: string;
  /** Lines are parted by `\n`. */
  say(text: string): void;
}

export interface ImapScript {
  /** Undefined: it greets. Null: it never does. */
  readonly greeting?: string | null;
  readonly capabilities?: string;
  readonly mails?: readonly Buffer[];
  /** Undefined: it has none. */
  readonly uidValidity?: () => number | undefined;
  /** Answers in place of the server, and says that it did. `command` is without its tag. */
  readonly instead?: (command: string, talk: Talk) => boolean;
  /** With it, TLS: from the first octet, or by STARTTLS. */
  readonly chain?: readonly Issued[];
  readonly startTls?: boolean;
}

export interface ImapTestServer {
  readonly port: number;
  /** Commands without their tags. */
  readonly heard: string[];
  /** UIDs of what lies in INBOX. */
  held(): number[];
  connections(): number;
}

const LISTED = ['* LIST () "/" INBOX', '* LIST () "/" Archive'];
const CAPABILITIES = 'IMAP4rev1 IDLE UIDPLUS MOVE AUTH=PLAIN';

/** An IMAP server that says what a test wants it to, and is right in everything else. */
export async function imapServer(script: ImapScript = {}): Promise<ImapTestServer> {
  const { greeting = '* OK ready', mails = [], chain, startTls = false, uidValidity = () => 7 } = script;
  const capabilities = script.capabilities ?? `${CAPABILITIES}${startTls ? ' STARTTLS' : ''}`;
  const heard: string[] = [];
  const held = new Map(mails.map((mail, index) => [index + 1, mail]));
  let connections = 0;

  function serve(socket: Socket, connection: number): void {
    let pending = '';
    let literal = 0;
    let going = ''; // the tag of a command that waits for a line of its client
    socket.on('error', () => {});
    const hear = (chunk: Buffer): void => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = pending.indexOf('\r\n', literal);
        if (end === -1) return;
        const line = pending.slice(0, end);
        const more = /\{(\d+)\}$/.exec(line);
        if (more !== null) {
          socket.write('+ go on\r\n');
          literal = end + 2 + Number(more[1]);
          pending = `${line}\r\n${pending.slice(end + 2)}`;
          continue;
        }
        pending = pending.slice(end + 2);
        literal = 0;
        obey(line);
      }
    };
    socket.on('data', hear);

    function obey(line: string): void {
      const [, first = '', rest = ''] = /^(\S+) ?([^]*)$/.exec(line) ?? [];
      const [tag, command] = going === '' ? [first, rest] : [going, line];
      heard.push(command);
      const say = (text: string): void => void socket.write(`${text.replaceAll(/\r?\n/g, '\r\n')}\r\n`, 'latin1');
      if (script.instead?.(command, { socket, connection, tag, say }) === true) return;
      if (going !== '') {
        going = '';
        say(`${tag} OK done`);
      } else if (/^(?:AUTHENTICATE|IDLE)\b/.test(command)) {
        going = tag;
        say('+ go on');
      } else if (command === 'STARTTLS' && chain !== undefined) {
        say(`${tag} OK begin`);
        socket.off('data', hear);
        serve(new TLSSocket(socket, { isServer: true, ...identity(chain) }), connection);
      } else answer(command, tag, say);
    }
  }

  function answer(command: string, tag: string, say: (text: string) => void): void {
    const ok = (...lines: readonly string[]): void => say([...lines, `${tag} OK done`].join('\n'));
    const [verb = ''] = /^(?:UID )?\w+/.exec(command.toUpperCase()) ?? [];
    if (verb === 'CAPABILITY') ok(`* CAPABILITY ${capabilities}`);
    else if (verb === 'NAMESPACE') ok('* NAMESPACE (("" "/")) NIL NIL');
    else if (verb === 'LIST') ok(...(command.endsWith('""') ? ['* LIST (\\Noselect) "/" ""'] : LISTED));
    else if (verb === 'SELECT' || verb === 'EXAMINE')
      ok(
        `* ${held.size} EXISTS`,
        ...(uidValidity() === undefined ? [] : [`* OK [UIDVALIDITY ${uidValidity()}] valid`]),
        '* FLAGS (\\Deleted \\Seen)',
        '* OK [PERMANENTFLAGS (\\Deleted \\Seen)] ok',
      );
    else if (verb === 'UID SEARCH') {
      const set = /UID (\S+)$/.exec(command.slice('UID SEARCH'.length))?.[1];
      ok(['* SEARCH', ...(set === undefined ? held.keys() : uidsIn(set))].join(' '));
    } else if (verb === 'UID FETCH') {
      const [, set = '', items = ''] = /^UID FETCH (\S+) (.*)$/i.exec(command) ?? [];
      ok(...uidsIn(set).map((uid) => rowOf(uid, held.get(uid) ?? Buffer.alloc(0), items)));
    } else if (/^UID (?:MOVE|EXPUNGE)/.test(verb)) {
      for (const uid of uidsIn(command.split(' ')[2] ?? '')) held.delete(uid);
      ok();
    } else ok();
  }

  const uidsIn = (set: string): number[] =>
    set
      .split(',')
      .flatMap((range) => {
        const [first = 0, last = first] = range.split(':').map(Number);
        return Array.from({ length: last - first + 1 }, (_, index) => first + index);
      })
      .filter((uid) => held.has(uid));

  const open = (socket: Socket): void => {
    connections += 1;
    serve(socket, connections);
    if (greeting !== null) socket.write(`${greeting}\r\n`);
  };
  const port = await (chain === undefined || startTls ? tcpServer(open) : tlsServer(chain, open));
  return { port, heard, held: () => [...held.keys()], connections: () => connections };
}

/** A row of FETCH with what was asked for; every mail is one attachment, as far as its description goes. */
export function rowOf(uid: number, mail: Buffer, items: string): string {
  const parts = [`UID ${uid}`];
  if (items.includes('RFC822.SIZE')) parts.push(`RFC822.SIZE ${mail.length}`);
  if (items.includes('INTERNALDATE')) parts.push('INTERNALDATE "01-Nov-2026 06:00:00 +0000"');
  if (items.includes('BODYSTRUCTURE'))
    parts.push(`BODYSTRUCTURE ("application" "gzip" ("name" "report.xml.gz") NIL NIL "base64" ${mail.length})`);
  const [, from, length] = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/.exec(items) ?? [];
  if (items.includes('BODY.PEEK[]')) {
    const piece = from === undefined ? mail : mail.subarray(Number(from), Number(from) + Number(length));
    parts.push(`BODY[]${from === undefined ? '' : `<${from}>`} {${piece.length}}\r\n${piece.toString('latin1')}`);
  }
  return `* ${uid} FETCH (${parts.join(' ')})`;
}
