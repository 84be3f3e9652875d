/** What a press will change and who will be told, before it is pressed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Preview } from '../../core/work-item.ts';
import { useApi } from '../api.ts';
import { useWords } from '../words.ts';
import type { Body } from './open-item.ts';
import { type OpenItem, pathOf } from './work.ts';

const pauseMs = 500;

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    minHeight: '3.5rem',
    alignContent: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  wait: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly item: OpenItem;
  readonly event: string;
  /** Undefined while something is missing. */
  readonly body: Body | undefined;
}

export function Foreseen({ item, event, body }: Props) {
  const words = useWords();
  const styles = useStyles();
  const foreseen = usePreview({ item, event, body });
  if (!foreseen || !body)
    return <div className={styles.box}>{<span className={styles.wait}>{words('work.previewLater')}</span>}</div>;
  return (
    <section className={styles.box} aria-label={words('work.preview')}>
      <Part name={words('work.changes')} lines={foreseen.changes} />
      <Part name={words('work.told')} lines={foreseen.told.length > 0 ? foreseen.told : [words('work.toldNobody')]} />
    </section>
  );
}

function Part({ name, lines }: { name: string; lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return undefined;
  return (
    <div>
      <div className={styles.name}>{name}</div>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Asked when typing rests; what was foreseen last stays until then. */
function usePreview({ item, event, body }: Props): Preview | undefined {
  const api = useApi();
  const [foreseen, setForeseen] = useState<Preview>();
  const path = `${pathOf(item)}/${event}/preview`;
  const asked = body && JSON.stringify(body);
  const { version } = item;
  useEffect(() => {
    if (asked === undefined) return;
    let isOver = false;
    const timer = setTimeout(() => {
      const sent = { body: JSON.parse(asked) as Body, version };
      api.send<Preview>(path, sent).then(
        (answer) => isOver || setForeseen(answer),
        // The press itself will say what is wrong.
        () => isOver || setForeseen(undefined),
      );
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, path, asked, version]);
  return foreseen;
}
