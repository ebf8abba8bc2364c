import { gunzipSync } from 'node:zlib';
import { fromBuffer } from 'yauzl';

/** What is inside a gzip file or zip archive, by member name; anything else, and what is damaged, as it is. */
export async function unpacked(file: Buffer): Promise<Map<string, Buffer>> {
  if (file.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return new Map([['', gunzipped(file)]]);
  if (file.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return unzipped(file);
  return new Map([['', file]]);
}

function gunzipped(file: Buffer): Buffer {
  try {
    return gunzipSync(file);
  } catch {
    return file;
  }
}

function unzipped(file: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const members = new Map<string, Buffer>();
    fromBuffer(file, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      zip.on('error', reject);
      zip.on('end', () => resolve(members));
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (unreadable, stream) => {
          if (unreadable) return reject(unreadable);
          const chunks: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            members.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        }),
      );
      return zip.readEntry();
    });
  });
}
