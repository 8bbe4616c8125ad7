/** Every page a role works with, and the pages of things in every state, as addresses one can go to. */
import type { Client } from '../../../src/cli/scenario/client.js';

export interface Stop {
  /** What the picture of it is called. */
  readonly name: string;
  readonly path: string;
}

export interface Round {
  readonly account: string;
  readonly stops: readonly Stop[];
}

interface Card {
  readonly id: string;
  readonly lifecycle: string;
  readonly light: string;
  readonly level: string;
  readonly unit: { readonly id: string };
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly case: string | null;
  readonly item: { readonly id: string };
}

interface Entries<T> {
  readonly entries: readonly T[];
}

const house = (...pages: readonly string[]): readonly Stop[] =>
  pages.map((page) => ({ name: page.replaceAll('/', '-'), path: `/${page}` }));

/** A stop for each kind of item there is. */
const itemKinds: Readonly<Record<string, (card: Card) => boolean>> = {
  registered: ({ lifecycle }) => lifecycle === 'registered',
  green: ({ light, level }) => light === 'green' && level === 'none',
  yellow: ({ light }) => light === 'yellow',
  red: ({ light, level }) => light === 'red' && !level.startsWith('listed'),
  listed: ({ light, level }) => light === 'red' && level.startsWith('listed'),
  suspended: ({ light, lifecycle }) => light === 'grey' && lifecycle === 'in_progress',
  closing: ({ lifecycle }) => lifecycle === 'closing_review' || lifecycle === 'completed',
  closed: ({ lifecycle }) => lifecycle === 'closed',
  terminated: ({ lifecycle }) => lifecycle === 'terminated',
};

/** Who goes where in a plan as it stands now. */
export const roundsOf = async (client: Client, plan: string): Promise<readonly Round[]> => {
  const at = (name: string, page = name): Stop => ({ name, path: `/plans/${plan}/${page}` });
  const all = (...pages: readonly string[]): readonly Stop[] => pages.map((page) => at(page));
  const { entries: cards } = await client.get<Entries<Card>>('director', `/plans/${plan}/items?limit=200`);
  const items = Object.entries(itemKinds).flatMap(([kind, fits]) => {
    const card = cards.find(fits);
    return card ? [at(`item-${kind}`, `items/${card.id}`)] : [];
  });
  const worst = cards.find(itemKinds['listed'] ?? (() => false)) ?? cards[0];
  const [unit, item] = [worst?.unit.id ?? '', worst?.id ?? ''];
  const papersOf = async (account: string): Promise<readonly Stop[]> => {
    const path = `/plans/${plan}/documents?limit=1`;
    const { entries } = await client.get<Entries<{ readonly id: string }>>(account, path);
    return entries.map(({ id }) => at('document', `documents/${id}`));
  };
  const signatures = await signaturesOf(client, plan);
  const closings = cards.filter(({ lifecycle }) =>
    ['closing_review', 'completed', 'closed'].includes(lifecycle),
  );
  const closing = closings.slice(0, 1).map(({ id }) => at('closing', `closings/${id}`));
  const day = ['items', 'documents', 'forecast', 'inbox', 'rehearsal'];
  const ofUnit = [...all('desk', ...day), at('item-own', `items/${item}`), ...house('me')];
  const ofOffice = [...all('office', 'listings', 'rules', 'units', ...day)];
  return [
    { account: `${unit}.officer`, stops: ofUnit },
    { account: `${unit}.head`, stops: ofUnit },
    { account: 'case-officer-1', stops: [...ofOffice, ...(await papersOf('case-officer-1'))] },
    {
      account: 'supervision-head',
      stops: [
        ...ofOffice,
        ...(await papersOf('supervision-head')),
        ...house('admin/health', 'admin/people', 'admin/outgoing'),
      ],
    },
    {
      account: signatures.account,
      stops: [
        ...all('cockpit', 'sign', 'closings', 'listings', 'units', 'indicators', 'rules', ...day),
        ...[...signatures.cases].map(([kind, address]) => at(`sign-${kind}`, `sign/${address}`)),
        ...closing,
        ...items,
      ],
    },
    {
      account: 'system-admin',
      stops: house('admin/health', 'admin/people', 'admin/import', 'admin/outgoing', 'me'),
    },
    { account: 'security-admin', stops: house('admin/people') },
    { account: 'audit-admin', stops: house('admin/health') },
  ];
};

/** The leader with the most kinds of signatures waiting, and one of each kind. */
const signaturesOf = async (
  client: Client,
  plan: string,
): Promise<{ readonly account: string; readonly cases: ReadonlyMap<string, string> }> => {
  let most = { account: 'director', cases: new Map<string, string>() };
  for (const account of [
    'director',
    'deputy-governance',
    'deputy-services',
    'deputy-security',
    'deputy-party',
  ]) {
    const { owed } = await client.get<{ owed: readonly Entry[] }>(account, `/plans/${plan}/desk`);
    const cases = new Map(
      owed
        .filter(({ kind }) => kind === 'case')
        .map((entry) => [entry.case ?? entry.kind, `${entry.item.id}/${entry.id}`] as const),
    );
    if (cases.size > most.cases.size) most = { account, cases };
  }
  return most;
};
