import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A kernel that this machine holds, to choose from. */
export interface InstalledKernel {
  readonly release: string;
  /** What is there of it, such as `vmlinuz, modules`. */
  readonly parts: string;
}

/**
 * The kernels in the usual places, newest release first. `root` is `/` outside of tests.
 * A release with modules only, and no image, is left out: the image is where names and addresses are.
 */
export function installedKernels(root: string): InstalledKernel[] {
  return entries(join(root, 'boot'))
    .filter((name) => name.startsWith('vmlinuz-'))
    .map((name) => name.slice('vmlinuz-'.length))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((release) => ({ release, parts: partsOf(root, release).join(', ') }));
}

function partsOf(root: string, release: string): string[] {
  const parts = ['vmlinuz'];
  if (existsSync(join(root, 'lib', 'modules', release, 'kernel'))) {
    parts.push('modules');
  }
  if (existsSync(join(root, 'usr', 'lib', 'debug', 'boot', `vmlinux-${release}`))) {
    parts.push('debug info');
  }
  return parts;
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
