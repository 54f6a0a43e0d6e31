/** The object without some of its entries. */
export const omit = <T extends object, K extends keyof T>(object: T, ...keys: K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.some((each) => each === key))) as Omit<T, K>;
