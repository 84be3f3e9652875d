/** A community set up: what it is, its hosts and channels, when its digest comes, whether it pauses. */
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { ApiError, useApi, useRefresh } from '../../tab/api.ts';
import { History } from '../../tab/parts/history.tsx';
import { Failed } from '../../tab/parts/states.tsx';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { ChannelList } from './channel-list.tsx';
import type { CommunityDetail } from './contract.ts';
import { Departments } from './departments.tsx';
import { CommunityFields } from './fields.tsx';
import { Hosts } from './hosts.tsx';
import { type Choice, changeOf, choiceOf } from './settings-choice.tsx';
import { StateButtons } from './state-buttons.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  end: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface Props {
  readonly detail: CommunityDetail;
  readonly settings: NonNullable<CommunityDetail['settings']>;
  onSaved(detail: CommunityDetail): unknown;
  /** It was changed elsewhere meanwhile: what was chosen here stays in the form. */
  onOld(): unknown;
  close(): void;
}

export function SettingsForm({ detail, settings, onSaved, onOld, close }: Props) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  const api = useApi();
  const refresh = useRefresh();
  const [choice, setChoice] = useState<Partial<Choice>>({});
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const before = choiceOf(detail, settings);
  const chosen: Choice = { ...before, ...choice };
  const change = changeOf(before, chosen);
  const isChanged = Object.keys(change).length > 0;
  const path = `/api/communities/${detail.id}`;
  const version = detail.version ?? '';
  const fields = problem instanceof ApiError ? problem.fields : [];
  const problemAt = (name: string) => fields.find((field) => field.path === name)?.message;
  const choose = (more: Partial<Choice>) => setChoice({ ...choice, ...more });

  async function sent(sending: Promise<CommunityDetail>) {
    setNote('');
    try {
      await onSaved(await sending);
      setChoice({});
      setProblem(undefined);
      setNote(words('community.saved'));
      await refresh('/api/community?', '/api/communities?');
    } catch (error) {
      // What holds now is there before the word of it, so that the next press saves.
      if (error instanceof ApiError && error.code === 'stale') await onOld();
      setProblem(error);
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) void sent(api.send(path, { method: 'PATCH', body: change, version }));
  };
  return (
    <form className={styles.form} noValidate onSubmit={save}>
      <h2 id="community-settings" className={styles.heading}>
        {words('community.settingsOf', { name: detail.name })}
      </h2>
      <CommunityFields values={chosen} languages={settings.languages} problemAt={problemAt} onChange={choose} />
      {settings.nextDigestAt && (
        <Text className={styles.quiet}>
          {words('community.nextDigest', { time: dates.time(settings.nextDigestAt) })}
        </Text>
      )}
      <Hosts
        communityId={detail.id}
        hosts={chosen.hosts}
        problem={problemAt('hostIds')}
        onChange={(hosts) => choose({ hosts })}
      />
      <ChannelList
        channels={chosen.channels}
        problem={problemAt('channels')}
        onChange={(channels) => choose({ channels })}
      />
      {settings.isAdmin && (
        <Departments
          legend={words('community.forWhom')}
          ids={chosen.departmentIds}
          onChange={(departmentIds) => choose({ departmentIds })}
        />
      )}
      <StateButtons
        state={detail.state}
        isAdmin={settings.isAdmin}
        send={(event) => sent(api.send(`${path}/${event}`, { version }))}
      />
      <History history={settings.history} />
      {problem !== undefined && fields.length === 0 && <Failed error={problem} />}
      <div className={styles.end}>
        <Button type="submit" appearance={isChanged ? 'primary' : 'secondary'} disabledFocusable={!isChanged}>
          {words('community.save')}
        </Button>
        <Button onClick={close}>{words('community.close')}</Button>
        <Text role="status">{!isChanged && problem === undefined && note}</Text>
      </div>
    </form>
  );
}
