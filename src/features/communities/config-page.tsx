/** Sets up the page of a channel: for everybody, or for some departments. In Teams its own button saves. */
import { Checkbox, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { DepartmentList } from './contract.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '40rem', justifyItems: 'start' },
  group: { border: 0, margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
});

export function ConfigPage() {
  const words = useWords();
  const { data, error, mutate } = useData<DepartmentList>('/api/community/departments');
  return (
    <Frame title={words('page.config')}>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Choice departments={data.items} />}
    </Frame>
  );
}

/** Below `/tab`. */
const pathFor = (ids: readonly string[]): string =>
  ids.length === 0 ? '/community' : `/community?departments=${ids.join(',')}`;

function Choice({ departments }: { departments: DepartmentList['items'] }) {
  const styles = useStyles();
  const words = useWords();
  const { host } = useReader();
  const [isForAll, setForAll] = useState(true);
  const [ids, setIds] = useState<readonly string[]>([]);
  const isReady = isForAll || ids.length > 0;
  const path = pathFor(isForAll ? [] : ids);
  const name = words('community.tabName');
  useEffect(() => {
    const url = host.linkTo(path);
    host.config?.offer(
      isReady ? { entityId: 'community', contentUrl: url, websiteUrl: url, suggestedDisplayName: name } : undefined,
    );
  }, [host, isReady, name, path]);
  return (
    <div className={styles.form}>
      <Text>{words('community.configIntro')}</Text>
      <RadioGroup
        aria-label={words('community.configFor')}
        value={isForAll ? 'all' : 'some'}
        onChange={(_, { value }) => setForAll(value === 'all')}
      >
        <Radio value="all" label={words('community.configAll')} />
        <Radio value="some" label={words('community.configSome')} disabled={departments.length === 0} />
      </RadioGroup>
      {!isForAll && (
        <fieldset className={styles.group} aria-label={words('community.configSome')}>
          {departments.map(({ id, name: label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={ids.includes(id)}
              onChange={(_, { checked }) => setIds(checked ? [...ids, id] : ids.filter((each) => each !== id))}
            />
          ))}
        </fieldset>
      )}
      <Text className={styles.quiet}>{words('community.configNote')}</Text>
      <Text role="status">{words(isReady ? saveHint(host.config !== undefined) : 'community.configPick')}</Text>
      {isReady && !host.config && (
        <Link href={path} className={styles.link}>
          {words('community.configLook')}
        </Link>
      )}
    </div>
  );
}

const saveHint = (isInTeams: boolean): string => (isInTeams ? 'community.configSave' : 'community.configBrowser');
