/** Promise: the search attributes we set are known to the server, also to one whose state is older than they are. */
import { type Connection } from '@temporalio/client';

type SearchAttributeType = 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';

/** Name to type. */
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

/** The numbers of `IndexedValueType` in Temporal's API, fixed by its wire format. */
const codes = {
  Text: 1,
  Keyword: 2,
  Int: 3,
  Double: 4,
  Bool: 5,
  Datetime: 6,
  KeywordList: 7,
} satisfies Record<SearchAttributeType, number>;

/** Adds those that are missing. A server that already has them is not asked for the right to add any. */
export const registerSearchAttributes = async (
  connection: Connection,
  namespace: string,
  wanted: SearchAttributes,
): Promise<void> => {
  const known = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(wanted).filter(([name]) => !(name in (known.customAttributes ?? {})));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, codes[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
};
