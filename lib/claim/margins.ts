/** How much earlier than at the last moment the product speaks up. Whole days. */
export interface Margins {
  /** From so many days on the deadline is near (C089). */
  soonDays: number;
  /** Days before the deadline by which a claim should be on its way: payers count the day on which they receive it. */
  receivedDays: number;
  /** Working days to wait for a claim that the primary forwarded (C052). Source: CMS, COBA: 15 work days. */
  crossoverDays: number;
}

export const DEFAULT_MARGINS: Margins = { soonDays: 15, receivedDays: 5, crossoverDays: 15 };
