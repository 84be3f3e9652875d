/** What a page shows while it has nothing to show: loading, empty, failed; each says what to do. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useWords } from '../words.ts';

const useStyles = makeStyles({
  middle: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
  },
  narrow: { maxWidth: '28rem', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

export function Loading() {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.middle} role="status">
      <Spinner label={words('loading')} />
    </div>
  );
}

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.middle}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      <Text className={styles.narrow}>{text}</Text>
      {children}
    </div>
  );
}

export function sentenceOf(error: unknown, words: ReturnType<typeof useWords>): string {
  if (!(error instanceof ApiError)) return words('error.internal');
  if (error.code === 'offline') return words('error.offline');
  return error.message === '' ? words('error.internal') : error.message;
}

/** `retry` left out: there is nothing to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const words = useWords();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentenceOf(error, words)}</MessageBarBody>
      {retry && (
        <MessageBarActions>
          <Button onClick={() => retry()}>{words('retry')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
