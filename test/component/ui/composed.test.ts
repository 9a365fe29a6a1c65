// Shared rules are in the style sheet of each component that composes them: what it says itself wins, whatever comes last.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { afterEach, expect, test } from 'vitest';
import mentions from '../../../src/conversation/composer/MentionPicker.module.css';
import replies from '../../../src/conversation/composer/QuickReplyPicker.module.css';
import forward from '../../../src/features/forward/ForwardDialog.module.css';
import tasks from '../../../src/features/forward/TaskPicker.module.css';
import manager from '../../../src/features/quickReplies/quickReplies.module.css';
import receivers from '../../../src/features/session/TransferDialog.module.css';
import crm from '../../../src/screens/crm/CrmScreen.module.css';
import task from '../../../src/screens/task/TaskHeader.module.css';

/** Style sheets by the names of their files. */
const sheets = ['MentionPicker', 'QuickReplyPicker', 'ForwardDialog', 'TaskPicker', 'quickReplies']
  .concat('TransferDialog', 'CrmScreen', 'TaskHeader')
  .map((name): [string, () => Element] => [name, () => sheetOf(name)]);

function sheetOf(name: string): Element {
  const sheet = document.querySelector(`style[data-vite-dev-id$="/${name}.module.css"]`);
  if (!sheet) throw new Error(`${name} has no style sheet`);
  return sheet;
}

afterEach(() => document.body.replaceChildren());

function styleOf(tag: 'label' | 'textarea' | 'main' | 'header', className: string | undefined) {
  const element = document.createElement(tag);
  element.className = className ?? '';
  document.body.append(element);
  return getComputedStyle(element);
}

test.each(sheets)('%s is loaded last', (_, sheet) => {
  document.head.append(sheet());
  const option = { display: 'flex', cursor: 'pointer', minHeight: '36px' };
  expect(styleOf('label', tasks['option'])).toMatchObject({
    display: 'flex',
    alignItems: 'start',
    columnGap: '10px',
    padding: '6px 8px',
  });
  expect(styleOf('label', replies['option'])).toMatchObject({ ...option, rowGap: '0px', flexWrap: 'wrap' });
  for (const { option: plain } of [mentions, receivers]) {
    expect(styleOf('label', plain)).toMatchObject({ ...option, alignItems: 'center', rowGap: '8px' });
  }
  expect(styleOf('textarea', forward['area'])).toMatchObject({ borderTopWidth: '1px', resize: 'none' });
  expect(styleOf('textarea', manager['area'])).toMatchObject({ borderTopWidth: '1px', resize: 'vertical' });
  expect(styleOf('main', crm['screen'])).toMatchObject({ display: 'flex', containerName: 'crm' });
  for (const { header } of [crm, task]) {
    expect(styleOf('header', header)).toMatchObject({ display: 'flex', justifyContent: 'space-between' });
  }
});
