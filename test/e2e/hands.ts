import type { Locator } from '@playwright/test';

export interface Effort {
  clicks: number;
  keys: number;
}

/** A biller's hands: real clicks and keys, each counted. */
export class Hands {
  readonly effort: Effort = { clicks: 0, keys: 0 };

  async click(target: Locator): Promise<void> {
    this.effort.clicks += 1;
    await target.click();
  }

  async press(target: Locator, key: string): Promise<void> {
    this.effort.keys += 1;
    await target.press(key);
  }

  /** Answers the next native question with its default button. */
  answerNextDialog(target: Locator): void {
    target.page().once('dialog', (dialog) => {
      this.effort.keys += 1;
      void dialog.accept();
    });
  }

  /** Types over what a box holds: the pointer selects the text, each character is a key. */
  async type(target: Locator, text: string): Promise<void> {
    await this.click(target);
    await target.selectText();
    this.effort.keys += text.length;
    await target.pressSequentially(text);
    // Leaving the box is what tells the page; the click into the next one does it without another key.
    await target.blur();
  }

  /** Chooses from a drop-down by typing the first letters of the choice, as one does. */
  async choose(target: Locator, label: string): Promise<void> {
    await target.focus();
    this.effort.clicks += 1;
    const labels = (await target.locator('option').allTextContents()).map((text) => text.trim());
    const letters = shortestPrefix(label, labels);
    this.effort.keys += letters.length;
    await target.pressSequentially(letters);
    if ((await target.locator('option:checked').textContent())?.trim() !== label) await target.selectOption({ label });
    await target.blur();
  }
}

/** The fewest first letters at which a list stops at `label` and at no choice before it. */
const shortestPrefix = (label: string, labels: readonly string[]): string => {
  const before = labels.slice(0, labels.indexOf(label));
  for (let length = 1; length < label.length; length += 1) {
    const prefix = label.slice(0, length).toUpperCase();
    if (!before.some((other) => other.toUpperCase().startsWith(prefix))) return label.slice(0, length);
  }
  return label;
};
