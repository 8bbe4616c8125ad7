/** What belongs to the person alone: the post, the language, the calendar feed. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Panel, PanelBody } from '../../parts/panel';
import { text, words } from '../../text';
import { chooseLanguage, language, type Language } from '../../text/language';
import { FeedPanel } from './feed-panel';
import styles from './me.module.css';

const said = text.me;

export const Page = () => (
  <>
    <PageHead title={said.title} sub={said.sub} />
    <div className={styles.columns}>
      <FactsPanel />
      <div className={styles.stack}>
        <FeedPanel />
        <LanguagePanel />
      </div>
    </div>
  </>
);

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const FactsPanel = () => {
  const { person, mayActFor, plans } = useSession().me;
  const post = person.rank === null ? words.roles[person.role] : words.ranks[person.rank];
  return (
    <Panel title={said.facts}>
      <dl className={styles.facts}>
        <Fact name={said.name}>{person.name}</Fact>
        <Fact name={said.account}>{person.id}</Fact>
        <Fact name={said.role}>{post}</Fact>
        <Fact name={said.unit}>{person.unit?.name ?? said.noUnit}</Fact>
        <Fact name={said.standsIn}>
          {mayActFor.length === 0 ? said.nobody : mayActFor.map(({ name }) => name).join(text.parts.listMark)}
        </Fact>
        <Fact name={said.plans}>
          {plans.length === 0 ? said.noPlans : plans.map(({ short }) => short).join(text.parts.listMark)}
        </Fact>
      </dl>
      <p className={styles.foot}>{said.changes}</p>
    </Panel>
  );
};

const languages: readonly Language[] = ['zh', 'en'];

const LanguagePanel = () => (
  <Panel title={said.language}>
    <PanelBody>
      <p className={styles.choice} role="group" aria-label={said.language}>
        {languages.map((one) => (
          <Button
            key={one}
            lang={one}
            type={one === language ? 'primary' : 'default'}
            aria-pressed={one === language}
            onClick={() => chooseLanguage(one)}
          >
            {said.languages[one]}
          </Button>
        ))}
      </p>
      <p className="note secondary">{said.languageWhat}</p>
    </PanelBody>
  </Panel>
);
