/** The tab "Chat Desk" of a lead, deal, contact or company: the client's chats, or why there are none to show. */
import { useQuery } from '@tanstack/react-query';
import { NoAccess } from '../../conversation/NoAccess.tsx';
import { PortalProblem } from '../../conversation/PortalProblem.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import { CrmChats } from './CrmChats.tsx';
import { CrmLoading } from './CrmLoading.tsx';
import { CrmWords } from './CrmWords.tsx';
import { isThere, openCrmCard, type OpenedCard } from './openCrmCard.ts';

interface CrmScreenProps {
  portal: Portal;
  entity: LineEntity;
}

export function CrmScreen(props: CrmScreenProps) {
  return (
    <CrmWords>
      <Card {...props} />
    </CrmWords>
  );
}

function Card({ portal, entity }: CrmScreenProps) {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = useQuery<OpenedCard, PortalError>({
    queryKey: ['crmCard', entity.type, entity.id],
    queryFn: () => openCrmCard(portal.rest, entity),
    // The live list and the live conversation take over from here.
    staleTime: Infinity,
    refetchOnWindowFocus: ({ state }) => state.data === undefined,
    refetchOnReconnect: ({ state }) => (state.data === undefined ? 'always' : false),
  });
  const retry = () => void refetch();
  if (!data) {
    return error ? <PortalProblem error={error} retry={retry} isBusy={isFetching} /> : <CrmLoading />;
  }
  if (!isThere(data)) {
    const words = { title: t('crm.noAccessTitle'), text: t('crm.noAccessText') };
    return <NoAccess {...words} retry={retry} isBusy={isFetching} error={error} />;
  }
  return (
    <CrmChats
      key={`${entity.type}${entity.id}`}
      portal={portal}
      entity={entity}
      opened={data}
      reopen={retry}
      isReopening={isFetching}
    />
  );
}
