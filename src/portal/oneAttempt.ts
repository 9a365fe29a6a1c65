/**
 * The SDK's limits: one attempt a call, at once. By itself it makes three POSTs of one send on a lost answer; repeats
 * belong to delivery and to the queries, see rest.ts.
 */
import type { RestrictionParams } from '@bitrix24/b24jssdk';

export const oneAttempt: Partial<RestrictionParams> = {
  maxRetries: 1,
  retryOnNetworkError: false,
  rateLimit: { burstLimit: 10_000, drainRate: 10_000, adaptiveEnabled: false },
  adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
  operatingLimit: { windowMs: 600_000, limitMs: Number.MAX_SAFE_INTEGER, heavyPercent: 100 },
};
