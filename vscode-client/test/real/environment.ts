/** What run-checks.sh tells by an environment variable. */
export function environment(name: 'KLPLS_CODE_SERVER' | 'KLPLS_CHROMIUM' | 'KLPLS_VMLINUZ'): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run vscode-client/run-checks.sh editor, which sets it`);
  }
  return value;
}
