/** Where a message of another chat was to go: the chat, or the card of the portal that it belongs to. */
import type { Item } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { whereTo, type WhereTo } from '../../sending/whereTo.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { ElsewhereAround, OtherChat } from './elsewhereAround.ts';

interface WhereProps extends Pick<ElsewhereAround, 'portalOrigin' | 'userId'> {
  /** of what names it */
  id: string;
  item: Item;
  /** it can be opened in this window */
  chat: OtherChat | null;
}

export function Where({ id, item, chat, portalOrigin, userId }: WhereProps) {
  const { t } = useTranslation();
  const where = whereTo(item);
  if (chat) return <bdi id={id}>{chat.name}</bdi>;
  if (!where) return <span id={id}>{t('elsewhere.somewhere')}</span>;
  return (
    <a href={`${portalOrigin}${pathOf(where, userId)}`} target="_blank" rel="noopener noreferrer">
      <span id={id}>{t(names[where.type], { id: String(where.id) })}</span>{' '}
      <VisuallyHidden>({t('common.opensInNewTab')})</VisuallyHidden>
    </a>
  );
}

const names = {
  task: 'task.title',
  lead: 'elsewhere.lead',
  deal: 'elsewhere.deal',
  contact: 'elsewhere.contact',
  company: 'elsewhere.company',
} as const;

function pathOf({ type, id }: WhereTo, userId: number): string {
  return type === 'task'
    ? `/company/personal/user/${userId}/tasks/task/view/${id}/`
    : `/crm/${type}/details/${id}/`;
}
