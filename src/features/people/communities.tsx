/** Who hosts which community; its own page changes it. */
import { Card, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: { gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecoration: 'none',
    ':hover': { textDecoration: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** What this page reads of `/api/communities`. */
interface Line {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'paused' | 'archived';
  readonly hosts: readonly string[];
}

export function CommunityHosts() {
  const words = useWords();
  const styles = useStyles();
  const { data } = useData<{ items: readonly Line[] }>('/api/communities?limit=100');
  if (!data || data.items.length === 0) return undefined;
  const names = new Intl.ListFormat(words.language);
  const state = { active: '', paused: words('people.paused'), archived: words('people.archived') };
  return (
    <section className={styles.part} aria-labelledby="communities-heading">
      <h2 id="communities-heading" className={styles.heading}>
        {words('people.communities')}
      </h2>
      <Text className={styles.quiet}>{words('people.communitiesAbout')}</Text>
      <ul className={styles.list}>
        {data.items.map((each) => (
          <li key={each.id}>
            <Card className={styles.card}>
              <Link href={`/community?community=${each.id}&settings=open`} className={styles.link}>
                {each.name}
              </Link>
              <Text size={200} className={styles.quiet}>
                {[
                  each.hosts.length > 0
                    ? words('people.hostsAre', { hosts: names.format(each.hosts) })
                    : words('people.noHost'),
                  state[each.state],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
