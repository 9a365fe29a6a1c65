/** People and CRM records that the choosers of the parent window offer (RF 9.2; shapes as in the SDK's types). */
import { employees, fullName } from '../people.ts';
import type { CrmEntity, World } from '../../world/types.ts';

/** The chooser has no smart processes. */
const idPrefixes: Partial<Record<CrmEntity['type'], string>> = {
  lead: 'L',
  contact: 'C',
  company: 'CO',
  deal: 'D',
};

/** A person as `selectUser` answers it. Nobody leads anybody in this company: `sub` and `sup` are false. */
function selectableUsers(world: World) {
  return employees(world).map((user) => ({
    id: String(user.id),
    name: fullName(user),
    photo: '',
    position: user.position,
    url: `/company/personal/user/${user.id}/`,
    sub: false,
    sup: false,
  }));
}

/** A record as `selectCRM` answers it; contacts and companies have an `image` besides. */
function selectableCrm(world: World) {
  return world.crm.flatMap(({ type, id, title }) => {
    const prefix = idPrefixes[type];
    if (prefix === undefined) return [];
    const record = {
      id: `${prefix}_${id}`,
      type,
      place: type,
      title,
      desc: '',
      url: `/crm/${type}/details/${id}/`,
    };
    return [type === 'contact' || type === 'company' ? { ...record, image: '' } : record];
  });
}

export function directory(world: World) {
  return { users: selectableUsers(world), crm: selectableCrm(world) };
}
