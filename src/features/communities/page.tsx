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
import { Head } from './head.tsx';
import { NextHours } from './hours.tsx';
import { DecisionCards, FindCards, WinCards } from './lists.tsx';
import { NewCommunity } from './new-page.tsx';
import { SettingsButton, SettingsPanel } from './settings.tsx';
import { TakeOn } from './take-on.tsx';

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
});

const everyMs = 60_000;

export function CommunityPage() {
  const words = useWords();
  const where = useWhereabouts('/community');
  const [drafts] = useState<Drafts>(() => new Map());
  const [search] = useSearchParams();
  const { open } = where;
  const [newFor, takenOn] = [search.get('new'), search.get('takeOn')];
  if (newFor) return <NewCommunity departmentId={newFor} />;
  if (takenOn) return <TakeOn id={takenOn} />;
  if (!open) return <News where={where} />;
  return (
    <Frame key={keyOf(open)} title={words('page.community')}>
      <Item {...open} drafts={drafts} onNext={where.go} onChanged={() => undefined} onClose={where.close} />
    </Frame>
  );
}

/** Of one community, or of departments, as the page was set up. */
function queryOf(search: URLSearchParams): string {
  const name = ['community', 'departments'].find((each) => search.get(each));
  return name ? `?${new URLSearchParams({ [name]: search.get(name) ?? '' })}` : '';
}

function News({ where }: { where: Whereabouts }) {
  const words = useWords();
  const [search] = useSearchParams();
  const { data, error, mutate } = useData<CommunityView>(`/api/community${queryOf(search)}`, { everyMs });
  const community = data?.community;
  return (
    <Frame
      title={community?.name ?? words('page.community')}
      actions={community && <SettingsButton id={community.id} />}
    >
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Columns view={data} where={where} />}
    </Frame>
  );
}

function Columns({ view, where }: { view: CommunityView; where: Whereabouts }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <>
      <Head view={view} />
      {view.community && <SettingsPanel id={view.community.id} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          {view.wins.length > 0 && (
            <Part title={words('community.wins')}>
              <WinCards wins={view.wins} hrefOf={(id) => where.hrefOf({ kind: 'wins', id })} />
            </Part>
          )}
          <Part title={words('community.finds')}>
            <FindCards finds={view.discoveries} hrefOf={(id) => where.hrefOf({ kind: 'discoveries', id })} />
          </Part>
        </div>
        <div className={styles.column}>
          <Part title={words('community.shareTitle')}>
            <Text>{words('community.share')}</Text>
          </Part>
          <Part title={words('community.hours')}>
            <NextHours hours={view.hours} />
          </Part>
          <Part title={words('community.decisions')}>
            <DecisionCards decisions={view.decisions} />
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
