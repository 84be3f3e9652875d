/** Set-up on one page: what was prepared and who confirms which part; below it the six parts as a form. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { partsOfSetUp } from '../../tab/pages.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading, sentenceOf } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import type { SetUpView } from './contract.ts';

const SetUpForm = opened(async () => (await import('./set-up-form.tsx')).SetUpForm);

export type OpenSetUp = SetUpView & { readonly version: string };

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL, maxWidth: '48rem' },
  parts: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  start: { justifySelf: 'start' },
});

export function SetUpPage() {
  const words = useWords();
  const { data, error, mutate } = useData<OpenSetUp>('/api/setup', { revalidateOnFocus: false });
  const refresh = useRefresh();
  const isLost = error?.code === 'forbidden';
  const show = async (next: OpenSetUp) => {
    await mutate(next, { revalidate: false });
    await refresh('/api/pilots', '/api/workflows', '/api/me');
  };
  return (
    <Frame title={words('page.setup')}>
      {isLost && <Empty title={words('setup.notForYou')} text={words('setup.notForYouText')} />}
      {error && !isLost && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !isLost && <Whole setUp={data} show={show} again={() => mutate()} />}
      {data &&
        !isLost &&
        partsOfSetUp.map((Part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <Part key={at} />
        ))}
    </Frame>
  );
}

export interface SetUpProps {
  readonly setUp: OpenSetUp;
  readonly show: (next: OpenSetUp) => Promise<unknown>;
  readonly again: () => Promise<unknown>;
}

function Whole(props: SetUpProps) {
  const words = useWords();
  const styles = useStyles();
  const [isChanging, setChanging] = useState(false);
  const { setUp } = props;
  const { note, problem, plan, pilotId, parts, workflows } = setUp;
  const isOver = parts.length > 0 && parts.every(({ is }) => is === 'done');
  const hasForm = !isOver && (plan === undefined || isChanging);
  return (
    <div className={styles.page}>
      {note && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{note}</MessageBarBody>
        </MessageBar>
      )}
      {problem && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {plan === undefined && workflows.length > 0 && <Text>{words('setup.intro')}</Text>}
      {isOver && <Text>{words('setup.over')}</Text>}
      {parts.length > 0 && <Parts {...props} />}
      {pilotId && (
        <div className={styles.start}>
          <ButtonLink href={`/workflows/pilots/${pilotId}`} look="primary">
            {words('setup.openPilot')}
          </ButtonLink>
        </div>
      )}
      {plan && !isOver && !isChanging && (
        <Button className={styles.start} onClick={() => setChanging(true)}>
          {words('setup.change')}
        </Button>
      )}
      {hasForm && workflows.length === 0 && (
        <Empty title={words('setup.nothing')} text={words('setup.nothingText')}>
          <ButtonLink href="/workflows/new" look="primary">
            {words('workflow.new')}
          </ButtonLink>
        </Empty>
      )}
      {hasForm && workflows.length > 0 && <SetUpForm {...props} done={() => setChanging(false)} />}
    </div>
  );
}

const tones = { done: 'good', yours: 'warning', waiting: 'info', later: 'neutral' } as const;

function Parts({ setUp, show, again }: SetUpProps) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [error, setError] = useState<ApiError>();
  const [isRunning, setRunning] = useState(false);
  const confirm = async (part: string) => {
    setRunning(true);
    setError(undefined);
    try {
      await show(await api.send<OpenSetUp>('/api/setup/confirm', { body: { part }, version: setUp.version }));
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : new ApiError('internal', ''));
      await again();
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      {error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{sentenceOf(error, words)}</MessageBarBody>
        </MessageBar>
      )}
      <ol className={styles.parts} aria-label={words('setup.parts')}>
        {setUp.parts.map(({ part, title, is, text, lines }) => (
          <li key={part} className={styles.part}>
            <div className={styles.head}>
              <h2 className={styles.heading}>{title}</h2>
              <Status status={{ word: words(`setup.is.${is}`), tone: tones[is] }} />
            </div>
            <Text>{text}</Text>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {is === 'yours' && (
              <Button appearance="primary" disabledFocusable={isRunning} onClick={() => confirm(part)}>
                {isRunning ? words('work.running') : words('setup.confirm')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
