/** The message and its card, in words that can be written into a task. */
import { useMemo } from 'react';
import { plainText } from '../../conversation/actions/plainText.ts';
import { useTextLabels } from '../../conversation/useTextLabels.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translator.ts';
import type { DialogFile } from '../../portal/methods/dialogMessages.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import type { Forwarding } from './forwarding.ts';
import type { Source } from './wording.ts';

export interface Known {
  source: Source;
  /** those of its files that can be forwarded */
  files: readonly DialogFile[];
  /** files of which nothing but the number is known */
  unknown: number;
}

export function useSource(forwarding: Forwarding): Known {
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  return useMemo(() => {
    const { message, people, files, user, entity, portal, cardTitle, channelTitle } = forwarding;
    const nameOf = (id: number) => people.get(id)?.name;
    const isOwn = message.authorId === user.id;
    const own = message.fileIds.flatMap((id) => files.get(id) ?? []);
    const source: Source = {
      author: (isOwn ? user.name : nameOf(message.authorId)?.trim()) || t('common.unknownPerson'),
      channel: channelTitle,
      when: momentIn(language, message.date),
      body: plainText(message.text, { labels, language, nameOf }),
      fileNames: own.map(({ name }) => name.trim() || t('common.file')),
      card: {
        kind: kindOf(t, entity.type),
        title: cardTitle,
        address: `${portal.origin}/crm/${entity.type}/details/${entity.id}/`,
      },
    };
    return { source, files: own, unknown: message.fileIds.length - own.length };
  }, [forwarding, t, language, labels]);
}

/** With the year: it will be read later, and elsewhere. */
function momentIn(language: string, date: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(date),
  );
}

function kindOf(t: Translator['t'], type: LineEntity['type']): string {
  switch (type) {
    case 'lead':
      return t('forward.lead');
    case 'deal':
      return t('forward.deal');
    case 'contact':
      return t('forward.contact');
    case 'company':
    default:
      return t('forward.company');
  }
}
