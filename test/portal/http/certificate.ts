/** The certificate for https: made at start, trusted by nobody who was not told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM */
  certificate: string;
  /** PEM */
  key: string;
  /** file that holds the certificate, for `NODE_EXTRA_CA_CERTS` */
  path: string;
  /** Deletes that file. */
  remove(): Promise<void>;
}

export async function makeCertificate(): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          // The name that tests map here for a portal outside a secure context.
          { type: 2, value: 'portal.test' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'local-portal-'));
  const path = join(folder, 'certificate.pem');
  await writeFile(path, cert);
  return { certificate: cert, key, path, remove: () => rm(folder, { recursive: true, force: true }) };
}
