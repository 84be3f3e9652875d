/** A new community for a department, all of it filled in: whoever leads a pilot there makes it in one press more (product L9). */
import { makeStyles, Text } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useAll, useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { CommunityList, DepartmentList } from './contract.ts';
import { Make } from './make.tsx';

const useStyles = makeStyles({ page: { display: 'grid', gap: '1rem', maxWidth: '40rem' } });

export function NewCommunity({ departmentId }: { departmentId: string }) {
  const words = useWords();
  const styles = useStyles();
  const [, go] = useLocation();
  const departments = useData<DepartmentList>('/api/community/departments');
  const communities = useAll<CommunityList>('/api/communities');
  const error = departments.error ?? communities.error;
  const department = departments.data?.items.find(({ id }) => id === departmentId);
  const begun = {
    departmentIds: department ? [department.id] : [],
    name: department ? words('community.newName', { department: department.name }) : '',
    purpose: department ? words('community.newPurpose', { department: department.name }) : '',
  };
  return (
    <Frame title={words('community.makeNew')}>
      {error && <Failed error={error} retry={() => Promise.all([departments.mutate(), communities.mutate()])} />}
      {(!departments.data || !communities.data) && !error && <Loading />}
      {departments.data && communities.data && (
        <div className={styles.page}>
          <Text>{words('community.newText')}</Text>
          <Text>{words('community.firstMeeting')}</Text>
          <Make
            languages={communities.data.languages}
            begun={begun}
            onMade={({ id }) => go(`/community?community=${encodeURIComponent(id)}`)}
          />
        </div>
      )}
    </Frame>
  );
}
