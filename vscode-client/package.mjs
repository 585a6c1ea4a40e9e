// Packages the extension as target/klpls.vsix: the bundle, and the server with its launcher, which finds a Java 25.
// Only what is put into the stage is shipped.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const stage = join(here, 'target', 'extension');
const shipped = {
  'package.json': 'package.json',
  'README.md': 'readme.md',
  '../CHANGELOG.md': 'changelog.md',
  '../LICENSE': 'LICENSE.txt',
  'dist/extension.js': 'dist/extension.js',
  '../server/bin/klpls': 'server/bin/klpls',
  '../server/target/klpls.jar': 'server/bin/klpls.jar',
};

rmSync(stage, { recursive: true, force: true });
for (const [from, to] of Object.entries(shipped)) {
  if (!existsSync(join(here, from))) {
    console.error(`package: there is no ${join(here, from)}: run mvn package, which builds it first`);
    process.exit(1);
  }
  cpSync(join(here, from), join(stage, to));
}
const vsce = spawnSync(
  join(here, 'node_modules', '.bin', 'vsce'),
  ['package', '--no-dependencies', '--allow-missing-repository', '--out', join(here, 'target', 'klpls.vsix')],
  { cwd: stage, stdio: 'inherit' },
);
process.exit(vsce.status ?? 1);
