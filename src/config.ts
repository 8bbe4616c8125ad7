/** Promise: every setting is read here and nowhere else, and all faults are reported together, each with what is allowed. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type ClientConnectConfig, loadClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

type LogLevel = (typeof logLevels)[number];

type DatabaseConfig =
  { readonly kind: 'external'; readonly url: string } | { readonly kind: 'embedded'; readonly port: number };

type TemporalConfig =
  | {
      readonly kind: 'external';
      readonly address: string;
      readonly namespace: string;
      /** Address, TLS, API key and headers as the SDK's own environment configuration reads them. */
      readonly connection: ClientConnectConfig['connectionOptions'];
    }
  | { readonly kind: 'local'; readonly port: number; readonly uiPort: number; readonly namespace: string };

export interface Config {
  /** Absolute; state of the local services and uploaded files lie below it. */
  readonly home: string;
  /** Where fetched programs are kept, best place first; shared by everything this user runs. */
  readonly cacheDirs: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseConfig;
  readonly temporal: TemporalConfig;
  /** `smtpUrl` undefined: no mail leaves. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  /** Robots of group chats; no hosts: there are none. */
  readonly webhooks: { readonly hosts: readonly string[]; readonly allowPrivate: boolean };
  readonly logLevel: LogLevel;
  readonly uploads: { readonly maxFileBytes: number; readonly maxFilesPerSubmission: number };
  /** What programs started by us inherit: PATH, proxies, certificates. */
  readonly environment: Environment;
}

export interface Fault {
  readonly name: string;
  readonly problem: string;
  readonly allowed: string;
}

export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';

  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map(({ name, problem, allowed }) => `  ${name}: ${problem}; allowed: ${allowed}`);
    super(['The configuration cannot be used:', ...lines].join('\n'));
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

interface Setting<T> {
  readonly schema: z.ZodType<T>;
  readonly allowed: string;
  /** The value may hold a password: it is never repeated in a message. */
  readonly secret?: true;
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

const port = (fallback: number): Setting<number> => ({
  schema: wholeNumber(1, 65_535).default(fallback),
  allowed: `a port from 1 to 65535 (default ${fallback})`,
});

const hasScheme = (schemes: readonly string[]) => (value: string) =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);

const settings = {
  DATABASE_URL: {
    schema: z
      .string()
      .refine(hasScheme(['postgres:', 'postgresql:']))
      .optional(),
    allowed: 'postgres://user:password@host:port/database, or unset for the embedded Postgres',
    secret: true,
  },
  DUZHAN_HOME: {
    schema: z.string().default('.duzhan'),
    allowed: 'a folder (default .duzhan in the current folder)',
  },
  DUZHAN_HOST: {
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    allowed: 'an address or host name to listen on (default 127.0.0.1, this machine only)',
  },
  DUZHAN_PORT: port(8080),
  DUZHAN_PG_PORT: port(54_320),
  DUZHAN_TEMPORAL_PORT: port(7233),
  DUZHAN_TEMPORAL_UI_PORT: port(8233),
  DUZHAN_SMTP_URL: {
    schema: z
      .string()
      .refine(hasScheme(['smtp:', 'smtps:']))
      .optional(),
    allowed: 'smtp://user:password@host:port or smtps://…, or unset to send no mail',
    secret: true,
  },
  DUZHAN_MAIL_FROM: {
    schema: z
      .string()
      .regex(/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
      .optional(),
    allowed: 'a sender such as duzhan@example.org or 督战 <duzhan@example.org>',
  },
  DUZHAN_WEBHOOK_HOSTS: {
    schema: z
      .string()
      .transform((text) =>
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      )
      .refine((hosts) => hosts.every((host) => URL.canParse(`https://${host}`) && /^[\w.:[\]-]+$/.test(host)))
      .transform((hosts) => hosts.map((host) => new URL(`https://${host}`).host))
      .default([]),
    allowed: 'hosts robots may have, separated by commas, each host or host:port, or unset for no robots',
  },
  DUZHAN_WEBHOOK_ALLOW_PRIVATE: {
    schema: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
    allowed: 'true or false (default false: robots have addresses of the public internet, and HTTPS)',
  },
  DUZHAN_LOG_LEVEL: {
    schema: z.enum(logLevels).default('info'),
    allowed: `${logLevels.join(', ')} (default info)`,
  },
  DUZHAN_UPLOAD_MAX_BYTES: {
    schema: wholeNumber(1, 2 ** 40).default(50 * 2 ** 20),
    allowed: 'bytes per file, 1 or more (default 52428800, 50 MiB)',
  },
  DUZHAN_UPLOAD_MAX_FILES: {
    schema: wholeNumber(1, 1000).default(20),
    allowed: 'files per submission, 1 to 1000 (default 20)',
  },
} satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
type SettingName = keyof Settings;
type Values = { -readonly [Name in SettingName]?: z.output<Settings[Name]['schema']> };

const settingNames = Object.keys(settings) as SettingName[];
const localPorts = [
  'DUZHAN_PORT',
  'DUZHAN_PG_PORT',
  'DUZHAN_TEMPORAL_PORT',
  'DUZHAN_TEMPORAL_UI_PORT',
] as const;

/** The configuration in `env`; an empty value counts as unset. Throws {@link ConfigFault} with every fault found. */
export const readConfig = (env: Environment): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const { values, faults } = readSettings(given);
  const temporal = readTemporal(given, values);
  const all = [
    ...faults,
    ...unknownNames(given),
    ...sharedPorts(values, given),
    ...missingSender(values, given),
    ...('problem' in temporal ? [temporal] : []),
  ];
  if (all.length > 0 || 'problem' in temporal) throw new ConfigFault(all);
  return assemble(values as Required<Values>, temporal, env);
};

