import { TELLING } from '../../mail/ask';
import { webAddress, type LetterWriter } from '../../mail/letter';

/** Nothing was paid in time; the page behind the link offers a new one. */
export const expired: LetterWriter = ({ request: { facts, link }, texts, about, fact, moment }) => {
  const at = facts.at ?? link?.expiresAt;
  const url = webAddress(link?.url ?? '');
  return {
    ...TELLING,
    subject: about('subject_expired'),
    paragraphs: [about('opening_expired'), ...(url === '' ? [] : [about('expired_what_next')])],
    facts: fact('expired_on', at ? moment(at) : null),
    button: url === '' ? null : { label: texts.button_new_link, url },
  };
};
