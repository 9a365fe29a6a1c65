// Menu: one press opens it, the keyboard works it, and the focus is never lost.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from '../../../src/ui/Dialog/Dialog.tsx';
import { MoreIcon } from '../../../src/ui/Icon/icons.tsx';
import { Menu } from '../../../src/ui/Menu/Menu.tsx';

afterEach(cleanup);

const button = () => screen.getByRole('button', { name: 'More' });
const focused = () => document.activeElement?.textContent;
const selected = vi.fn<(label: string) => void>();
afterEach(() => selected.mockClear());

function More({ onOpenChange }: { onOpenChange?: (isOpen: boolean) => void }) {
  const item = (label: string) => ({ id: label, label, onSelect: () => selected(label) });
  return (
    <Menu
      label="More"
      icon={<MoreIcon />}
      items={[item('Reply'), { ...item('Copy'), shortcut: 'C' }, { ...item('Like'), isPressed: true }]}
      {...(onOpenChange ? { onOpenChange } : {})}
    />
  );
}

/** A row that has keys and presses of its own. */
function Row({ onOwn, children }: { onOwn: () => void; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- as a row is
    <div onKeyDown={onOwn} onClick={onOwn}>
      {children}
    </div>
  );
}

describe('keyboard', () => {
  test('opens on the first item, moves by arrows, Home, End and letters, selects', async () => {
    render(<More />);
    button().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Reply');
    expect(button().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toContain('Copy');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Like');
    await userEvent.keyboard('{Home}');
    await expect.poll(focused).toBe('Reply');
    await userEvent.keyboard('c');
    await expect.poll(focused).toContain('Copy');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => selected.mock.calls).toEqual([['Copy']]);
    expect(document.activeElement).toBe(button());
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button().getAttribute('aria-expanded')).toBe('false');
  });

  test.each([
    ['{ArrowDown}', 'Reply'],
    ['{ArrowUp}', 'Like'],
  ])('%s opens it at %s', async (key, first) => {
    render(<More />);
    button().focus();
    await userEvent.keyboard(key);
    await expect.poll(focused).toBe(first);
  });

  test('Escape closes the menu alone and gives the focus back', async () => {
    const own = vi.fn<() => void>();
    const changed = vi.fn<(isOpen: boolean) => void>();
    render(
      <Row onOwn={own}>
        <More onOpenChange={changed} />
      </Row>,
    );
    button().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('Reply');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(button());
    await expect.poll(() => screen.queryByRole('menu')).toBeNull();
    expect(changed.mock.calls).toEqual([[true], [false]]);
    expect(own).not.toHaveBeenCalled();
  });

  test('Tab leaves it', async () => {
    render(
      <>
        <More />
        <button type="button">Next</button>
      </>,
    );
    button().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('Reply');
    await userEvent.keyboard('{Tab}');
    await expect.poll(focused).toBe('Next');
    await expect.poll(() => screen.queryByRole('menu')).toBeNull();
  });
});

describe('pointer', () => {
  test('one press opens, one selects, one on the button or beside closes', async () => {
    render(
      <>
        <More />
        <p style={{ marginTop: 300 }}>beside</p>
      </>,
    );
    await userEvent.click(button());
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));
    expect(selected.mock.calls).toEqual([['Copy']]);
    for (const elsewhere of [button(), screen.getByText('beside')]) {
      await userEvent.click(button());
      await screen.findByRole('menu', { name: 'More' });
      await userEvent.click(elsewhere);
      await expect.poll(() => screen.queryByRole('menu')).toBeNull();
    }
    expect(selected).toHaveBeenCalledTimes(1);
  });

  test('what is switched on says so, and a hint for a key is no part of a name', async () => {
    render(<More />);
    await userEvent.click(button());
    expect(await screen.findByRole('menuitemcheckbox', { name: 'Like', checked: true })).toBeDefined();
    expect(screen.getByRole('menuitem', { name: 'Copy' }).getAttribute('aria-keyshortcuts')).toBe('C');
  });

  test('a scrolling box does not cut it off', async () => {
    render(
      <div style={{ overflow: 'auto', height: 40, width: 60, containerType: 'inline-size' }}>
        <More />
      </div>,
    );
    await userEvent.click(button());
    const items = await screen.findAllByRole('menuitem');
    for (const item of items) {
      await expect
        .poll(() => {
          const { left, top, width, height } = item.getBoundingClientRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return item.contains(there);
        })
        .toBe(true);
    }
  });
});

test('works in a dialog, and an item may open one that gives the focus back to the button', async () => {
  function Both() {
    const [isOpen, setOpen] = useState(true);
    const [isAsking, setAsking] = useState(false);
    return (
      <Dialog title="Outer" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Menu
          label="More"
          icon={<MoreIcon />}
          items={[{ id: 'ask', label: 'Ask', onSelect: () => setAsking(true) }]}
        />
        <Dialog title="Inner" isOpen={isAsking} onClose={() => setAsking(false)} />
      </Dialog>
    );
  }
  render(<Both />);
  await userEvent.click(button());
  await screen.findByRole('menuitem', { name: 'Ask' });
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('menu')).toBeNull();
  expect(screen.getByRole('dialog', { name: 'Outer' })).toBeDefined();

  await userEvent.click(button());
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ask' }));
  await screen.findByRole('dialog', { name: 'Inner' });
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog', { name: 'Inner' })).toBeNull();
  expect(screen.getByRole('dialog', { name: 'Outer' })).toBeDefined();
  expect(document.activeElement).toBe(button());
});
