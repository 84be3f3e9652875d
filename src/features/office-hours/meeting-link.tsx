/** Where a host makes the meeting in Teams, in a form that is filled in already. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

export function MeetingLink({ url }: { url: string }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Text>{words('hours.makeMeeting')}</Text>
      <Button as="a" href={url} target="_blank" rel="noreferrer">
        {words('hours.openMeeting')}
      </Button>
    </div>
  );
}
