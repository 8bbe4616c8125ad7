/** Search over the items one may see: a number, words of the title, a unit; on a phone the way to the register. */
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ItemCard, Page } from '../data/contract';
import { useAnswer, withQuery } from '../data/query';
import type { PlanHere } from '../data/session';
import { LightSign, shapeOf } from '../parts/light';
import { plainTile } from '../parts/tile-title';
import { text } from '../text';
import { SearchIcon } from '../parts/icons';
import styles from './search-box.module.css';

/** As many as are read at a glance; the register has the rest. */
const atMost = 8;

export const SearchBox = ({ here }: { readonly here: PlanHere }) => {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const wanted = typed.trim();
  const { data } = useAnswer<Page<ItemCard>>(
    wanted === '' ? null : withQuery(`/plans/${here.plan.id}/items`, { search: wanted, limit: atMost }),
  );
  const found = wanted === '' ? undefined : data?.entries;
  const open = (page: string): void => {
    setTyped('');
    void navigate(here.to(page));
  };
  return (
    <>
      <AutoComplete
        className={styles.search ?? ''}
        value={typed}
        options={
          found?.map((card) => ({
            value: card.id,
            label: <Found card={card} />,
            'aria-label': `${card.number} ${plainTile(card.tile)}`,
          })) ?? []
        }
        notFoundContent={found && text.frame.searchNothing}
        defaultActiveFirstOption={false}
        onChange={setTyped}
        onSelect={(id: string) => open(`items/${id}`)}
        popupMatchSelectWidth={400}
      >
        <Input
          prefix={<SearchIcon />}
          aria-label={text.frame.search}
          placeholder={text.frame.searchHint}
          maxLength={100}
          onPressEnter={({ currentTarget }) => {
            // A row that was chosen with the arrows is opened by the list itself.
            const chosen = currentTarget.getAttribute('aria-activedescendant');
            if (wanted !== '' && !chosen) open(withQuery('items', { search: wanted }));
          }}
        />
      </AutoComplete>
      <Link className={styles.narrow} to={here.to('items')} aria-label={text.frame.search}>
        <SearchIcon />
      </Link>
    </>
  );
};

const Found = ({ card }: { readonly card: ItemCard }) => (
  <span className={styles.found}>
    <b className="serif">{card.number}</b>
    <LightSign shape={shapeOf(card)} />
    <span className={styles.title}>{plainTile(card.tile)}</span>
    <span className={styles.unit}>{card.unit.name}</span>
  </span>
);
