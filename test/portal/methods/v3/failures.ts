/** The refusals of REST 3.0 with their English texts (PB 1.6). */
import { V3Error, type ValidationItem } from '../../rest/errors.ts';
import type { Dto } from './dto.ts';

/** 400: the request itself is not in order. */
export function invalidRequest(...items: ValidationItem[]): V3Error {
  return new V3Error('VALIDATION_REQUESTVALIDATIONEXCEPTION', 'Error validating request object.', 400, items);
}

export function missingField(field: string): V3Error {
  return invalidRequest({ message: `Required field "${field}" is missing.`, field });
}

export function wrongType(field: string, type: string): V3Error {
  return invalidRequest({
    message: `Field "${field}" requires type "${type}" to perform this request.`,
    field,
  });
}

/** 400: the object in `fields` is not in order. */
export function invalidDto(items: ValidationItem[]): V3Error {
  return new V3Error('VALIDATION_DTOVALIDATIONEXCEPTION', 'Error validating object.', 400, items);
}

export function unknownProperty({ name }: Dto, field: string): V3Error {
  return new V3Error('UNKNOWNDTOPROPERTYEXCEPTION', `Unknown field "${field}" found in entity "${name}".`);
}

/** 400: the field may not be used so (RF 1.5: the attribute is `Filterable` or `Sortable`). */
export function lacksAttribute({ name }: Dto, field: string, attribute: string): V3Error {
  const message = `In DTO "${name}" the field "${field}" requires the "${attribute}" attribute.`;
  return invalidRequest({ message, field });
}

/** 403 */
export function accessDenied(): V3Error {
  return new V3Error('ACCESSDENIEDEXCEPTION', 'Access denied.', 403);
}

/** 400, not 404 (PB 1.6) */
export function entityNotFound(id: number): V3Error {
  return new V3Error('ENTITYNOTFOUNDEXCEPTION', `Entity with ID ${id} was not found.`);
}

/** A value that cannot be understood, as messages quote it. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
