/** One field of an action's form, with what is wrong with it beside it. */
import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Switch,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { ActionField } from '../../core/work-item.ts';
import { useWords } from '../words.ts';

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  choice: { display: 'grid' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  pick: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});

interface Props {
  readonly field: ActionField;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

/** More than these are picked from a closed list. */
const mostInView = 5;

export function ActionInput({ field, value, problem, onChange }: Props) {
  const styles = useStyles();
  if (field.kind === 'switch')
    return (
      <Field {...stateOf(field, problem)}>
        <Switch
          label={field.label}
          checked={value === 'yes'}
          onChange={(_, { checked }) => onChange(checked ? 'yes' : '')}
        />
      </Field>
    );
  return (
    <Field className={styles.field} label={field.label} required={field.required} {...stateOf(field, problem)}>
      {inputOf({ field, value, problem, onChange })}
    </Field>
  );
}

const stateOf = ({ help }: ActionField, problem: string | undefined) => ({
  ...(help ? { hint: help } : {}),
  ...(problem ? { validationMessage: problem, validationState: 'error' as const } : {}),
});

function inputOf({ field, value, onChange }: Props) {
  const { name, max, kind, options = [] } = field;
  const size = max === undefined ? {} : { maxLength: max };
  if (kind === 'choice')
    return options.length > mostInView ? (
      <Pick field={field} value={value} onChange={onChange} />
    ) : (
      <Radios field={field} value={value} onChange={onChange} />
    );
  if (kind === 'longText')
    return (
      <Textarea
        name={name}
        value={value}
        {...size}
        rows={3}
        resize="vertical"
        onChange={(_, data) => onChange(data.value)}
      />
    );
  const type = kind === 'date' || kind === 'time' ? kind : 'text';
  return <Input name={name} type={type} value={value} {...size} onChange={(_, data) => onChange(data.value)} />;
}

type Choice = Pick<Props, 'field' | 'value' | 'onChange'>;

function Radios({ field: { name, options = [] }, value, onChange }: Choice) {
  const styles = useStyles();
  return (
    <RadioGroup name={name} value={value} onChange={(_, data) => onChange(data.value)}>
      {options.map(({ id, title, text }) => (
        <Radio
          key={id}
          value={id}
          label={
            <span className={styles.choice}>
              {title}
              {text && <span className={styles.text}>{text}</span>}
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}

function Pick({ field: { name, options = [] }, value, onChange }: Choice) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Select className={styles.pick} name={name} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{words('work.pick')}</option>
      {options.map(({ id, title, text }) => (
        <option key={id} value={id}>
          {text ? `${title} · ${text}` : title}
        </option>
      ))}
    </Select>
  );
}
