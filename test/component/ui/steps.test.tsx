// Checkbox and StepList: named, told in words, usable by keyboard.
import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Checkbox } from '../../../src/ui/Checkbox/Checkbox.tsx';
import { StepList, type ListedStep } from '../../../src/ui/StepList/StepList.tsx';

afterEach(cleanup);

describe('Checkbox', () => {
  function Choice() {
    const [checked, setChecked] = useState(false);
    return (
      <Checkbox label="In the sidebar" description="Older cards" checked={checked} onChange={setChecked} />
    );
  }

  test('is ticked by its label and by the space bar', async () => {
    render(<Choice />);
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'In the sidebar' });
    await userEvent.click(screen.getByText('In the sidebar'));
    expect(box.checked).toBe(true);
    box.focus();
    await userEvent.keyboard(' ');
    expect(box.checked).toBe(false);
  });

  test('its description belongs to it', () => {
    render(<Choice />);
    const box = screen.getByRole('checkbox');
    const description = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Older cards');
  });

  test('disabled: does nothing', async () => {
    const changed = vi.fn<(checked: boolean) => void>();
    render(<Checkbox label="No" checked disabled onChange={changed} />);
    screen.getByText('No').click();
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('StepList', () => {
  const step = (state: ListedStep['state'], details?: string): ListedStep => ({
    key: state,
    state,
    stateWords: `is ${state}`,
    title: `Step ${state}`,
    details,
  });

  test('every state is told in words, and by a sign where there is one', () => {
    const states = ['waiting', 'running', 'done', 'warning', 'failed'] as const;
    render(<StepList label="Steps" steps={states.map((state) => step(state))} />);
    expect(screen.getByRole('list', { name: 'Steps' }).getAttribute('aria-live')).toBe('polite');
    const items = screen.getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(
      states.map((state) => `Step ${state} is ${state}`),
    );
    expect(items.map((item) => item.querySelector('svg') !== null)).toEqual([false, true, true, true, true]);
  });

  test('a change is read out as a whole step, and the rest stays', () => {
    const { rerender } = render(<StepList label="Steps" steps={[{ ...step('waiting'), key: 'a' }]} />);
    const item = screen.getByRole('listitem');
    rerender(<StepList label="Steps" steps={[{ ...step('failed', 'because'), key: 'a' }]} />);
    expect(screen.getByRole('listitem')).toBe(item);
    expect(item.getAttribute('aria-atomic')).toBe('true');
    expect(item.textContent).toContain('because');
  });
});
