/** CRM cards with the application's tab (PB 5.2, RF 6.4). */
import { expect, test } from 'vitest';
import { reset } from '../../../portal/context.ts';
import { startTestPortal } from '../methods/support.ts';

const portal = startTestPortal();

test.each([
  ['LEAD', '/crm/lead/details/5/', '5'],
  ['DEAL', '/crm/deal/details/10/', '10'],
  ['CONTACT', '/crm/contact/details/11/', '11'],
  ['COMPANY', '/crm/company/details/14/', '14'],
  ['DYNAMIC_128', '/crm/type/128/details/1/', '1'],
])('%s: one element named like the application, a tab that opens it with ID', async (type, path, id) => {
  reset(portal.running.context, { app: { placements: [`CRM_${type}_DETAIL_TAB`] } });
  const page = await fetch(portal.running.origin + path);
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text.match(/>\s*Chat Desk\s*</g)).toHaveLength(1);
  const [, request = ''] = /data-app="([^"]*)"/.exec(text) ?? [];
  expect(JSON.parse(request.replaceAll('&quot;', '"'))).toMatchObject({
    options: { ID: id },
    inSlider: false,
  });
});

test('no such card', async () => {
  for (const path of ['/crm/deal/details/999/', '/crm/type/130/details/1/']) {
    expect((await fetch(portal.running.origin + path)).status).toBe(404);
  }
});
