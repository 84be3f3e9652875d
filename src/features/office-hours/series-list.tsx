/** The series that a reader sees: how each comes back, and when it is next. */
import { Link as Looks, Text } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import { useTimes } from './hours-when.tsx';
import { Plan } from './plan-button.tsx';
import type { SeriesList as Reply, SeriesLine } from './series-contract.ts';

export function SeriesList() {
  const words = useWords();
  const styles = useListStyles();
  const { data, error, mutate } = useAll<Reply>('/api/series');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0)
    return (
      <Empty title={words('hours.noSeries')} text={words(data.mayPlan ? 'hours.nonePlan' : 'hours.noneWait')}>
        {data.mayPlan ? <Plan /> : data.whoCan !== '' && <Text align="center">{data.whoCan}</Text>}
      </Empty>
    );
  return (
    <ul className={styles.list}>
      {data.items.map((line) => (
        <li key={line.id}>
          <Card line={line} />
        </li>
      ))}
    </ul>
  );
}

function Card({ line: { id, title, community, rule, status, nextAt } }: { line: SeriesLine }) {
  const words = useWords();
  const styles = useListStyles();
  const times = useTimes();
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link href={`/hours/series/${id}`} asChild>
            <Looks appearance="subtle" className={styles.name}>
              {title}
            </Looks>
          </Link>
        </h2>
        {status && <Status status={status} />}
      </div>
      <Text>{rule}</Text>
      <Text size={200} className={styles.quiet}>
        {[community.name, nextAt ? words('hours.next', { when: times.at(nextAt) }) : ''].filter(Boolean).join(' · ')}
      </Text>
    </article>
  );
}
