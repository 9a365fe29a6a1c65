/** Our icons, a component each, so that a page carries only those it shows. */
import { Icon, type IconProps } from './Icon.tsx';

export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const FileIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15" />
  </Icon>
);
export const FolderIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 5h5l1.5 2H17v8.5H3z" />
  </Icon>
);
export const ImageIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 4.5h14v11H3zM3 13l4-3.5 3 2.5 3-3 4 3.5" />
    <circle cx="7" cy="7.5" r="1" />
  </Icon>
);
export const PaperclipIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m15.5 9-6 6a3.5 3.5 0 0 1-5-5l6.5-6.5a2.4 2.4 0 0 1 3.4 3.4L8 13.3a1.2 1.2 0 0 1-1.7-1.7L12 6" />
  </Icon>
);
export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 6.5V10l2.5 1.5" />
  </Icon>
);
export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);
export const DeliveredIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="m6.8 10.2 2.2 2.2 4.2-4.8" />
  </Icon>
);
export const AlertIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 3.5 17.5 16h-15zM10 8.5v3.5M10 14v.1" />
  </Icon>
);
export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.5v4M10 6.5v.1" />
  </Icon>
);
export const ChevronDownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m5 7.5 5 5 5-5" />
  </Icon>
);
export const ChatIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 4.5h13v9H9L5.5 16.5v-3h-2z" />
  </Icon>
);
export const LockIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />
  </Icon>
);
export const OfflineIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 3l14 14M2.5 8.2A11 11 0 0 1 6 6M9.5 5a11 11 0 0 1 8 3.2M5.2 11a7.5 7.5 0 0 1 3-1.8M12.5 9.5a7.5 7.5 0 0 1 2.3 1.5M8 13.7a3.5 3.5 0 0 1 4 0M10 16.5v.1" />
  </Icon>
);
export const ReplyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 4.5 3.5 9 8 13.5M3.5 9H12a4.5 4.5 0 0 1 4.5 4.5v2" />
  </Icon>
);
export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <g fill="currentColor" stroke="none">
      <circle cx="4.5" cy="10" r="1.4" />
      <circle cx="10" cy="10" r="1.4" />
      <circle cx="15.5" cy="10" r="1.4" />
    </g>
  </Icon>
);
const heart = 'M10 16.5S3 12.6 3 7.9A3.7 3.7 0 0 1 10 6.2a3.7 3.7 0 0 1 7 1.7c0 4.7-7 8.6-7 8.6z';
export const HeartIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d={heart} />
  </Icon>
);
export const HeartFilledIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d={heart} fill="currentColor" />
  </Icon>
);
export const PencilIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 13 9-9 3 3-9 9H4zM11 6l3 3" />
  </Icon>
);
export const TrashIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11h8.4l.8-11M8.3 8.5v5M11.7 8.5v5" />
  </Icon>
);
export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1" />
  </Icon>
);
export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8.5" cy="8.5" r="5" />
    <path d="m12.2 12.2 4.3 4.3" />
  </Icon>
);
export const AtIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="3" />
    <path d="M13 7v4.2a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6" />
  </Icon>
);
export const BoldIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z" strokeWidth="2" />
  </Icon>
);
export const ItalicIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8.5 4h5M6.5 16h5M11 4 9 16" />
  </Icon>
);
export const UnderlineIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 3.5v5.5a4 4 0 0 0 8 0V3.5M5 17h10" />
  </Icon>
);
export const StrikeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M14 6.5A3.3 3.3 0 0 0 10.8 4H9.5a3 3 0 0 0-2.3 5M6 13.5A3.3 3.3 0 0 0 9.2 16h1.5a3 3 0 0 0 2.6-4.5M3.5 10h13" />
  </Icon>
);
export const LinkChainIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m8.5 6 2-2a3.89 3.89 0 0 1 5.5 5.5l-2 2M11.5 14l-2 2A3.89 3.89 0 0 1 4 10.5l2-2M7.8 12.2l4.4-4.4" />
  </Icon>
);
export const QuoteIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 4.5v11M8 6h8M8 10h8M8 14h5" />
  </Icon>
);
export const CodeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6.5 6 2.5 10l4 4M13.5 6l4 4-4 4M11.2 4.5l-2.4 11" />
  </Icon>
);
export const SmileIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M6.8 11.5a3.5 3.5 0 0 0 6.4 0M7.5 7.5v.6M12.5 7.5v.6" />
  </Icon>
);
export const EyeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 10s2.8-5 8-5 8 5 8 5-2.8 5-8 5-8-5-8-5z" />
    <circle cx="10" cy="10" r="2.3" />
  </Icon>
);
export const KeyboardIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 5h15v10h-15zM5.5 8v.1M8.5 8v.1M11.5 8v.1M14.5 8v.1M5.5 12v.1M14.5 12v.1M8 12h4" />
  </Icon>
);
export const ArrowDownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 4v12M5 11l5 5 5-5" />
  </Icon>
);
export const ArrowUpIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 16V4M5 9l5-5 5 5" />
  </Icon>
);
export const SelectIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3 5.5 1.5 1.5L7 4.3M3 13.5l1.5 1.5L7 12.3M10 6h7M10 14h7" />
  </Icon>
);
export const ResultIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="m6.8 10.2 2.2 2.2 4.2-4.6" />
  </Icon>
);
export const LightningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M11.5 2.5 4.5 11.5h4.5l-.5 6 7-9.5h-4.5z" />
  </Icon>
);
export const ForwardIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m11.5 4.5 5.5 5.2-5.5 5.2v-3c-4 0-6.7 1.2-8.5 3.9.4-4.3 3.3-7.8 8.5-8.1z" />
  </Icon>
);
export const BellIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1 1.5h-11zM8.5 17h3" />
  </Icon>
);
export const BellOffIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1 1.5h-11zM8.5 17h3M3.5 3.5l13 13" />
  </Icon>
);
