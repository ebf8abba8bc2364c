/** Said of what is packed in another way, and with which command it is unpacked: it may hold something, so it is never passed over. */
export const unpackFirst = (what: string, command: string): string =>
  `${what}: unpack it first with \`${command}\` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)`;
