/** The places that can be bound, with their scope and options (PB 2.4, 6; RF 6.3 to 6.6). */
import { checkMessenger, checkWorker, type OptionsCheck } from './checks.ts';

export interface PlacementKind {
  /** null = global: the scope `placement` is enough */
  scope: string | null;
  /** keys of OPTIONS that are kept */
  options: readonly string[];
  required: readonly string[];
  /** whether `USER_ID` may be given */
  perUser: boolean;
  /** rows that an application may have */
  maxCount: number;
  check: OptionsCheck | null;
}

const plain: PlacementKind = {
  scope: null,
  options: [],
  required: [],
  perUser: false,
  maxCount: Number.POSITIVE_INFINITY,
  check: null,
};

type Row = readonly [string, PlacementKind];

const rows = (scope: string | null, codes: readonly string[], more: Partial<PlacementKind> = {}): Row[] =>
  codes.map((code) => [code, { ...plain, scope, ...more }]);

/** Of the one smart process (`CRM_DYNAMIC_128_…`) only the tab of its card is there. */
const crm = (types: string, place: string, options: readonly string[] = []): Row[] =>
  rows(
    'crm',
    types.split(' ').map((type) => `CRM_${type}_${place}`),
    { options },
  );

const messenger = { check: checkMessenger, options: ['extranet', 'context', 'role'] };
const withIcon = { ...messenger, required: ['iconName'] };

const all: readonly Row[] = [
  ...rows('task', ['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR'], { options: ['groupId'] }),
  ...rows('task', [
    'TASK_VIEW_TOP_PANEL',
    'TASK_VIEW_MODE',
    'TASK_VIEW_MENU_ADD',
    'TASK_TOP_MENU',
    'TASK_LIST_CONTEXT_MENU',
    'TASK_USER_LIST_TOOLBAR',
    'TASK_GROUP_LIST_TOOLBAR',
    'TASK_ROBOT_DESIGNER_TOOLBAR',
  ]),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_128', 'DETAIL_TAB'),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER', 'DETAIL_ACTIVITY', [
    'useBuiltInInterface',
    'newUserNotificationTitle',
    'newUserNotificationText',
  ]),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE', 'DETAIL_TOOLBAR'),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ACTIVITY', 'LIST_MENU'),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER', 'LIST_TOOLBAR'),
  ...crm('LEAD DEAL QUOTE SMART_INVOICE', 'ACTIVITY_TIMELINE_MENU'),
  ...crm('LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE', 'DOCUMENTGENERATOR_BUTTON'),
  ...rows('crm', ['CRM_FUNNELS_TOOLBAR', 'CRM_ANALYTICS_MENU', 'CRM_ANALYTICS_TOOLBAR', 'CRM_DETAIL_SEARCH']),
  ...crm('REQUISITE BANK_DETAIL', 'AUTOCOMPLETE', ['countries']),
  ...rows('sonet_group', ['SONET_GROUP_DETAIL_TAB', 'SONET_GROUP_TOOLBAR']),
  ...rows('user', ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR']),
  ...rows('contact_center', ['CONTACT_CENTER']),
  ...rows(null, ['IM_CONTEXT_MENU'], messenger),
  ...rows(null, ['IM_NAVIGATION'], { ...withIcon, options: ['iconName', 'extranet', 'role'] }),
  ...rows(null, ['IM_TEXTAREA'], {
    ...withIcon,
    options: ['iconName', 'extranet', 'context', 'role', 'color', 'width', 'height'],
  }),
  ...rows(null, ['IM_SIDEBAR'], {
    ...withIcon,
    options: ['iconName', 'extranet', 'context', 'role', 'color'],
  }),
  ...rows(null, ['IM_SMILES_SELECTOR', 'LEFT_MENU']),
  ...rows(null, ['PAGE_BACKGROUND_WORKER'], {
    options: ['errorHandlerUrl'],
    perUser: true,
    maxCount: 1,
    check: checkWorker,
  }),
  ...rows(null, ['REST_APP_URI'], { maxCount: 1 }),
];

export const placementKinds: ReadonlyMap<string, PlacementKind> = new Map(all);

/** `user` is met by its smaller kin, as everywhere (PB 1.3: `user*`). */
export function isGranted({ scope }: PlacementKind, granted: readonly string[]): boolean {
  if (scope === null) return true;
  return granted.some((name) => name === scope || (scope === 'user' && name.startsWith('user_')));
}
