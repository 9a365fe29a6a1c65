/** One `ATTACH` of a message: its blocks, one below the other, beside a bar in its colour. */
import { useTranslation } from '../../i18n/context.tsx';
import type { Attach, AttachBlock } from '../../portal/methods/attach.ts';
import { MessageText } from '../MessageText.tsx';
import type { Around } from '../around.ts';
import { FileChip } from '../FileChip.tsx';
import styles from './AttachView.module.css';
import { colored } from './blockColor.ts';
import { GridBlock } from './GridBlock.tsx';
import { ImagesBlock } from './ImagesBlock.tsx';
import { inOrder } from './inOrder.ts';
import { LinkBlock } from './LinkBlock.tsx';
import { UnknownBlock } from './UnknownBlock.tsx';
import { UserBlock } from './UserBlock.tsx';

export function AttachView({ attach, around }: { attach: Attach; around: Around }) {
  const { t } = useTranslation();
  const { description, blocks } = attach;
  return (
    <figure
      className={styles.attach}
      {...colored(attach.color)}
      aria-label={description || t('blocks.attachment')}
    >
      {description !== '' && (
        <figcaption className={styles.description} dir="auto">
          {description}
        </figcaption>
      )}
      {inOrder(blocks, (block) => (
        <Block block={block} around={around} />
      ))}
    </figure>
  );
}

function Block({ block, around }: { block: AttachBlock; around: Around }) {
  const { portalOrigin } = around;
  switch (block.type) {
    case 'message':
      return <MessageText text={block.text} around={around} />;
    case 'link':
      return <LinkBlock block={block} around={around} />;
    case 'images':
      return <ImagesBlock images={block.images} portalOrigin={portalOrigin} />;
    case 'files':
      return inOrder(block.files, ({ address, name, size }) => (
        <FileChip file={{ name, size, kind: 'file', url: address }} portalOrigin={portalOrigin} />
      ));
    case 'user':
      return <UserBlock block={block} portalOrigin={portalOrigin} />;
    case 'grid':
      return <GridBlock cells={block.cells} around={around} />;
    case 'delimiter':
      return <hr className={styles.delimiter} {...withWidth(block.width, colored(block.color))} />;
    case 'unknown':
      break;
  }
  return <UnknownBlock text={block.text} />;
}

function withWidth(width: number, { style, ...attributes }: ReturnType<typeof colored>) {
  return { ...attributes, style: { ...style, width: `${width}px` } };
}
