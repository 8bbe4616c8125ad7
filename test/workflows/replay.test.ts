import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { expect, inject, test } from 'vitest';
import '../support/quiet.js';

const golden = new URL('golden/', import.meta.url);
const histories = readdirSync(golden).filter((name) => name.endsWith('.json'));

test('there are histories to replay, of every kind of workflow', () => {
  const kinds = ['task-item', 'plan', 'mailbox'].map((kind) =>
    histories.some((name) => name.startsWith(kind)),
  );
  expect(kinds).toEqual([true, true, true]);
});

test.each(histories)('the workflows of today read %s', async (name) => {
  const history: unknown = JSON.parse(readFileSync(new URL(name, golden), 'utf8'));
  await expect(
    Worker.runReplayHistory({ workflowBundle: { codePath: inject('services').bundlePath } }, history),
  ).resolves.toBeUndefined();
});
