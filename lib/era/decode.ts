/**
 * The text of a file: UTF-8 where it is that, UTF-16 where a BOM says so, else Latin-1 as Windows writes it.
 * 835 files do not say their encoding; X12 itself knows only ASCII, names hold what the payer's system wrote.
 */
export const decodeEra = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
