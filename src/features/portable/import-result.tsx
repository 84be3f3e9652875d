/** What a file does or did: in numbers, and scenario by scenario with what is still to be written. */
import { Link as Looks, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';
import type { ImportReply } from './contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none', minWidth: 0 },
  line: { overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
});

export function ImportResult({ reply }: { reply: ImportReply }) {
  const words = useWords();
  const styles = useStyles();
  const { counts, items, more, leftOut, ruled } = reply;
  return (
    <>
      <Text role="status">
        {words('portable.counts', { fresh: counts.new, changed: counts.changed, stays: counts.same + counts.busy })}
        {counts.library > 0 && ` ${words('portable.library', { count: counts.library })}`}
        {counts.proposed > 0 && ` ${words('portable.proposed', { count: counts.proposed })}`}
      </Text>
      {leftOut > 0 && (
        <Text size={200} className={styles.small}>
          {words('portable.leftOut', { count: leftOut })}
        </Text>
      )}
      <ul className={styles.list}>
        {items
          .filter(({ outcome }) => outcome !== 'same')
          .map((item) => (
            <Line key={item.slug} item={item} isStored={reply.state === 'done'} />
          ))}
        {ruled.map(({ title, outcome, why }) => (
          <li key={`${title} ${outcome}`} className={styles.line}>
            <Text>{title}</Text>{' '}
            <Text size={200} className={styles.small}>
              {outcome === 'left' ? why : words('portable.isProposed')}
            </Text>
          </li>
        ))}
      </ul>
      {more > 0 && <Text>{words('portable.more', { count: more })}</Text>}
    </>
  );
}

function Line({ item, isStored }: { item: ImportReply['items'][number]; isStored: boolean }) {
  const words = useWords();
  const styles = useStyles();
  const { title, slug, outcome, id, missing } = item;
  const name = title === '' ? slug : title;
  return (
    <li className={styles.line}>
      {isStored || outcome === 'busy' ? (
        <Link href={`/playbook/s/${id}/edit`} asChild>
          <Looks inline>{name}</Looks>
        </Link>
      ) : (
        <Text>{name}</Text>
      )}{' '}
      <Text size={200} className={styles.small}>
        {words(`portable.outcome.${outcome}`)}
        {missing.length > 0 &&
          ` · ${words('portable.missing', { count: missing.length })}: ${missing.slice(0, 3).join(' ')}`}
      </Text>
    </li>
  );
}
