/** What a community is for, who hosts it, and when its channels hear of it. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail, CommunityView } from './contract.ts';
import { weekdayName } from './fields.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalXS, maxWidth: '44rem' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Head({ view: { community, departments } }: { view: CommunityView }) {
  const words = useWords();
  const styles = useStyles();
  const listed = (names: readonly string[]) => new Intl.ListFormat(words.language).format(names);
  const places = listed(departments.map(({ name }) => name));
  const about =
    departments.length === 0 ? words('community.forAll') : words('community.forThese', { departments: places });
  if (!community) return <Text className={styles.quiet}>{about}</Text>;
  const { purpose, hosts, isPaused } = community;
  return (
    <div className={styles.head}>
      <Text>{purpose}</Text>
      {isPaused && <Text weight="semibold">{words('community.paused')}</Text>}
      <Text className={styles.quiet}>
        {hosts.length === 0 ? words('community.noHost') : words('community.hostsAre', { hosts: listed(hosts) })}
      </Text>
      <Text className={styles.quiet}>{about}</Text>
      {community.digest && <DigestLine digest={community.digest} />}
    </div>
  );
}

function DigestLine({ digest: { cadence, weekday, at, zone } }: { digest: CommunityDetail['digest'] }) {
  const words = useWords();
  const styles = useStyles();
  if (cadence === 'off') return undefined;
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const values = { weekday: weekdayName(weekday, words.language), time: at, place };
  return <Text className={styles.quiet}>{words(`community.digestLine.${cadence}`, values)}</Text>;
}
