// Every component in every state: for the accessibility checks, and to look at.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { BbText } from '../../../src/text/BbText.tsx';
import { Avatar } from '../../../src/ui/Avatar/Avatar.tsx';
import { Button } from '../../../src/ui/Button/Button.tsx';
import { Checkbox } from '../../../src/ui/Checkbox/Checkbox.tsx';
import { ConfirmDialog } from '../../../src/ui/ConfirmDialog/ConfirmDialog.tsx';
import { Dialog } from '../../../src/ui/Dialog/Dialog.tsx';
import { EmptyState } from '../../../src/ui/EmptyState/EmptyState.tsx';
import * as icons from '../../../src/ui/Icon/icons.tsx';
import { IconButton } from '../../../src/ui/IconButton/IconButton.tsx';
import { Menu, type MenuItem } from '../../../src/ui/Menu/Menu.tsx';
import { Notice } from '../../../src/ui/Notice/Notice.tsx';
import { Progress } from '../../../src/ui/Progress/Progress.tsx';
import { Badge } from '../../../src/ui/Badge/Badge.tsx';
import { Separator } from '../../../src/ui/Separator/Separator.tsx';
import { SidePanel } from '../../../src/ui/SidePanel/SidePanel.tsx';
import { Skeleton } from '../../../src/ui/Skeleton/Skeleton.tsx';
import { Spinner } from '../../../src/ui/Spinner/Spinner.tsx';
import { StepList } from '../../../src/ui/StepList/StepList.tsx';
import { TextField } from '../../../src/ui/TextField/TextField.tsx';
import { VisuallyHidden } from '../../../src/ui/VisuallyHidden/VisuallyHidden.tsx';

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const;
const tones = ['info', 'warning', 'danger', 'success'] as const;
const states = ['waiting', 'running', 'done', 'warning', 'failed'] as const;
const message = `[b]Bold[/b], [color=#ffff00]yellow[/color], [url=https://a.b]a link[/url] and [user=5]Ann[/user]
>>quoted
[icode]inline[/icode] [send=/x]command[/send]
[code]let a = [b];[/code]`;

const nothing = () => {};
const things: MenuItem[] = [
  { id: 'reply', label: 'Reply', icon: <icons.ReplyIcon />, shortcut: 'R', onSelect: nothing },
  { id: 'like', label: 'Like', icon: <icons.HeartFilledIcon />, isPressed: true, onSelect: nothing },
  { id: 'plain', label: 'Without an icon, and with more words than fit in a line', onSelect: nothing },
  { id: 'delete', label: 'Delete', icon: <icons.TrashIcon />, tone: 'danger', onSelect: nothing },
];

/** The parts that lie over the page, one at a time. */
export const over = {
  dialog: (
    <Dialog title="Add a link" isOpen onClose={nothing} actions={<Button variant="primary">Add</Button>}>
      <TextField label="Address" value="https://a.b" onChange={nothing} />
      {Array.from({ length: 40 }, (_, line) => (
        <p key={line}>A dialog that is taller than the window scrolls inside.</p>
      ))}
    </Dialog>
  ),
  confirm: (
    <ConfirmDialog
      isOpen
      title="Delete this message?"
      confirmLabel="Delete"
      tone="danger"
      problem={<Notice tone="danger">The portal refused this</Notice>}
      onConfirm={nothing}
      onCancel={nothing}
    >
      It disappears for everyone in this chat.
    </ConfirmDialog>
  ),
  menu: <Menu label="More" icon={<icons.MoreIcon />} items={things} />,
};

export function Gallery() {
  return (
    <main style={{ display: 'grid', gap: 12, padding: 16, background: 'var(--surface)' }}>
      <h1>Gallery</h1>
      {(['normal', 'small'] as const).map((size) => (
        <div key={size} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size} icon={<icons.CheckIcon />}>
              {variant}
            </Button>
          ))}
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size} busy>
              {variant}
            </Button>
          ))}
          <Button size={size} disabled>
            disabled
          </Button>
        </div>
      ))}
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {Object.entries(icons).map(([name, Icon]) => (
          <Icon key={name} title={name} size={24} />
        ))}
      </div>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {(['normal', 'small'] as const).map((size) => (
          <div key={size} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
            <IconButton label="Bold" icon={<icons.BoldIcon />} shortcut="Ctrl+B" size={size} />
            <IconButton label="Search" icon={<icons.SearchIcon />} variant="secondary" size={size} />
            <IconButton label="Like" icon={<icons.HeartFilledIcon />} isPressed size={size} />
            <IconButton label="Send" icon={<icons.ReplyIcon />} busy size={size} />
            <IconButton label="Edit" icon={<icons.PencilIcon />} disabled size={size} />
            <Menu label="More" icon={<icons.MoreIcon />} items={things} size={size} />
          </div>
        ))}
      </div>
      <TextField label="Address" value="" placeholder="https://" onChange={nothing} />
      <TextField label="Find" isLabelHidden icon={<icons.SearchIcon />} value="header" onChange={nothing} />
      <TextField label="Wrong" value="nonsense" problem="This is no address" onChange={nothing} />
      <Progress label="Uploading" value={3} max={8} />
      <Progress label="Working" />
      <div style={{ height: 160, maxWidth: 300, border: '1px solid var(--line)' }}>
        <SidePanel
          name="Results"
          title="Results"
          count={2}
          actions={<Button size="small">Choose</Button>}
          onClose={nothing}
        >
          {Array.from({ length: 10 }, (_, line) => (
            <p key={line}>Brand guide agreed with the client, version 2.</p>
          ))}
        </SidePanel>
      </div>
      {tones.map((tone) => (
        <Notice key={tone} tone={tone} title={`A ${tone}`} actions={<Button size="small">Check now</Button>}>
          The portal did not answer. Looking in the chat whether it arrived…
        </Notice>
      ))}
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
        <Badge label="3 new messages" tone="accent">
          3
        </Badge>
        <Badge>12</Badge>
        <Spinner />
        <Avatar name="Marta Olsen" />
        <Avatar name="Елена Соколова" color="#1eb4aa" label="Елена Соколова" />
        <VisuallyHidden>for ears only</VisuallyHidden>
      </div>
      <div style={{ background: 'var(--page)', padding: 12, display: 'grid', gap: 12 }}>
        <Separator kind="day" label="Today" />
        <Separator kind="unread" label="New messages" />
        <BbText text={message} portalOrigin="https://a.b" language="en-GB" currentUserId={5} />
      </div>
      <Checkbox label="In the sidebar" description="Older task cards" checked onChange={() => {}} />
      <Checkbox label="Disabled" checked={false} disabled onChange={() => {}} />
      <StepList
        label="Steps"
        steps={states.map((state) => ({
          key: state,
          state,
          stateWords: state,
          title: 'Add “Chat Desk” to the card of a task',
          details: state === 'failed' ? 'The portal refused this' : undefined,
        }))}
      />
      <Skeleton width="60%" />
      <EmptyState icon={<icons.ChatIcon />} title="No messages yet" actions={<Button>Try again</Button>}>
        Write the first one. Everyone in this chat will see it.
      </EmptyState>
    </main>
  );
}
