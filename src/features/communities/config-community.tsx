/** Whose channel it is: one of the communities there are, or a new one; and whether their digest is to come here. */
import {
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useApi } from '../../tab/api.ts';
import type { HostChannel } from '../../tab/host.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { BeforeSave } from './config-page.tsx';
import type { CommunityDetail, CommunityList } from './contract.ts';
import { Make } from './make.tsx';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifySelf: 'stretch',
  },
  pick: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const makeNew = 'new';

interface Props {
  readonly communities: CommunityList;
  readonly communityId: string;
  onPick(id: string): void;
  onMade(): Promise<unknown>;
  onBefore(work: BeforeSave | undefined): void;
}

export function CommunityChoice({ communities, communityId, onPick, onMade, onBefore }: Props) {
  const words = useWords();
  const styles = useStyles();
  const { host } = useReader();
  const [isMaking, setMaking] = useState(false);
  const open = communities.items.filter(({ state }) => state !== 'archived');
  const chosen = open.find(({ id }) => id === communityId);
  const channel = host.config?.channel;
  return (
    <div className={styles.part}>
      <Field label={words('community.which')}>
        <Select
          className={styles.pick}
          value={isMaking ? makeNew : communityId}
          onChange={(_, { value }) => {
            setMaking(value === makeNew);
            onPick(value === makeNew ? '' : value);
          }}
        >
          <option value="">{words('work.pick')}</option>
          {open.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {communities.mayMake && <option value={makeNew}>{words('community.makeNew')}</option>}
        </Select>
      </Field>
      {open.length === 0 && !communities.mayMake && <Text className={styles.quiet}>{words('community.noneYet')}</Text>}
      {chosen && <Text className={styles.quiet}>{chosen.purpose}</Text>}
      {isMaking && (
        <Make
          languages={communities.languages}
          onMade={async ({ id }) => {
            await onMade();
            setMaking(false);
            onPick(id);
          }}
        />
      )}
      {chosen?.mayEdit && channel && <Joining key={chosen.id} id={chosen.id} channel={channel} onBefore={onBefore} />}
    </div>
  );
}

interface JoiningProps {
  readonly id: string;
  readonly channel: HostChannel;
  onBefore(work: BeforeSave | undefined): void;
}

/** Hosts choose it for their channel; others set up its page alone. */
function Joining({ id, channel, onBefore }: JoiningProps) {
  const words = useWords();
  const api = useApi();
  const [joins, setJoins] = useState(true);
  const [problem, setProblem] = useState<unknown>();
  const join = useCallback(async () => {
    try {
      const { version = '', settings } = await api.get<CommunityDetail>(`/api/communities/${id}`);
      const others = (settings?.channels ?? []).filter(({ channelId }) => channelId !== channel.channelId);
      const channels = [...others.map(({ isReached: _, ...each }) => each), channel];
      await api.send(`/api/communities/${id}`, { method: 'PATCH', body: { channels }, version });
    } catch (error) {
      setProblem(error);
      throw error;
    }
  }, [api, id, channel]);
  useEffect(() => {
    onBefore(joins ? join : undefined);
    return () => onBefore(undefined);
  }, [joins, join, onBefore]);
  return (
    <>
      <Checkbox
        label={words('community.joins', { name: channel.name })}
        checked={joins}
        onChange={(_, { checked }) => {
          setJoins(checked === true);
          setProblem(undefined);
        }}
      />
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{sentenceOf(problem, words)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
