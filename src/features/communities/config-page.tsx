/** Sets up the page of a channel: of a community, for everybody, or for some departments. In Teams its own button saves. */
import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useAll, useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { CommunityChoice } from './config-community.tsx';
import type { CommunityList, DepartmentList } from './contract.ts';
import { Departments } from './departments.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: '40rem',
    justifyItems: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
});

export function ConfigPage() {
  const words = useWords();
  const departments = useData<DepartmentList>('/api/community/departments');
  const communities = useAll<CommunityList>('/api/communities');
  const error = departments.error ?? communities.error;
  return (
    <Frame title={words('page.config')}>
      {error && <Failed error={error} retry={() => Promise.all([departments.mutate(), communities.mutate()])} />}
      {(!departments.data || !communities.data) && !error && <Loading />}
      {departments.data && communities.data && (
        <Choice
          hasDepartments={departments.data.items.length > 0}
          communities={communities.data}
          onMade={() => communities.mutate()}
        />
      )}
    </Frame>
  );
}

type What = 'community' | 'all' | 'some';

/** What is to be done before Teams keeps the page: the channel joins, where that was chosen. */
export type BeforeSave = () => Promise<unknown>;

interface Props {
  readonly hasDepartments: boolean;
  readonly communities: CommunityList;
  onMade(): Promise<unknown>;
}

function Choice({ hasDepartments, communities, onMade }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { host } = useReader();
  const [what, setWhat] = useState<What>('all');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [communityId, setCommunityId] = useState('');
  const [before, setBefore] = useState<BeforeSave>();
  const path = pathFor(what, ids, communityId);
  const chosen = communities.items.find(({ id }) => id === communityId);
  const name = (what === 'community' && chosen?.name) || words('community.tabName');
  useEffect(() => {
    const url = path && host.linkTo(path);
    const page = url
      ? { entityId: 'community', contentUrl: url, websiteUrl: url, suggestedDisplayName: name }
      : undefined;
    host.config?.offer(page, what === 'community' ? before : undefined);
  }, [host, name, path, what, before]);
  return (
    <div className={styles.form}>
      <Text>{words('community.configIntro')}</Text>
      <RadioGroup
        aria-label={words('community.configFor')}
        value={what}
        onChange={(_, { value }) => setWhat(value === 'community' || value === 'some' ? value : 'all')}
      >
        <Radio value="community" label={words('community.configCommunity')} />
        <Radio value="all" label={words('community.configAll')} />
        <Radio value="some" label={words('community.configSome')} disabled={!hasDepartments} />
      </RadioGroup>
      {what === 'community' && (
        <CommunityChoice
          {...{ communities, communityId, onMade }}
          onPick={setCommunityId}
          onBefore={(work) => setBefore(() => work)}
        />
      )}
      {what === 'some' && <Departments legend={words('community.configSome')} ids={ids} onChange={setIds} />}
      <Text className={styles.quiet}>{words('community.configNote')}</Text>
      <Text role="status">{words(path ? saveHint(host.config !== undefined) : pickHint(what))}</Text>
      {path && !host.config && (
        <Link href={path} className={styles.link}>
          {words('community.configLook')}
        </Link>
      )}
    </div>
  );
}

/** Below `/tab`; undefined while the choice is not complete. */
function pathFor(what: What, ids: readonly string[], communityId: string): string | undefined {
  switch (what) {
    case 'all':
      return '/community';
    case 'some':
      return ids.length > 0 ? `/community?departments=${ids.join(',')}` : undefined;
    case 'community':
      return communityId === '' ? undefined : `/community?community=${communityId}`;
  }
}

const saveHint = (isInTeams: boolean): string => (isInTeams ? 'community.configSave' : 'community.configBrowser');
const pickHint = (what: What): string => (what === 'some' ? 'community.configPick' : 'community.configPickOne');
