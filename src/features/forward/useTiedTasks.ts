/** The tasks tied to the card. */
import { useQuery } from '@tanstack/react-query';
import type { PortalError } from '../../portal/errors.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import { tasksTiedTo, type TaskBrief } from '../../portal/methods/taskList.ts';
import type { Rest } from '../../portal/rest.ts';

export interface TiedTasks {
  status: 'loading' | 'failed' | 'ready';
  tasks: readonly TaskBrief[];
  reload: () => void;
  isReloading: boolean;
}

const none: readonly TaskBrief[] = [];

/** Read anew each time it is asked for: somebody may have made one meanwhile. */
export function useTiedTasks(rest: Rest, entity: LineEntity): TiedTasks {
  const { data, error, refetch, isFetching } = useQuery<readonly TaskBrief[], PortalError>({
    queryKey: ['tasksTiedTo', entity.type, entity.id],
    queryFn: () => tasksTiedTo(rest, entity),
    staleTime: 0,
  });
  return {
    status: data ? 'ready' : error ? 'failed' : 'loading',
    tasks: data ?? none,
    reload: () => void refetch(),
    isReloading: isFetching,
  };
}
