import type { Example, ExampleMailHost, ExamplePage } from '../../src/core/example.ts';
import type { Net, RecordType } from '../../src/net/net.ts';
import type { HttpAnswer, ServerAnswer, Services, SmtpAnswer } from '../../src/net/services.ts';

/** What there is besides DNS in an example. `zoneOf` makes a world of a zone's text. */
export function exampleServices(example: Example, own: Net, zoneOf: (zone: string) => Net): Services {
  const { web = {}, smtp = {}, servers = {} } = example;
  return {
    fetchText: async (url) => httpAnswer(web[url] ?? { failure: 'network' }, url),
    probeSmtp: async (host) => smtpAnswer(smtp[host] ?? { failure: 'network' }, host),
    async askServer<T extends RecordType>(server: { name: string }, name: string, type: T): Promise<ServerAnswer<T>> {
      const held = servers[server.name];
      if (typeof held === 'object')
        return {
          status: 'failed',
          failure: held.failure,
          reason: `${held.failure} from ${server.name} for ${name} ${type}`,
        };
      const answer = await (held === undefined ? own : zoneOf(held)).resolve(name, type);
      return answer.status === 'failed' ? answer : { ...answer, authoritative: true };
    },
  };
}

function httpAnswer(page: string | ExamplePage, url: string): HttpAnswer {
  if (typeof page === 'string') return { status: 'ok', code: 200, contentType: 'text/plain', body: page };
  const { failure, code = 200, contentType = 'text/plain', location, body = '' } = page;
  if (failure !== undefined) return { status: 'failed', failure, reason: `${failure} at ${url}` };
  return { status: 'ok', code, contentType, ...(location === undefined ? {} : { location }), body };
}

function smtpAnswer(host: ExampleMailHost, name: string): SmtpAnswer {
  const { failure, banner = `${name} ESMTP`, startTls } = host;
  if (failure !== undefined) return { status: 'failed', failure, reason: `${failure} at ${name}` };
  const { extensions = startTls === 'not-offered' ? ['SIZE 1000'] : ['SIZE 1000', 'STARTTLS'] } = host;
  if (startTls === 'not-offered') return { status: 'ok', banner, extensions, startTls: { state: startTls } };
  if (startTls !== undefined)
    return { status: 'ok', banner, extensions, startTls: { state: startTls, reason: `${startTls} by ${name}` } };
  const { protocol = 'TLSv1.3', cipher = 'TLS_AES_256_GCM_SHA384', certificates = [], distrust = '' } = host;
  return {
    status: 'ok',
    banner,
    extensions,
    startTls: { state: 'established', protocol, cipher, certificates, distrust },
  };
}
