import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config.js';

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error;
    throw error;
  }
  throw new Error('no fault was found');
};

const namesOf = (env: Record<string, string>) => faultsOf(env).faults.map(({ name }) => name);

describe('configuration', () => {
  it('needs nothing set, and then runs everything on this machine', () => {
    expect(readConfig({ HOME: '/home/li' })).toMatchObject({
      home: join(process.cwd(), '.duzhan'),
      cacheDirs: ['/home/li/.cache/duzhan', join(process.cwd(), '.duzhan', 'cache')],
      host: '127.0.0.1',
      port: 8080,
      database: { kind: 'embedded', port: 54320 },
      temporal: { kind: 'local', port: 7233, uiPort: 8233, namespace: 'duzhan' },
      mail: { smtpUrl: undefined },
      webhooks: { hosts: [], allowPrivate: false },
      logLevel: 'info',
      uploads: { maxFileBytes: 52428800, maxFilesPerSubmission: 20 },
    });
  });

  it('reports every fault at once, each with its name, what is wrong and what is allowed', () => {
    const { faults, message } = faultsOf({
      DUZHAN_PORT: '80800',
      DUZHAN_PG_PORT: 'five',
      DUZHAN_LOG_LEVEL: 'loud',
      DUZHAN_UPLOAD_MAX_FILES: '0',
      DUZHAN_SMTP_URL: 'mail.example.org',
      DUZHAN_PROT: '8081',
      TEMPORAL_ADDRESS: 'nowhere',
    });
    expect(faults.map(({ name }) => name).sort()).toEqual([
      'DUZHAN_LOG_LEVEL',
      'DUZHAN_PG_PORT',
      'DUZHAN_PORT',
      'DUZHAN_PROT',
      'DUZHAN_SMTP_URL',
      'DUZHAN_UPLOAD_MAX_FILES',
      'TEMPORAL_ADDRESS',
    ]);
    expect(message).toContain(
      'DUZHAN_PORT: cannot be "80800"; allowed: a port from 1 to 65535 (default 8080)',
    );
  });

  it('never repeats a value that may hold a password', () => {
    const { message } = faultsOf({
      DATABASE_URL: 'mysql://u:secret@db/x',
      DUZHAN_SMTP_URL: 'smpt://u:secret@mail',
    });
    expect(message).not.toContain('secret');
  });

  it('counts an empty value as unset', () => {
    expect(readConfig({ DUZHAN_PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 8080,
      database: { port: 54320 },
    });
  });

  it('refuses one port for two services, unless one of them runs elsewhere', () => {
    expect(namesOf({ DUZHAN_PORT: '7233' })).toEqual(['DUZHAN_TEMPORAL_PORT']);
    expect(readConfig({ DUZHAN_PORT: '7233', TEMPORAL_ADDRESS: 'temporal.example:7233' }).port).toBe(7233);
  });

  it('asks for a sender as soon as mail can leave', () => {
    expect(namesOf({ DUZHAN_SMTP_URL: 'smtp://mail.example' })).toEqual(['DUZHAN_MAIL_FROM']);
    const mail = { smtpUrl: 'smtp://mail.example', from: '督战 <duzhan@example.org>' };
    expect(readConfig({ DUZHAN_SMTP_URL: mail.smtpUrl, DUZHAN_MAIL_FROM: mail.from }).mail).toEqual(mail);
  });

  it('lets robots have the hosts that are named, and private addresses only when asked to', () => {
    const env = {
      DUZHAN_WEBHOOK_HOSTS: 'OAPI.dingtalk.com, robots.test:8443',
      DUZHAN_WEBHOOK_ALLOW_PRIVATE: 'true',
    };
    expect(readConfig(env).webhooks).toEqual({
      hosts: ['oapi.dingtalk.com', 'robots.test:8443'],
      allowPrivate: true,
    });
    expect(namesOf({ DUZHAN_WEBHOOK_HOSTS: 'https://oapi.dingtalk.com' })).toEqual(['DUZHAN_WEBHOOK_HOSTS']);
    expect(namesOf({ DUZHAN_WEBHOOK_HOSTS: 'a b/c' })).toEqual(['DUZHAN_WEBHOOK_HOSTS']);
    expect(namesOf({ DUZHAN_WEBHOOK_ALLOW_PRIVATE: 'yes' })).toEqual(['DUZHAN_WEBHOOK_ALLOW_PRIVATE']);
  });

  it("leaves a Temporal address, its TLS and its key to the SDK's own reading of the environment", () => {
    const env = {
      TEMPORAL_ADDRESS: 'cloud.example:7233',
      TEMPORAL_NAMESPACE: 'live',
      TEMPORAL_API_KEY: 'key',
    };
    expect(readConfig(env).temporal).toMatchObject({
      kind: 'external',
      address: 'cloud.example:7233',
      namespace: 'live',
      connection: { address: 'cloud.example:7233', apiKey: 'key', tls: true },
    });
  });
});
