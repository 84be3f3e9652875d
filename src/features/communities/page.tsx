/** A channel's page: the same for everybody in it. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Item } from '../../tab/parts/item.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWhereabouts, type Whereabouts } from '../../tab/parts/whereabouts.ts';
import { type Drafts, keyOf } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import type { CommunityView } from './contract.ts';
import { DecisionCards, FindCards } from './lists.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalXL, alignContent: 'start' },
  part: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '44rem' },
});

const everyMs = 60_000;

export function CommunityPage() {
  const words = useWords();
  const where = useWhereabouts('/community');
  const [drafts] = useState<Drafts>(() => new Map());
  const { open } = where;
  return (
    <Frame key={open && keyOf(open)} title={words('page.community')}>
      {open ? (
        <Item {...open} drafts={drafts} onNext={where.go} onChanged={() => undefined} onClose={where.close} />
      ) : (
        <News where={where} />
      )}
    </Frame>
  );
}

function News({ where }: { where: Whereabouts }) {
  const words = useWords();
  const styles = useStyles();
  const [search] = useSearchParams();
  const departments = search.get('departments') ?? '';
  const query = departments === '' ? '' : `?departments=${encodeURIComponent(departments)}`;
  const { data, error, mutate } = useData<CommunityView>(`/api/community${query}`, { everyMs });
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  return (
    <>
      <Text className={styles.lead}>{aboutLine(data, words)}</Text>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Part title={words('community.finds')}>
            <FindCards finds={data.discoveries} hrefOf={(id) => where.hrefOf({ kind: 'discoveries', id })} />
          </Part>
        </div>
        <div className={styles.column}>
          <Part title={words('community.shareTitle')}>
            <Text>{words('community.share')}</Text>
          </Part>
          <Part title={words('community.hours')}>
            <Text>{words('community.noHours')}</Text>
          </Part>
          <Part title={words('community.decisions')}>
            <DecisionCards decisions={data.decisions} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

function aboutLine({ departments }: CommunityView, words: ReturnType<typeof useWords>): string {
  if (departments.length === 0) return words('community.forAll');
  const names = new Intl.ListFormat(words.language).format(departments.map(({ name }) => name));
  return words('community.forThese', { departments: names });
}
