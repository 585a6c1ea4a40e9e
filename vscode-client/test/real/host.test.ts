import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { Example } from './example';
import { runInExtensionHost } from './extensionHost';
import { RESULTS, VSIX, VsCode } from './vsCode';

it("passes the suite that runs in VS Code's extension host", async () => {
  const suite = join(RESULTS, 'suite.js');
  await build({
    entryPoints: [join(import.meta.dirname, 'host', 'suite.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const vsCode = await VsCode.start({ name: 'host', extensions: [VSIX], settings: {} });
  onTestFinished(() => vsCode.stop());
  const example = new Example(vsCode.folder, {});
  const { log, exitCode } = await runInExtensionHost(vsCode, vsCode.extension('klpls.klpls-'), suite, () =>
    vsCode.open(example.folder, example.source),
  );
  expect(exitCode, log).toBe(0);
  expect(log).toContain('ok ');
});
