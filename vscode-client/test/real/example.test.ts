import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Example, kernel } from './example';
import { VSIX, VsCode } from './vsCode';
import { Workbench } from './workbench';

const AMBIGUOUS = '"show"';

describe('the example livepatch in a real VS Code', () => {
  let vsCode: VsCode;
  let example: Example;
  let trap: string;

  beforeAll(async () => {
    vsCode = await VsCode.start({ name: 'example', extensions: [VSIX], settings: {} });
    return () => vsCode.stop();
  });
  beforeAll(async () => {
    trap = join(vsCode.folder, 'trap');
    writeFileSync(trap, `#!/bin/sh\ntouch '${trap}.sprung'\n`);
    chmodSync(trap, 0o755);
    example = new Example(vsCode.folder, { 'klpls.kernel': kernel(), 'klpls.serverPath': trap });
    await vsCode.open(example.folder, example.source);
  });

  it('gets a squiggle under the string, an explanation on hover and a quick fix', async () => {
    const workbench = new Workbench(vsCode.page);
    const { line, column } = example.place(AMBIGUOUS);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    const problems = await workbench.problems();
    const finding = problems.filter({ hasText: 'klp-sympos-required' });
    await finding.filter({ hasText: `[Ln ${line}, Col ${column}]` }).waitFor();
    const others = problems.filter({ hasText: 'klp-func-not-found' });
    expect(await others.count()).toBe(1);

    await workbench.reveal(finding);
    await workbench.squiggles('error').first().waitFor();
    const hover = await workbench.hover();
    await hover.filter({ hasText: 'klp-sympos-required' }).filter({ hasText: 'This name is ' }).waitFor();
    await vsCode.screenshot('finding');

    await workbench.reveal(finding);
    const fixes = await workbench.quickFixes();
    await vsCode.screenshot('quick-fixes');
    await fixes.filter({ hasText: '.old_sympos = 1' }).first().click();
    await finding.waitFor({ state: 'detached' });
    await workbench.line('.old_sympos = 1').waitFor();
    // The module beside the source was built before the fix.
    await workbench.squiggles('warning').first().waitFor();
    await vsCode.screenshot('fixed');
    expect(await others.count()).toBe(1);
  });

  it('has the kernel in use in the status bar, and a click chooses another one', async () => {
    const workbench = new Workbench(vsCode.page);
    expect(example.settings()).toHaveProperty(['klpls.kernel']);
    await workbench.status('-amd64').click();
    await workbench.pick('The one the source is built for');
    await expect.poll(() => example.settings(), { timeout: 30_000 }).not.toHaveProperty(['klpls.kernel']);
    // There is an index beside the example.
    await workbench.status('-amd64').waitFor();
  });

  it('is not checked by a program that its workspace names', async () => {
    const workbench = new Workbench(vsCode.page);
    const checked = (await workbench.problems()).filter({ hasText: 'klp-func-not-found' });
    await checked.or(workbench.notifications()).first().waitFor();
    expect(existsSync(`${trap}.sprung`)).toBe(false);
  });
});
