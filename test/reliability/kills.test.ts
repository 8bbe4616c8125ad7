import { expect, test } from 'vitest';
import type { Bench } from '../../bench/support/run.js';
import { runCampaign } from './campaign.js';

const stops: (() => Promise<void>)[] = [];
const bench: Bench = {
  say: () => undefined,
  progress: () => undefined,
  onStop: (stop) => void stops.push(stop),
  needs: () => undefined,
};

test('whatever was answered outlives sixty kills, and nothing is doubled', async () => {
  try {
    const report = await runCampaign(bench, {
      kills: 60,
      seed: 2026,
      minutes: 4,
      pauseMs: 400,
      repeats: 300,
    });
    expect(report.faults).toEqual([]);
    expect(report.unrecovered).toBe(0);
    expect(report.lost).toEqual([]);
    expect(report.accepted).toBeGreaterThan(0);
    expect(report.kills.length).toBeGreaterThan(0);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
});
