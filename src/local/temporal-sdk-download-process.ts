/** Promise: run as `… FOLDER VERSION`, leaves the Temporal server program in the folder, or its reason on stderr. */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [downloadDir = '.', version = 'default'] = process.argv.slice(2);

try {
  // The SDK downloads only what it then starts; the server is stopped again at once.
  const executable = { type: 'cached-download', downloadDir, version: `v${version}`, ttl: '1h' } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  // The chain of causes repeats itself; its first and last links tell what happened.
  const links = message.split(': ');
  process.stderr.write([links.at(-2), links.at(-1)].join(': '));
  process.exitCode = 1;
}
