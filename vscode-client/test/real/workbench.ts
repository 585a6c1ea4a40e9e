import type { Locator, Page } from 'playwright-core';

/** VS Code's page, in the words of one who looks at it and types. */
export class Workbench {
  constructor(private readonly page: Page) {}

  /** The squiggles in the editor in front, as far as it shows the file. */
  squiggles(severity: 'error' | 'warning'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** The text of a line in the editor, by a part of it. */
  line(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text });
  }

  /** The status bar item with this text. */
  status(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** The notifications in the corner. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast');
  }

  /** The notification with this text. */
  notification(text: string): Locator {
    return this.notifications().filter({ hasText: text });
  }

  /** The rows of the Problems view, which is opened if it is not. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.page.locator('[id="status.problems"]').click();
      await panel.waitFor();
    }
    return panel.locator('.monaco-list-row');
  }

  /** Goes from a row of the Problems view to the start of its place in the editor. */
  async reveal(problem: Locator): Promise<void> {
    await problem.dblclick();
    await this.page.locator('.monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ArrowLeft');
  }

  /** The box that is shown on a hover at the cursor; its parts come one after another. */
  async hover(): Promise<Locator> {
    await this.command('Show or Focus Hover');
    return this.page.locator('.monaco-hover:not(.hidden)');
  }

  /** The quick fixes at the cursor; their menu stays open. It closes by itself if the editor still had work to do. */
  async quickFixes(): Promise<Locator> {
    const actions = this.page.locator('.action-widget .monaco-list-row.action');
    for (let attempt = 0; attempt < 10 && !(await actions.first().isVisible()); attempt++) {
      await this.page.keyboard.press('Control+Period');
      await actions
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => undefined);
    }
    await actions.first().waitFor();
    return actions;
  }

  /** Takes the entry with this text from the list that is open. */
  async pick(text: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  }

  /** Runs a command of the palette by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await input.press('Enter');
  }
}
