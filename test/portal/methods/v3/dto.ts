/** Descriptions of REST 3.0 objects; all checks of a request rest on them (PB 1.6). */

export const fieldTypes = ['int', 'string', 'bool', 'array', 'DateTime'] as const;

export type FieldType = (typeof fieldTypes)[number];

export interface DtoField {
  type: FieldType;
  isFilterable?: boolean;
  isSortable?: boolean;
  isEditable?: boolean;
  /** actions that need it, for example `send` */
  requiredFor?: readonly string[];
}

export interface Dto {
  /** as error messages name it, for example `TaskDto` */
  name: string;
  fields: Readonly<Record<string, DtoField>>;
  /** selected with a dot: `chat.id` */
  relations?: Readonly<Record<string, Dto>>;
  /** relations that are documented by name only */
  unimitated?: readonly string[];
}

/** A field's row in `*.field.list` (RF 1.8). */
export function describeFields({ fields }: Dto): Array<Record<string, unknown>> {
  return Object.entries(fields).map(([name, field]) => ({
    name,
    type: field.type,
    title: name,
    description: null,
    validationRules: [],
    requiredGroups: field.requiredFor ?? [],
    filterable: field.isFilterable ?? false,
    sortable: field.isSortable ?? false,
    editable: field.isEditable ?? false,
    multiple: false,
    elementType: null,
  }));
}
