import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findServer, type Server } from '../../src/server';

describe('findServer', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'klpls-server-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function program(...path: string[]): string {
    const file = join(root, ...path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  }

  function find(serverPath: string, path = ''): Server {
    return findServer({ serverPath, extensionFolder: join(root, 'vscode-client'), path });
  }

  it('prefers the setting to all else', () => {
    const chosen = program('opt', 'klpls');
    program('vscode-client', 'server', 'bin', 'klpls');
    expect(find(chosen)).toEqual({ kind: 'found', program: chosen });
  });

  it('takes the server that is packaged with the extension before one on PATH', () => {
    const packaged = program('vscode-client', 'server', 'bin', 'klpls');
    program('usr', 'bin', 'klpls');
    expect(find('', join(root, 'usr', 'bin'))).toEqual({ kind: 'found', program: packaged });
  });

  it('takes the launcher of the checkout that the extension is run from', () => {
    const launcher = program('server', 'bin', 'klpls');
    expect(find('')).toEqual({ kind: 'found', program: launcher });
  });

  it('takes the first klpls on PATH that can be run', () => {
    const second = program('b', 'klpls');
    mkdirSync(join(root, 'a', 'klpls'), { recursive: true });
    expect(find('', `${join(root, 'a')}:${join(root, 'b')}`)).toEqual({ kind: 'found', program: second });
  });

  it('never takes a relative folder of PATH, which could be in a workspace', () => {
    expect(find('', '.:bin:')).toMatchObject({ kind: 'missing' });
  });

  it('says what to do where there is no server', () => {
    expect(find('')).toMatchObject({ kind: 'missing', reason: expect.stringContaining('klpls.serverPath') as string });
  });

  it.each(['klpls', './server/bin/klpls'])('refuses the relative setting %s', (setting) => {
    expect(find(setting)).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('absolute path') as string,
    });
  });

  it('says that the program of the setting is not there, and takes no other one', () => {
    program('vscode-client', 'server', 'bin', 'klpls');
    const gone = join(root, 'gone', 'klpls');
    expect(find(gone)).toMatchObject({ kind: 'missing', reason: expect.stringContaining(gone) as string });
  });

  it('does not take a file that cannot be executed', () => {
    const file = program('server', 'bin', 'klpls');
    chmodSync(file, 0o644);
    expect(find('')).toMatchObject({ kind: 'missing' });
  });
});
