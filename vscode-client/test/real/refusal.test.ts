import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Example } from './example';
import { RESULTS, VSIX, VsCode } from './vsCode';
import { Workbench } from './workbench';

it('tells the user why the server does not start', async () => {
  mkdirSync(RESULTS, { recursive: true });
  const server = join(RESULTS, 'refuses');
  writeFileSync(server, '#!/bin/sh\necho "klpls: needs Java 25 or later" >&2\nexit 2\n');
  chmodSync(server, 0o755);
  const vsCode = await VsCode.start({ name: 'refusal', extensions: [VSIX], settings: { 'klpls.serverPath': server } });
  onTestFinished(() => vsCode.stop());
  const example = new Example(vsCode.folder, {});
  await vsCode.open(example.folder, example.source);
  const workbench = new Workbench(vsCode.page);
  await workbench.notification('klpls: the server did not start: needs Java 25 or later').waitFor();
  await vsCode.screenshot('refusal');
  expect(await workbench.notifications().count()).toBe(1);
});
