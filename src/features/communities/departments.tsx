/** Departments to be ticked; none of them is all. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useData } from '../../tab/api.ts';
import type { DepartmentList } from './contract.ts';

const useStyles = makeStyles({
  group: { border: 0, margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

interface Props {
  readonly legend: string;
  readonly ids: readonly string[];
  onChange(ids: readonly string[]): void;
}

export function Departments({ legend, ids, onChange }: Props) {
  const styles = useStyles();
  const { data } = useData<DepartmentList>('/api/community/departments');
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {data?.items.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={ids.includes(id)}
          onChange={(_, { checked }) => onChange(checked ? [...ids, id] : ids.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  );
}
