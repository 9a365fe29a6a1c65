/** REST 3.0 describes itself: `rest.documentation.openapi` and `rest.scope.list` (RF 1.8). */
import { Raw, type Call, type V3Method } from '../rest/call.ts';
import { messageDto } from './taskChat.ts';
import { resultDto } from './tasks/resultDto.ts';
import { chatDto, taskDto } from './tasks/taskDto.ts';
import { describeFields, type Dto, type FieldType } from './v3/dto.ts';

/** @param methods the other REST 3.0 methods; the two here describe themselves as well */
export function documentationMethods(methods: readonly V3Method[]): V3Method[] {
  const own: V3Method[] = [
    {
      name: 'rest.documentation.openapi',
      scope: null,
      needsJson: false,
      // RF 1.2: the document itself, without `result` and `time`.
      handle: () => new Raw(openApi([...methods, ...own])),
    },
    {
      name: 'rest.scope.list',
      scope: null,
      needsJson: false,
      handle: (call) => scopeList(call, [...methods, ...own]),
    },
  ];
  return own;
}

function openApi(methods: readonly V3Method[]): unknown {
  return {
    openapi: '3.0.0',
    info: { title: 'Bitrix24 REST V3 API', version: '1.0.0' },
    tags: [...new Set(methods.map(moduleOf))].map((name) => ({ name })),
    paths: Object.fromEntries(methods.map((method) => [`/${method.name}`, { post: operation(method) }])),
    components: {
      schemas: Object.fromEntries(
        [taskDto, chatDto, messageDto, resultDto].map((dto) => [dto.name, schema(dto)]),
      ),
    },
  };
}

function operation(method: V3Method): unknown {
  const json = { 'application/json': { schema: { type: 'object' } } };
  return {
    tags: [moduleOf(method)],
    operationId: method.name,
    ...(method.needsJson ? { requestBody: { required: true, content: json } } : {}),
    responses: { 200: { description: 'Success', content: json } },
  };
}

function schema({ fields }: Dto): unknown {
  const properties = Object.entries(fields).map(([name, { type }]) => [name, openApiType[type]]);
  return { type: 'object', properties: Object.fromEntries(properties) as unknown };
}

const openApiType: Readonly<Record<FieldType, unknown>> = {
  int: { type: 'integer' },
  string: { type: 'string' },
  bool: { type: 'boolean' },
  array: { type: 'array', items: {} },
  DateTime: { type: 'string', format: 'date-time' },
};

/** Module -> controller -> method. The docs do not show the shape (RF 1.8), it is that of PB source key M. */
function scopeList({ params }: Call, methods: readonly V3Method[]): unknown {
  const wanted = params['filterModule'];
  const modules: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const method of methods) {
    const parts = method.name.split('.');
    const action = parts.at(-1) ?? '';
    const controller = parts.slice(1, -1).join('.');
    const module = moduleOf(method);
    if (typeof wanted === 'string' && wanted !== module) continue;
    const controllers = (modules[module] ??= {});
    (controllers[controller] ??= {})[action] = {
      scope: method.name,
      title: null,
      description: null,
      fields: fieldsOf(method),
    };
  }
  return modules;
}

/** The first prefix that fits. */
const dtos: ReadonlyArray<readonly [prefix: string, dto: Dto]> = [
  ['tasks.task.chat.', messageDto],
  ['tasks.task.result.', resultDto],
  ['tasks.task.', taskDto],
];

function fieldsOf({ name }: V3Method): unknown {
  const dto = dtos.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (!dto) return null;
  return describeFields(dto).map(({ name: field, title, description }) => ({
    name: field,
    title,
    description,
  }));
}

function moduleOf({ name }: V3Method): string {
  return name.split('.')[0] ?? '';
}
