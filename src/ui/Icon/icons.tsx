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
