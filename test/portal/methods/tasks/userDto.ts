/** A person as REST 3.0 shows them in a task or a result (RF 2.7). */
import { fullName } from '../../world/messages.ts';
import type { User } from '../../world/types.ts';
import type { Dto } from '../v3/dto.ts';
import type { Row } from '../v3/filter.ts';

export const userDto: Dto = {
  name: 'UserDto',
  fields: {
    id: { type: 'int' },
    name: { type: 'string' },
    role: { type: 'string' },
    image: { type: 'array' },
    gender: { type: 'string' },
    email: { type: 'string' },
    externalAuthId: { type: 'string' },
    rights: { type: 'array' },
  },
};

/** @param role in the task, null where there is none */
export function userFields(user: User, role: string | null): Row {
  const { id, gender, email } = user;
  return {
    id,
    name: fullName(user),
    role,
    image: null,
    gender: gender === 'M' ? 'male' : 'female',
    email,
    externalAuthId: 'default',
  };
}
