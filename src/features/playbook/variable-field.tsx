/** One field of a prompt, as its kind asks. */
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { VariableReading } from './contract.ts';

interface Props {
  readonly variable: VariableReading;
  readonly value: string;
  readonly problem: string | undefined;
  readonly change: (value: string) => void;
}

export function VariableField({ variable, value, problem, change }: Props) {
  const words = useWords();
  const { label, unit, required, help, mayHoldPersonalData } = variable;
  const hint = [help, mayHoldPersonalData ? words('playbook.noNames') : undefined].filter(Boolean).join(' ');
  return (
    <Field
      label={unit ? `${label} (${unit})` : label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(problem ? { validationMessage: problem } : {})}
    >
      <Control variable={variable} value={value} change={change} />
    </Field>
  );
}

/** The field gives its label and hint to the control inside it. */
function Control({ variable, value, change, ...field }: Omit<Props, 'problem'>) {
  const words = useWords();
  const { kind, choices, example } = variable;
  switch (kind) {
    case 'longText':
      return (
        <Textarea
          {...field}
          value={value}
          rows={4}
          resize="vertical"
          placeholder={example}
          onChange={(_, next) => change(next.value)}
        />
      );
    case 'choice':
      return (
        <Select {...field} value={value} onChange={(_, next) => change(next.value)}>
          <option value="">{words('playbook.pick')}</option>
          {choices?.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      );
    case 'number':
    case 'date':
    case 'shortText':
      return (
        <Input
          {...field}
          value={value}
          type={kind === 'date' ? 'date' : 'text'}
          {...(kind === 'number' ? { inputMode: 'decimal' } : {})}
          placeholder={example}
          onChange={(_, next) => change(next.value)}
        />
      );
  }
}
