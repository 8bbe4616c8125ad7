/** The person, the post they use, and what belongs to them alone. */
import { Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { actFor } from '../data/acting-for';
import { ask } from '../data/client';
import type { Me, Role } from '../data/contract';
import { useSession, type PlanHere } from '../data/session';
import { useNarrow } from '../parts/narrow';
import { text, words } from '../text';
import { chooseLanguage, language } from '../text/language';
import { addressOf, isAdministrator, navOf, outgoing, people, thumbOf, type NavEntry } from './nav';
import styles from './account-menu.module.css';

export const guidePath = '/guide';

const signOut = async (): Promise<void> => {
  await ask('/sessions/current', { method: 'DELETE' }).catch(() => undefined);
  location.assign('/sign-in');
};

/** Pages of the house that are not among those of the role's day. */
const housePages = ({ rights }: Me, role: Role): readonly NavEntry[] => [
  { to: '/me', label: text.frame.account },
  ...(rights.includes('see_people') && !isAdministrator(role) ? [people] : []),
  ...(rights.includes('see_outgoing') && !isAdministrator(role) ? [outgoing] : []),
];

/** On a phone what does not fit under the thumb. */
const useBeyondThumb = (role: Role): readonly NavEntry[] => {
  const reached = thumbOf(role).map(({ to }) => to);
  return useNarrow() ? navOf[role].filter(({ to }) => !reached.includes(to)) : [];
};

export const AccountMenu = ({ here }: { readonly here: PlanHere | undefined }) => {
  const { me, role } = useSession();
  const navigate = useNavigate();
  const beyondThumb = useBeyondThumb(role);
  const { person, actingFor, mayActFor } = me;
  const post = actingFor ?? person;
  const title = post.rank === null ? words.roles[role] : words.ranks[post.rank];
  const items: MenuProps['items'] = [
    ...(actingFor ? [{ key: 'self', label: text.frame.asMyself, onClick: () => actFor(null) }] : []),
    ...mayActFor.map(({ id, name }) => ({
      key: `for ${id}`,
      label: text.frame.actingFor(name),
      onClick: () => actFor(id),
    })),
    ...[...beyondThumb, ...housePages(me, role)].flatMap((entry) => {
      const to = addressOf(entry, here, me.plans);
      return to === null ? [] : [{ key: to, label: entry.label, onClick: () => void navigate(to) }];
    }),
    {
      key: 'help',
      label: (
        <a href={guidePath} target="_blank" rel="noreferrer">
          {text.frame.help}
        </a>
      ),
    },
    {
      key: 'language',
      label: text.frame.otherLanguage,
      onClick: () => chooseLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    { type: 'divider' },
    { key: 'out', label: text.frame.signOut, onClick: () => void signOut() },
  ];
  const unit = post.unit?.name ?? '';
  // A name may say the unit, or the post itself.
  const held = person.name.startsWith(unit) ? title : `${unit}${title}`;
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className={styles.account ?? ''}>
        <b>{actingFor ? text.frame.actingFor(actingFor.name) : person.name}</b>
        {!person.name.includes(title) && <span className={styles.post}>{held}</span>}
      </Button>
    </Dropdown>
  );
};
