/** Open mode in a browser: whoever sits at this machine picks whom to be. Never there with a real sign-in. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Me } from '../core/me.ts';
import { useData } from './api.ts';
import type { Host } from './host.ts';
import { Frame } from './parts/frame.tsx';
import { Empty, Failed, Loading } from './parts/states.tsx';
import { useWords } from './words.ts';

interface Pickable {
  readonly items: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))',
    padding: 0,
    margin: 0,
    listStyle: 'none',
  },
  one: { width: '100%', justifyContent: 'flex-start', textAlign: 'start' },
  text: { display: 'grid', minWidth: 0 },
  about: { color: tokens.colorNeutralForeground3 },
  as: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    flex: 'none',
    '@media (min-width: 900px)': { marginTop: 'auto' },
  },
});

export function Picker({ host }: { host: Host }) {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<Pickable>('/api/open/people');
  const choose = (id: string) => {
    host.identity?.choose(id);
    window.location.reload();
  };
  if (error?.code === 'not_found') return <Empty title={words('picker.teamsTitle')} text={words('picker.teamsText')} />;
  return (
    <Frame title={words('picker.title')}>
      <Text>{words('picker.text')}</Text>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      <ul className={styles.list}>
        {data?.items.map(({ id, name, about }) => (
          <li key={id}>
            <Button size="large" className={styles.one} onClick={() => choose(id)}>
              <span className={styles.text}>
                <span>{name}</span>
                <Text size={200} className={styles.about}>
                  {about}
                </Text>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

export function PickedAs({ host, me }: { host: Host; me: Me }) {
  const words = useWords();
  const styles = useStyles();
  const leave = () => {
    host.identity?.choose(undefined);
    window.location.assign('/tab/');
  };
  return (
    <div className={styles.as}>
      <Text size={200}>{words('picker.as', { name: me.name || me.id })}</Text>
      <Button size="small" onClick={leave}>
        {words('picker.change')}
      </Button>
    </div>
  );
}