/** The configuration of this process. */
export const loadConfig = (): Config => readConfig(process.env);

const readSettings = (given: Environment) => {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const name of settingNames) {
    const { schema, allowed, secret }: Setting<unknown> = settings[name];
    const parsed = schema.safeParse(given[name]);
    if (parsed.success) values[name] = parsed.data;
    else faults.push({ name, problem: secret ? 'cannot be used' : `cannot be "${given[name]}"`, allowed });
  }
  return { values: values as Values, faults };
};

const unknownNames = (given: Environment): Fault[] =>
  Object.keys(given)
    .filter((name) => name.startsWith('DUZHAN_') && !(name in settings))
    .map((name) => ({ name, problem: 'there is no such setting', allowed: settingNames.join(', ') }));

const sharedPorts = (values: Values, given: Environment): Fault[] => {
  const unused: readonly string[] = [
    ...(given['DATABASE_URL'] ? ['DUZHAN_PG_PORT'] : []),
    ...(given['TEMPORAL_ADDRESS'] ? ['DUZHAN_TEMPORAL_PORT', 'DUZHAN_TEMPORAL_UI_PORT'] : []),
  ];
  const used = localPorts.filter((name) => !unused.includes(name) && values[name] !== undefined);
  return used.flatMap((name, index) => {
    const other = used.slice(0, index).find((earlier) => values[earlier] === values[name]);
    if (!other) return [];
    return [{ name, problem: `is ${values[name]}, and so is ${other}`, allowed: 'a port of its own' }];
  });
};

const missingSender = (values: Values, given: Environment): Fault[] =>
  values.DUZHAN_SMTP_URL && !given['DUZHAN_MAIL_FROM']
    ? [
        {
          name: 'DUZHAN_MAIL_FROM',
          problem: 'is missing though DUZHAN_SMTP_URL is set',
          allowed: settings.DUZHAN_MAIL_FROM.allowed,
        },
      ]
    : [];

const readTemporal = (given: Environment, values: Values): TemporalConfig | Fault => {
  const address = given['TEMPORAL_ADDRESS'];
  if (!address) {
    const { DUZHAN_TEMPORAL_PORT: port = 0, DUZHAN_TEMPORAL_UI_PORT: uiPort = 0 } = values;
    return { kind: 'local', port, uiPort, namespace: 'duzhan' };
  }
  if (!/^[^\s/]+:\d+$/.test(address)) {
    return { name: 'TEMPORAL_ADDRESS', problem: `cannot be "${address}"`, allowed: 'host:port' };
  }
  try {
    const loaded = loadClientConnectConfig({ overrideEnvVars: given as Record<string, string> });
    const namespace = loaded.namespace ?? 'default';
    return { kind: 'external', address, namespace, connection: loaded.connectionOptions };
  } catch (error) {
    const problem = `the connection cannot be configured (${error instanceof Error ? error.message : String(error)})`;
    return { name: 'TEMPORAL_*', problem, allowed: "the variables of Temporal's environment configuration" };
  }
};

const assemble = (values: Required<Values>, temporal: TemporalConfig, env: Environment): Config => {
  const home = resolve(values.DUZHAN_HOME);
  return {
    home,
    cacheDirs: [userCacheDir(env), join(home, 'cache')],
    host: values.DUZHAN_HOST,
    port: values.DUZHAN_PORT,
    database: values.DATABASE_URL
      ? { kind: 'external', url: values.DATABASE_URL }
      : { kind: 'embedded', port: values.DUZHAN_PG_PORT },
    temporal,
    mail: { smtpUrl: values.DUZHAN_SMTP_URL, from: values.DUZHAN_MAIL_FROM ?? 'duzhan@localhost' },
    webhooks: { hosts: values.DUZHAN_WEBHOOK_HOSTS, allowPrivate: values.DUZHAN_WEBHOOK_ALLOW_PRIVATE },
    logLevel: values.DUZHAN_LOG_LEVEL,
    uploads: {
      maxFileBytes: values.DUZHAN_UPLOAD_MAX_BYTES,
      maxFilesPerSubmission: values.DUZHAN_UPLOAD_MAX_FILES,
    },
    environment: env,
  };
};

/** The XDG rule: a relative XDG_CACHE_HOME is to be ignored. */
const userCacheDir = ({ XDG_CACHE_HOME: xdg, HOME: home }: Environment): string =>
  xdg && isAbsolute(xdg) ? join(xdg, 'duzhan') : join(home || homedir(), '.cache', 'duzhan');
