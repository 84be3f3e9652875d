/** The versions of a scenario, and two of them side by side. */
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { BackToScenario } from './back.tsx';
import { Difference } from './difference.tsx';
import type { VersionDetail, VersionLine } from './edit-contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  picks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '40rem',
  },
});

export function VersionsPage({ id }: { id: string }) {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<{ title: string; items: VersionLine[] }>(`/api/scenarios/${id}/versions`);
  return (
    <Frame title={data ? words('draft.versionsOf', { title: data.title }) : words('playbook.versions')}>
      <BackToScenario id={id} />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && (
        <ul className={styles.list}>
          {data.items.map((line) => (
            <li key={line.version} className={styles.line}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {data && data.items.length > 1 && <Compare id={id} items={data.items} />}
    </Frame>
  );
}

function Line({ line: { version, state, at, writtenBy, publishedBy, changeNote } }: { line: VersionLine }) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  return (
    <>
      <Text weight="semibold">
        {words('playbook.version', { number: version })} · {state.word}
      </Text>
      {changeNote !== '' && <Text>{changeNote}</Text>}
      <Text size={200} className={styles.quiet}>
        {dates.day(at)} · {words('draft.writtenBy', { name: writtenBy })}
        {publishedBy !== '' && ` · ${words('draft.publishedBy', { name: publishedBy })}`}
      </Text>
    </>
  );
}

function Compare({ id, items }: { id: string; items: readonly VersionLine[] }) {
  const words = useWords();
  const styles = useStyles();
  const [newer, setNewer] = useState(items[0]?.version ?? 1);
  const [older, setOlder] = useState(items[1]?.version ?? 1);
  const path = newer === older ? undefined : `/api/scenarios/${id}/versions/${newer}?against=${older}`;
  const { data, error, mutate } = useData<VersionDetail>(path, { keepPreviousData: true });
  const pick = (label: string, value: number, set: (version: number) => void) => (
    <Field label={label}>
      <Select value={String(value)} onChange={(_, next) => set(Number(next.value))}>
        {items.map(({ version }) => (
          <option key={version} value={String(version)}>
            {words('playbook.version', { number: version })}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <>
      <h2 className={styles.heading}>{words('draft.compare')}</h2>
      <div className={styles.picks}>
        {pick(words('draft.from'), older, setOlder)}
        {pick(words('draft.to'), newer, setNewer)}
      </div>
      {error && <Failed error={error} retry={() => mutate()} />}
      {path === undefined && <Text>{words('draft.noDifference')}</Text>}
      {path !== undefined && data && <Difference lines={data.difference} />}
    </>
  );
}
