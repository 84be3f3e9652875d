/** The settings of a community on its page, for its hosts and administrators: opened there, or by the button of its digest. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import { useSearchParams } from 'wouter';
import { useData } from '../../tab/api.ts';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail } from './contract.ts';
import { SettingsForm } from './settings-form.tsx';

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    maxWidth: '44rem',
    minWidth: 0,
  },
});

/** Open or not stands in the address, so that a link leads to it and the way back closes it. */
export function useSettings() {
  const [search, setSearch] = useSearchParams();
  return {
    isOpen: search.get('settings') === 'open',
    set(isOpen: boolean) {
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (isOpen) after.set('settings', 'open');
        else after.delete('settings');
        return after;
      });
    },
  };
}

// What is being chosen here is not to be changed under the hand.
const useDetail = (id: string) => useData<CommunityDetail>(`/api/communities/${id}`, { revalidateOnFocus: false });

/** Nothing for whoever may not change it. */
export function SettingsButton({ id }: { id: string }) {
  const words = useWords();
  const { data } = useDetail(id);
  const { isOpen, set } = useSettings();
  if (!data?.settings) return undefined;
  return (
    <Button icon={<SettingsRegular />} aria-expanded={isOpen} onClick={() => set(!isOpen)}>
      {words('community.settings')}
    </Button>
  );
}

export function SettingsPanel({ id }: { id: string }) {
  const styles = useStyles();
  const { data, mutate } = useDetail(id);
  const { isOpen, set } = useSettings();
  if (!isOpen || !data?.settings) return undefined;
  return (
    <section className={styles.panel} aria-labelledby="community-settings">
      <SettingsForm
        detail={data}
        settings={data.settings}
        onSaved={(saved) => mutate(saved, { revalidate: false })}
        onOld={() => mutate()}
        close={() => set(false)}
      />
    </section>
  );
}
