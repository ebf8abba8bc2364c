import { X509Certificate } from 'node:crypto';
import { UserError } from '../core/errors.ts';
import type { Io } from './io.ts';
import { textOfFile } from './text-file.ts';

/** Certificates of authorities besides those this Node knows, as `--ca` names them. A file without any is told to the user. */
export async function authorities(path: string | undefined, { ports }: Pick<Io, 'ports'>): Promise<readonly string[]> {
  const known = ports?.ca ?? [];
  if (path === undefined) return known;
  const text = await textOfFile({ path, what: 'the certificates' });
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || !found.every((pem) => isCertificate(pem)))
    throw new UserError(
      `${path} holds ${found.length === 0 ? 'no certificate' : 'something that is no certificate'}`,
      'certificates come as PEM, between BEGIN CERTIFICATE and END CERTIFICATE',
    );
  return [...known, ...found];
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
