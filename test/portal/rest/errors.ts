/** Both error envelopes of Bitrix24 as throwable values (PB 1.4 and 1.6). */

/** `{"error":code,"error_description":text,…extra}`, no `time` (PB 1.4). */
export class V2Error extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, description: string, status = 400, extra: Record<string, unknown> = {}) {
    super(description);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

export interface ValidationItem {
  message: string;
  field?: string;
}

/** `{"error":{"code","message","validation"?}}`, no `time` (PB 1.6). `suffix` follows `BITRIX_REST_V3_EXCEPTION_`. */
export class V3Error extends Error {
  readonly suffix: string;
  readonly status: number;
  readonly validation: readonly ValidationItem[];

  constructor(suffix: string, message: string, status = 400, validation: ValidationItem[] = []) {
    super(message);
    this.suffix = suffix;
    this.status = status;
    this.validation = validation;
  }
}
