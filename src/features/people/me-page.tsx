/** What is mine: what I asked and shared, my settings, my data. */
import { Link as FluentLink, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { partsOfMe } from '../../tab/pages.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Item } from '../../tab/parts/item.tsx';
import { Lines } from '../../tab/parts/lines.tsx';
import { Away, News } from '../../tab/parts/news.tsx';
import { type Queue, useQueue } from '../../tab/parts/queue.ts';
import { Split } from '../../tab/parts/split.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWhereabouts, type Whereabouts } from '../../tab/parts/whereabouts.ts';
import { type Drafts, keyOf, type OpenItem } from '../../tab/parts/work.ts';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { Settings } from './settings-form.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

export function MePage() {
  const words = useWords();
  const queue = useQueue('/api/me/items?limit=50');
  const where = useWhereabouts('/me');
  const [drafts] = useState<Drafts>(() => new Map());
  const { put } = queue;
  const onChanged = useCallback((item: OpenItem) => put(item), [put]);
  const { open } = where;
  return (
    <Frame title={words('page.me')} actions={<News queue={queue} />}>
      <Away queue={queue} />
      <Split
        list={<Own queue={queue} where={where} />}
        item={
          open && (
            <Item
              key={keyOf(open)}
              {...open}
              drafts={drafts}
              onNext={where.go}
              onChanged={onChanged}
              onClose={where.close}
            />
          )
        }
      />
      {!open && <Added />}
      {!open && <Settings />}
      {!open && <MyData />}
    </Frame>
  );
}

function Own({ queue, where: { open, hrefOf } }: { queue: Queue; where: Whereabouts }) {
  const words = useWords();
  const { lines, error } = queue;
  if (!lines) return error ? <Failed error={error} retry={queue.retry} /> : <Loading />;
  if (lines.length === 0) return <Empty title={words('me.noneTitle')} text={words('me.noneText')} />;
  return <Lines queue={queue} label={words('me.items')} openKey={open && keyOf(open)} hrefOf={hrefOf} />;
}

/** Nothing stands in its place while it loads: what is here already does not wait for it. */
function Added() {
  return partsOfMe.map((Part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
    <Part key={at} />
  ));
}

function MyData() {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words('me.dataTitle')}</h2>
      <Text>{words('me.dataText', { name: me.name })}</Text>
      <Link href="/about" asChild>
        <FluentLink>{words('me.dataLink')}</FluentLink>
      </Link>
    </section>
  );
}
