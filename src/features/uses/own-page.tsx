/** One's own runs on the page Me: in numbers, and one by one to be corrected or deleted. */
import { Button, Link as FluentLink, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { OwnFigures, RunLine, RunList } from './contract.ts';
import { RateForm } from './rate-form.tsx';
import { RunForm } from './run-form.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

const path = '/api/me/uses';
const atFirst = 10;

export function OwnRunsPage() {
  const words = useWords();
  const styles = useStyles();
  const [limit, setLimit] = useState(atFirst);
  const [gone, setGone] = useState<RunLine>();
  const { data, error, mutate } = useData<RunList & { next?: string }>(`${path}?limit=${limit}`);
  if (data?.items.length === 0 && !gone) return undefined;
  return (
    <section className={styles.part} aria-labelledby="own-runs">
      <h2 id="own-runs" className={styles.heading}>
        {words('uses.title')}
      </h2>
      <Text className={styles.quiet}>{words('uses.onlyYou')}</Text>
      {error && <Failed error={error} retry={() => mutate()} />}
      <Figures />
      {gone && <Gone run={gone} onBack={() => setGone(undefined)} />}
      <ul className={styles.list} aria-label={words('uses.list')}>
        {data?.items.map((run) => (
          <Run key={run.id} run={run} onGone={() => setGone(run)} />
        ))}
      </ul>
      {data?.next && (
        <div>
          <Button onClick={() => setLimit(100)} disabled={limit === 100}>
            {words('uses.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Figures() {
  const words = useWords();
  const styles = useStyles();
  const { data } = useData<OwnFigures>('/api/me/figures');
  if (!data || data.items.length === 0) return undefined;
  return (
    <ul className={styles.list} aria-label={words('uses.figures')}>
      {data.items.map(({ workflow, withAi, without, runs: count, ...counts }) => (
        <li key={workflow} className={styles.card}>
          <Text weight="semibold">{workflow}</Text>
          <Text>{`${words('uses.runs', { count })}: ${words('uses.results', counts)}`}</Text>
          <Text className={styles.quiet}>
            {withAi && words('uses.withAi', withAi)} {without && words('uses.without', without)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Run({ run, onGone }: { run: RunLine; onGone: () => void }) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  const api = useApi();
  const refresh = useRefresh();
  const [open, setOpen] = useState<'tell' | 'rate'>();
  const [problem, setProblem] = useState<unknown>();
  const remove = async () => {
    try {
      await api.send(`${path}/${run.id}`, { method: 'DELETE', version: run.version });
      onGone();
    } catch (failed) {
      setProblem(failed);
    }
    await refresh(path, '/api/me/figures');
  };
  return (
    <li className={styles.card}>
      <Text weight="semibold">{run.title}</Text>
      <Text>{[run.result.word, run.timeLine].filter(Boolean).join(' · ')}</Text>
      <Text size={200} className={styles.quiet}>
        {dates.time(run.startedAt)}
      </Text>
      {problem !== undefined && <Failed error={problem} />}
      {run.ratedLine && <Text>{run.ratedLine}</Text>}
      {open === 'tell' && <RunForm run={run} onDone={() => setOpen(undefined)} />}
      {open === 'rate' && <RateForm run={run} onDone={() => setOpen(undefined)} />}
      <div className={styles.buttons}>
        {run.mayRate && !open && (
          <Button size="small" onClick={() => setOpen('rate')} aria-label={`${words('uses.rate')}: ${run.title}`}>
            {words('uses.rate')}
          </Button>
        )}
        {run.mayTell && !open && (
          <Button size="small" onClick={() => setOpen('tell')} aria-label={`${words('uses.correct')}: ${run.title}`}>
            {words('uses.correct')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={remove} aria-label={`${words('uses.delete')}: ${run.title}`}>
          {words('uses.delete')}
        </Button>
      </div>
    </li>
  );
}

/** For ten minutes the server brings it back. */
function Gone({ run, onBack }: { run: RunLine; onBack: () => void }) {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [problem, setProblem] = useState<unknown>();
  const back = async () => {
    try {
      await api.send(`${path}/${run.id}/undo`, {});
      onBack();
      await refresh(path, '/api/me/figures');
    } catch (failed) {
      setProblem(failed);
    }
  };
  return (
    <div role="status">
      <Text>{words('uses.gone', { title: run.title })}</Text>{' '}
      <FluentLink as="button" inline onClick={back}>
        {words('uses.bringBack')}
      </FluentLink>
      {problem !== undefined && <Failed error={problem} />}
    </div>
  );
}
