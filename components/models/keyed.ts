/** Items with keys made of their text: the second of two equal ones gets another. */
export const keyed = <T>(items: readonly T[], text: (item: T) => string): { key: string; item: T }[] => {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = text(item).slice(0, 300);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { key: `${name} ${times}`, item };
  });
};
