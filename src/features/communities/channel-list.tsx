/** The channels of a community: joined where the page of a channel is set up, left here. */
import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail } from './contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Joined = NonNullable<CommunityDetail['settings']>['channels'];

interface Props {
  readonly channels: Joined;
  readonly problem: string | undefined;
  onChange(channels: Joined): void;
}

export function ChannelList({ channels, problem, onChange }: Props) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Field label={words('community.channels')} {...(problem ? { validationMessage: problem } : {})}>
      <div>
        <ul className={styles.list}>
          {channels.map(({ channelId, name, isReached }) => (
            <li key={channelId} className={styles.line}>
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={words('community.removeChannel', { name })}
                onClick={() => onChange(channels.filter((each) => each.channelId !== channelId))}
              />
              <Text>{name}</Text>
              {!isReached && <Text className={styles.quiet}>{words('community.notReached')}</Text>}
            </li>
          ))}
        </ul>
        <Text className={styles.quiet}>{words('community.channelsNote')}</Text>
      </div>
    </Field>
  );
}
