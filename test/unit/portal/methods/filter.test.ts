/** Mandatory conditions of a REST 3.0 filter (PB 2.2). */
import { expect, test } from 'vitest';
import type { Dto } from '../../../portal/methods/v3/dto.ts';
import { readFilter } from '../../../portal/methods/v3/filter.ts';

const dto: Dto = {
  name: 'ResultDto',
  fields: { id: { type: 'int', isFilterable: true }, taskId: { type: 'int', isFilterable: true } },
};

test('a plain equality will do, also among others', () => {
  expect(readFilter(dto, ['taskId', 5], ['taskId'])({ taskId: 5 })).toBe(true);
  const both = [
    ['taskId', '=', 5],
    ['id', '>', 1],
  ];
  expect(readFilter(dto, both, ['taskId'])({ taskId: 5, id: 1 })).toBe(false);
});

test.each([
  ['no filter', undefined],
  ['another field', [['id', 1]]],
  ['another operator', [['taskId', '>', 1]]],
  ['a list', [['taskId', [5]]]],
  ['an equality inside OR', { logic: 'or', conditions: [['taskId', 5]] }],
  ['an equality inside NOT', { conditions: [['taskId', 5]], negative: true }],
])('%s will not', (_what, filter) => {
  expect(() => readFilter(dto, filter, ['taskId'])).toThrow(
    expect.objectContaining({
      suffix: 'VALIDATION_REQUESTFILTERVALIDATIONEXCEPTION',
      validation: [expect.objectContaining({ field: 'filter.taskId' })],
    }),
  );
});
