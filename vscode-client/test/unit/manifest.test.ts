import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, { readonly scope: string }> } };
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Manifest;

describe('package.json', () => {
  it('lets no workspace choose what is run', () => {
    expect(manifest.contributes.configuration.properties['klpls.serverPath']?.scope).toBe('machine');
  });

  it.each(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))('pins %s', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('package-lock.json', () => {
  it.each(['package-lock.json', 'test/real/code-server/package-lock.json'])('%s records no host', (file) => {
    expect(read(file)).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});
