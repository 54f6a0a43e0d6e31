/** FNV-1a with a seed. */
const fnv = (text: string, seed: number): string => {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
};

/** 64 bits, 16 hex digits: enough to tell two states of one thing apart, and telling nothing of them. */
export const hashOf = (text: string): string => fnv(text, 0x811c9dc5) + fnv(text, 0x7f4a7c15);
