/** Brings up a system to be thrown away, plays one scenario through it, and leaves nothing behind, interrupted or not. */
import { pino } from 'pino';
import { loadConfig } from '../../config.js';
import type { Scenario } from '../../domain/simulation/scenario.js';
import type { Simulated } from '../../domain/simulation/shown.js';
import { installRuntime } from '../system/working.js';
import type { Pack } from './document.js';
import { layGround } from './ground.js';
import { playThrough } from './player.js';
import { openStage } from './stage.js';

/** Rejects when somebody does not want to wait. */
const interruption = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new Error(`${signal} received`)));
  });

export const simulateThroughStack = async (scenario: Scenario, pack: Pack): Promise<Simulated> => {
  const stop = interruption();
  stop.catch(() => undefined);
  const logger = pino({ level: 'silent' });
  installRuntime(logger, false);
  const ground = await layGround(loadConfig(), (line) => console.error(line));
  try {
    const stage = await openStage({ ...ground, logger });
    try {
      const play = playThrough(stage, 'scenario', scenario, pack);
      play.catch(() => undefined);
      return await Promise.race([play, stop]);
    } finally {
      await stage.close();
    }
  } finally {
    await ground.clear();
  }
};
