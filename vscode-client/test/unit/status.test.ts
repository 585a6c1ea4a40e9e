import { describe, expect, it } from 'vitest';
import { statusView } from '../../src/status';

const RUNNING = { kind: 'running' } as const;

describe('statusView', () => {
  it('shows the kernel and the module that the server uses for the file', () => {
    const view = statusView(RUNNING, '', { uri: 'file:///p/a.c', kernel: '6.1.0-56-amd64', module: '/p/a.ko' });
    expect(view.text).toContain('6.1.0-56-amd64');
    expect(view.tooltip).toContain('/p/a.ko');
    expect(view.severity).toBe('normal');
  });

  it('believes the server, not the setting', () => {
    const view = statusView(RUNNING, '6.12.0', { uri: 'file:///p/a.c', kernel: '6.1.0-56-amd64', module: null });
    expect(view.text).not.toContain('6.12.0');
    expect(view.tooltip).toContain('No built module');
  });

  it('warns where no kernel is known', () => {
    const view = statusView(RUNNING, '', { uri: 'file:///p/a.c', kernel: null, module: null });
    expect(view).toMatchObject({ severity: 'warning', text: expect.stringContaining('no kernel') as string });
  });

  it.each([
    ['6.1.0-56-amd64', '6.1.0-56-amd64'],
    ['/lib/modules/6.1.0-56-amd64/', '6.1.0-56-amd64'],
    ['/tmp/boot/vmlinuz-5.10', 'vmlinuz-5.10'],
  ])('until the server has spoken shows the setting %s as %s', (setting, shown) => {
    const view = statusView(RUNNING, setting, undefined);
    expect(view.text).toContain(shown);
    expect(view.tooltip).toContain(setting);
  });

  it('says why the server stopped', () => {
    const view = statusView({ kind: 'stopped', reason: 'needs Java 25' }, '6.1', undefined);
    expect(view).toMatchObject({ severity: 'error', tooltip: 'klpls: needs Java 25' });
  });

  it('shows that the server is starting', () => {
    expect(statusView({ kind: 'starting' }, '', undefined).tooltip).toContain('starting');
  });
});
