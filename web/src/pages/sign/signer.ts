/** In whose name something is signed. */
import type { Session } from '../../data/session';
import { text, words } from '../../text';

export const signerOf = ({ me: { person, actingFor }, role }: Session): string => {
  if (actingFor) return text.sign.sheet.onBehalf(person.name, actingFor.name);
  const post = person.rank === null ? words.roles[role] : words.ranks[person.rank];
  // A name may say the post itself.
  return text.sign.sheet.inPerson(
    person.name.includes(post) ? person.name : [person.name, post].join(text.sign.comma),
  );
};
