import type { Locator, Page } from '@playwright/test';
import { Hands } from './hands';

/** What is needed of a scene: whose chart it is, and which claim it is about. */
export interface Subject {
  memberId: number;
  claims: { main: string };
}

/** A biller at the PM's pages: what she does there, by the words that she sees. */
export class Biller {
  constructor(
    readonly page: Page,
    readonly origin: string,
    readonly hands: Hands = new Hands(),
  ) {}

  async signIn(): Promise<void> {
    await this.page.goto(`${this.origin}/electronic/userlogin.jsp`);
    await this.enterPassword();
  }

  /** On the sign-in page, wherever it came up. */
  async enterPassword(): Promise<void> {
    await this.page.locator('input[name=j_username]').fill('biller');
    await this.page.locator('input[name=j_password]').fill('biller');
    await this.page.getByRole('button', { name: 'Log In' }).click();
    await this.page.waitForURL('**/pm_dashboard.jsp');
  }

  async openChart({ memberId }: Subject): Promise<void> {
    await this.page.goto(`${this.origin}/electronic/pm/patient_chart.jsp?MEMBER_ID=${memberId}`);
  }

  async openClaimHistory({ memberId }: Subject): Promise<void> {
    await this.page.goto(`${this.origin}/electronic/pm/action.do?ACTION_NAME=CLAIM_HISTORY&MEMBER_ID=${memberId}`);
  }

  /** One insurance profile of the chart. */
  async openProfile({ memberId }: Subject, policy: number): Promise<void> {
    const asked = `ACTION_NAME=INSURANCE_INFORMATION&MEMBER_ID=${memberId}&POLICY_INFO_ID=${policy}`;
    await this.page.goto(`${this.origin}/electronic/pm/action.do?${asked}`);
  }

  /** The row of a claim in Claim History. */
  row(claim: string): Locator {
    // A mark of the extension stands before the number for those who listen; the cell's own text is the number alone.
    const id = this.page.locator('td', { hasText: new RegExp(`^\\s*${claim}\\s*$`) });
    return this.page.getByRole('row').filter({ has: id });
  }

  async openLedger(claim: string): Promise<void> {
    await this.hands.click(this.row(claim).getByRole('link', { name: 'Ledger' }));
    await this.page.getByText('Charge Ledger', { exact: true }).waitFor();
  }

  /** Presses COB, whatever this variant made of it. */
  async pressCob(claim: string): Promise<void> {
    const row = this.row(claim);
    const control = row.getByRole('link', { name: 'COB' }).or(row.getByRole('button', { name: 'COB' }));
    await this.hands.click(control.first());
    await this.page.getByText('Secondary Claim', { exact: true }).waitFor();
  }

  get submit(): Locator {
    return this.page.locator('#Submit');
  }

  /** Presses Submit and answers the native question. */
  async send(): Promise<void> {
    this.hands.answerNextDialog(this.submit);
    await this.hands.click(this.submit);
  }

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`);
  }

  /** The box's present value. */
  valueOf(name: string): Promise<string> {
    return this.field(name).first().inputValue();
  }
}
