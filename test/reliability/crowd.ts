/** Promise: people work side by side until they are told to stop, and then finish what they have begun. */
import { setTimeout as pause } from 'node:timers/promises';
import { supervisionHead } from '../../src/intake/accounts.js';
import type { Chance } from './chance.js';
import { chanceOf } from './chance.js';
import type { Ground } from './estate.js';
import type { Given, People } from './people.js';
import { workOn } from './work.js';

const clients = 12;

export interface Crowd {
  stop(): Promise<void>;
}

export const gather = (
  { document }: Ground,
  people: People,
  seed: number,
  onGiven: (given: Given) => void,
): Crowd => {
  let isOver = false;
  const running = Array.from({ length: clients }, async (_, client) => {
    const chance = chanceOf(seed * 1000 + client);
    const works = document.items
      .filter((_item, index) => index % clients === client)
      .map((item) => workOn(document, item, people, chance));
    for (let turn = 0; !isOver; turn += 1) {
      const work = works[turn % works.length];
      if (work) onGiven(await work.next());
      await pause(chance.between(20, 200));
    }
  });
  const clock = turnClock(document.id, people, chanceOf(seed), () => isOver, onGiven);
  return {
    stop: async () => {
      isOver = true;
      await Promise.all([...running, clock]);
    },
  };
};

/** The plan's days go by, so that dates pass and alarms ring. */
const turnClock = async (
  plan: string,
  people: People,
  chance: Chance,
  isOver: () => boolean,
  onGiven: (given: Given) => void,
): Promise<void> => {
  while (!isOver()) {
    const path = `/plans/${plan}/clock/advances`;
    onGiven(await people.give({ login: supervisionHead, path, body: { by: 'day' } }));
    await pause(chance.between(500, 1500));
  }
};
