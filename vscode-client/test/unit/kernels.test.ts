import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedKernels } from '../../src/kernels';

describe('installedKernels', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'klpls-kernels-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function file(path: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }

  it('lists releases newest first, by number and not by letter', () => {
    file('boot/vmlinuz-6.1.0-9-amd64');
    file('boot/vmlinuz-6.1.0-56-amd64');
    file('boot/vmlinuz-6.12.3-amd64');
    expect(installedKernels(root).map(({ release }) => release)).toEqual([
      '6.12.3-amd64',
      '6.1.0-56-amd64',
      '6.1.0-9-amd64',
    ]);
  });

  it('says which parts of a kernel are there', () => {
    file('boot/vmlinuz-1.0');
    file('boot/vmlinuz-2.0');
    mkdirSync(join(root, 'lib/modules/2.0/kernel'), { recursive: true });
    file('usr/lib/debug/boot/vmlinux-2.0');
    expect(installedKernels(root)).toEqual([
      { release: '2.0', parts: 'vmlinuz, modules, debug info' },
      { release: '1.0', parts: 'vmlinuz' },
    ]);
  });

  it('leaves out what is no kernel image', () => {
    file('boot/config-6.1');
    file('boot/initrd.img-6.1');
    mkdirSync(join(root, 'lib/modules/6.1/kernel'), { recursive: true });
    expect(installedKernels(root)).toEqual([]);
  });

  it('finds nothing on a machine without /boot', () => {
    expect(installedKernels(root)).toEqual([]);
  });
});
