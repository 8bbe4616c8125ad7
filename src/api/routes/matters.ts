/** What was asked in an item and what became of it, with the files handed in. */
import { matterFacts, mattersOf } from '../../domain/matters.js';
import { eventsOfTypes } from '../../store/events.js';
import { evidenceOf } from '../../store/files.js';
import { planNow } from '../../store/plans.js';
import { getMatters } from '../contract/items.js';
import { eventShown, namesFor, personsIn } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown } from '../times.js';
import { fileShown } from './milestone-shown.js';
import { readableItem } from './past-item.js';
import { withTitles } from './steps-shown.js';
import { planOfItem } from './visible-item.js';

const ofItem = serve(getMatters, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const { item, formerUntil, lastSeq } = await readableItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const log = await eventsOfTypes(tx, item.id, matterFacts, lastSeq);
    const files = await evidenceOf(tx, item.id);
    const named = await namesFor(tx, { plans: [plan.id], items: [], people: personsIn(log) });
    const names = withTitles(named, item.snapshot);
    const about = { planId: plan.id, itemId: item.id };
    const entries = mattersOf(log, item.snapshot).map(({ kind, milestone, asked, answered, open }) => ({
      ...{ kind, title: words.matters[kind], milestone, open },
      asked: eventShown(asked, about, names, words),
      answered: answered && eventShown(answered, about, names, words),
      files: files.filter(({ eventSeq }) => eventSeq === asked.seq).map(fileShown),
    }));
    const asOf = shown(formerUntil ?? planNow(plan, now()));
    return { as: 'ok', body: { asOf, entries: entries.reverse() } };
  }),
);

export const matterRoutes: readonly Served[] = [ofItem];
