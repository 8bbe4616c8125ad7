/** What happened to an item after the version somebody saw. */
import type { HistoryEntry, Page } from '../data/contract';
import { useAnswer } from '../data/query';
import { fullInstant } from '../parts/dates';
import { text } from '../text';

export const WhatChanged = ({ item, since }: { readonly item: string; readonly since: number }) => {
  const { data } = useAnswer<Page<HistoryEntry>>(`/items/${item}/history?limit=20`);
  const later = data?.entries.filter(({ seq }) => seq > since) ?? [];
  return (
    <>
      <p>{text.parts.versionMoved}</p>
      <ul>
        {later.map((entry) => (
          <li key={entry.seq}>
            {fullInstant(entry.at)} {entry.text}（{entry.who}）
          </li>
        ))}
      </ul>
    </>
  );
};
