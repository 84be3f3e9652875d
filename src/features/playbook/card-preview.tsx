/** The scenario's card as chats will show it, drawn anew after each save; the renderer loads when it is first needed. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useData } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    background: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    maxHeight: '70vh',
    overflowY: 'auto',
    '& .ac-pushButton': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      background: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
    '& .ac-pushButton.style-positive': {
      background: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '& .ac-pushButton:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Drawn {
  readonly card: Record<string, unknown>;
}

export function CardPreview({ id, version }: { id: string; version: string }) {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<Drawn>(`/api/scenarios/${id}/card`, { keepPreviousData: true });
  const seen = useRef(version);
  const [isBroken, setBroken] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void mutate();
  }, [version, mutate]);
  useEffect(() => {
    if (!data) return;
    let isOver = false;
    import('./card-renderer.tsx').then(
      ({ drawn }) => {
        if (!isOver) place.current?.replaceChildren(drawn(data.card) ?? '');
      },
      () => isOver || setBroken(true),
    );
    return () => {
      isOver = true;
    };
  }, [data]);
  return (
    <section className={styles.box} aria-labelledby="card-heading">
      <h2 id="card-heading" className={styles.heading}>
        {words('draft.card')}
      </h2>
      <Text size={200} className={styles.quiet}>
        {words('draft.cardAbout')}
      </Text>
      {error?.code === 'not_found' && <Text>{words('draft.noCard')}</Text>}
      {error && error.code !== 'not_found' && <Failed error={error} retry={() => mutate()} />}
      {isBroken && <Text>{words('error.offline')}</Text>}
      {!error && <section ref={place} className={styles.card} aria-label={words('draft.card')} />}
    </section>
  );
}
