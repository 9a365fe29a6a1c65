// Dialog, ConfirmDialog and SidePanel: names, focus, and every way out.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, useRef, useState, type ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/ui/Button/Button.tsx';
import { ConfirmDialog } from '../../../src/ui/ConfirmDialog/ConfirmDialog.tsx';
import { Dialog } from '../../../src/ui/Dialog/Dialog.tsx';
import { SidePanel } from '../../../src/ui/SidePanel/SidePanel.tsx';
import { TextField } from '../../../src/ui/TextField/TextField.tsx';

afterEach(cleanup);

const dialog = () => screen.queryByRole('dialog', { name: 'Add a link' });

function Opener({ children }: { children?: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog title="Add a link" isOpen={isOpen} onClose={() => setOpen(false)}>
        {children}
      </Dialog>
    </>
  );
}

describe('Dialog', () => {
  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
    [
      'a press beside it',
      () => page.elementLocator(dialog() ?? document.body).click({ position: { x: 1, y: -20 }, force: true }),
    ],
  ])('is closed by %s, and the focus goes back', async (_way, close) => {
    render(
      <StrictMode>
        <Opener />
      </StrictMode>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    await close();
    await expect.poll(dialog).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });

  test('what gets the focus back hears of it', async () => {
    const heard: string[] = [];
    function Behind() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <input
            aria-label="behind"
            onFocus={() => heard.push('in')}
            onBlur={() => heard.push('out')}
            onKeyDown={({ key }) => setOpen(key === 'F2')}
          />
          <Dialog title="Add a link" isOpen={isOpen} onClose={() => setOpen(false)} />
        </>
      );
    }
    render(<Behind />);
    await userEvent.click(screen.getByLabelText('behind'));
    await userEvent.keyboard('{F2}');
    expect(heard).toEqual(['in', 'out']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('behind'));
    expect(heard).toEqual(['in', 'out', 'in']);
  });

  test('one takes the place of another: the focus goes back to where it was before the first', async () => {
    function Steps() {
      const [step, setStep] = useState(0);
      const next = <Button onClick={() => setStep((step + 1) % 3)}>Next</Button>;
      return (
        <>
          {next}
          {step > 0 && (
            <Dialog key={step} title="Add a link" isOpen onClose={() => setStep(0)} actions={next} />
          )}
        </>
      );
    }
    render(<Steps />);
    const outside = screen.getByRole('button', { name: 'Next' });
    await userEvent.click(outside);
    for (const _step of [1, 2]) {
      expect(dialog()?.contains(document.activeElement)).toBe(true);
      const inside = [...(dialog()?.querySelectorAll('button') ?? [])].at(-1);
      await userEvent.click(inside ?? document.body);
    }
    await expect.poll(dialog).toBeNull();
    expect(document.activeElement).toBe(outside);
  });

  test('a text selected to beyond its edge does not close it', async () => {
    const closed = vi.fn<() => void>();
    render(
      <Dialog title="Add a link" isOpen onClose={closed}>
        words
      </Dialog>,
    );
    const element = screen.getByRole('dialog');
    fireEvent.pointerDown(screen.getByText('words'));
    fireEvent.click(element);
    expect(closed).not.toHaveBeenCalled();
    fireEvent.pointerDown(element);
    fireEvent.click(element);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('the first field has the focus, else what is marked', async () => {
    const field = <TextField label="Address" value="" onChange={() => {}} />;
    const { unmount } = render(<Opener>{field}</Opener>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Address' }));
    unmount();
    render(
      <Opener>
        {field}
        <Button data-first-focus>Marked</Button>
      </Opener>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Marked' }));
  });

  test('what an input method or something further in does with Escape is not for it', async () => {
    const closed = vi.fn<() => void>();
    render(
      <Dialog title="Add a link" isOpen onClose={closed}>
        <input aria-label="in" onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()} />
        <input aria-label="plain" />
      </Dialog>,
    );
    fireEvent.keyDown(screen.getByLabelText('plain'), { key: 'Escape', isComposing: true });
    fireEvent.keyDown(screen.getByLabelText('plain'), { key: 'Escape', keyCode: 229 });
    screen.getByLabelText('in').focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).not.toHaveBeenCalled();
    screen.getByLabelText('plain').focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('an owner who does not close keeps it open, however often Escape is pressed', async () => {
    const closed = vi.fn<() => void>();
    render(<Dialog title="Add a link" isOpen onClose={closed} />);
    for (const times of [1, 2, 3]) {
      await userEvent.keyboard('{Escape}');
      expect(closed).toHaveBeenCalledTimes(times);
    }
    expect(dialog()).not.toBeNull();
  });

  test('the one who opened it is gone: the focus goes where the caller says', async () => {
    function Row() {
      const [step, setStep] = useState<'row' | 'asking' | 'gone'>('row');
      const list = useRef<HTMLDivElement>(null);
      return (
        <div ref={list} tabIndex={-1} role="log" aria-label="Messages">
          {step !== 'gone' && <Button onClick={() => setStep('asking')}>Delete…</Button>}
          <ConfirmDialog
            isOpen={step === 'asking'}
            title="Delete it?"
            confirmLabel="Delete"
            onConfirm={() => setStep('gone')}
            onCancel={() => setStep('row')}
            returnFocus={() => list.current?.focus()}
          >
            It disappears.
          </ConfirmDialog>
        </div>
      );
    }
    render(<Row />);
    await userEvent.click(screen.getByRole('button', { name: 'Delete…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('log'));
  });

  test('keys pressed in it are not for what it is written in', async () => {
    const own = vi.fn<() => void>();
    render(
      <SidePanel name="Results" title="Results" onClose={own}>
        <Opener />
      </SidePanel>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    expect(own).not.toHaveBeenCalled();
  });
});

describe('ConfirmDialog', () => {
  const confirmed = vi.fn<() => void>();
  const cancelled = vi.fn<() => void>();
  afterEach(() => vi.clearAllMocks());
  const asking = (isBusy: boolean) => (
    <ConfirmDialog
      isOpen
      title="Delete it?"
      confirmLabel="Delete"
      tone="danger"
      isBusy={isBusy}
      onConfirm={confirmed}
      onCancel={cancelled}
    >
      It disappears for everyone.
    </ConfirmDialog>
  );

  test('says what happens, and Enter by habit does no harm', async () => {
    render(asking(false));
    const words = screen.getByRole('dialog', { name: 'Delete it?' }).getAttribute('aria-describedby');
    expect(document.getElementById(words ?? '')?.textContent).toBe('It disappears for everyone.');
    await userEvent.keyboard('{Enter}');
    expect([confirmed.mock.calls.length, cancelled.mock.calls.length]).toEqual([0, 1]);
    await userEvent.keyboard('{Tab}{Enter}');
    expect(confirmed).toHaveBeenCalledTimes(1);
  });

  test('at work it is neither confirmed again nor left', async () => {
    render(asking(true));
    await userEvent.keyboard('{Escape}{Enter}{Tab}{Enter}');
    expect([confirmed.mock.calls.length, cancelled.mock.calls.length]).toEqual([0, 0]);
  });
});

describe('SidePanel', () => {
  test('a region with a heading, closed by its button or by Escape inside', async () => {
    const closed = vi.fn<() => void>();
    render(
      <>
        <SidePanel name="Results" title="Results" count={1200} onClose={closed}>
          <button type="button">Show in chat</button>
        </SidePanel>
        <input aria-label="outside" />
      </>,
    );
    expect(screen.getByRole('region', { name: 'Results' })).toBeDefined();
    expect(screen.getByRole('heading', { level: 2, name: 'Results 1,200' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed).toHaveBeenCalledTimes(1);
    screen.getByLabelText('outside').focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledTimes(1);
    screen.getByRole('button', { name: 'Show in chat' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledTimes(2);
  });
});
