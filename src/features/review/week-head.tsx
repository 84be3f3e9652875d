/** Above the list of whoever leads: the one thing that matters, how the pilot stands, and how much waits. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useData } from '../../tab/api.ts';
import type { WeekHead as Head } from './contract.ts';

export const weekPath = '/api/review/week';

const useStyles = makeStyles({
  head: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
    background: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
});

/** Nothing while it is loading or for anybody else: the list below is what counts. */
export function WeekHead() {
  const styles = useStyles();
  const { data } = useData<Head>(weekPath, { everyMs: 60_000 });
  if (!data?.isLead) return undefined;
  return (
    <div className={styles.head}>
      <Text weight="semibold">{data.first}</Text>
      {data.lines.map((line) => (
        <Text key={line} size={200}>
          {line}
        </Text>
      ))}
    </div>
  );
}
