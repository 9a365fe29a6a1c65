/** What the calls of the control contract take; strict, so that a misspelt key is told and not passed over. */
import * as v from 'valibot';
import { faultKinds } from '../faults/rules.ts';

/** Digits will do as well: they are what a shell or a form has at hand. */
const whole = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)),
  v.number(),
  v.integer(),
);
const positive = v.pipe(whole, v.minValue(1));
const duration = v.pipe(whole, v.minValue(0));
const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));

export const faultsInput = v.array(
  v.strictObject({
    // Left out for what belongs to no method, as `mute-parent`.
    method: v.optional(text, '*'),
    fault: v.picklist(faultKinds),
    connection: v.exactOptional(v.picklist(['fresh', 'reused'])),
    executed: v.exactOptional(v.boolean()),
    status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
    body: v.exactOptional(v.string()),
    cors: v.exactOptional(v.boolean()),
    ms: v.exactOptional(duration),
    times: v.exactOptional(positive),
    probability: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    seed: v.exactOptional(v.pipe(v.number(), v.integer())),
  }),
);

const deliveries = ['delivered', 'sending', 'failed'] as const;

const switches = v.strictObject({
  taskReadersMayReadChat: v.exactOptional(v.boolean()),
  lineReadersMayReadChat: v.exactOptional(v.boolean()),
  installFlag: v.exactOptional(v.boolean()),
  limitWithoutCors: v.exactOptional(v.boolean()),
  filesNeedCookie: v.exactOptional(v.boolean()),
  tasksScope: v.exactOptional(v.picklist(['tasks', 'task', 'missing'])),
  olderTaskCard: v.exactOptional(v.boolean()),
  zipUpdateKeepsInstalled: v.exactOptional(v.boolean()),
  imV2Files: v.exactOptional(v.boolean()),
  unlistedParams: v.exactOptional(v.boolean()),
  queryLimit: v.exactOptional(v.boolean()),
  delivery: v.exactOptional(v.picklist(deliveries)),
  language: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'must be two lower-case letters'))),
  signedInUserId: v.exactOptional(positive),
});

const address = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'must be an http or https address'));

const placement = v.strictObject({
  placement: text,
  handler: v.exactOptional(address),
  title: v.exactOptional(v.string()),
  options: v.exactOptional(v.record(v.string(), v.string())),
});

export const resetInput = v.strictObject({
  seed: v.exactOptional(v.literal('small')),
  big: v.exactOptional(v.pipe(positive, v.maxValue(1_000_000))),
  switches: v.exactOptional(switches),
  app: v.exactOptional(
    v.strictObject({
      url: v.exactOptional(address),
      installUrl: v.exactOptional(v.nullable(address)),
      installed: v.exactOptional(v.boolean()),
      scopes: v.exactOptional(v.array(text)),
      opensBy: v.exactOptional(v.picklist(['form', 'static'])),
      placements: v.exactOptional(v.array(v.union([text, placement]))),
    }),
  ),
});

export const clientMessageInput = v.strictObject({ chatId: positive, text });

export const colleagueMessageInput = v.strictObject({
  chatId: positive,
  userId: positive,
  text,
  uuid: v.exactOptional(v.nullable(v.string())),
});

/** What is left out stays; `operatorId` null = nobody has taken it */
export const sessionInput = v.strictObject({
  chatId: positive,
  status: v.exactOptional(duration),
  operatorId: v.exactOptional(v.nullable(positive)),
});

/** `text` null = the client answers no more */
export const clientAnswersInput = v.strictObject({
  chatId: positive,
  text: v.nullable(text),
  ms: v.exactOptional(duration),
});

export const deliveryInput = v.strictObject({ messageId: positive, state: v.picklist(deliveries) });
